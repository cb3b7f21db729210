// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/mode_view.h"
#include "ui/views/welcome/recent_list.h"

namespace trimtab::ui {

/// The first screen: a demo by one click, sample results, a cluster, and what was done last. GUI thread.
class WelcomeMode final : public ModeView {
    Q_OBJECT

  public:
    explicit WelcomeMode(const Workbench& workbench, QWidget* parent = nullptr);
    void entered() override;

  private:
    [[nodiscard]] QWidget* makePage();
    void startDemo();
    void openSamples();
    void fillRecent();
    void takeDetails(runtime::JobId id);

    RecentList* runs_ = nullptr;
    RecentList* configs_ = nullptr;
    runtime::JobId reading_ = 0;
};

}  // namespace trimtab::ui
