// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "core/config/config.h"
#include "core/runtime/background_task.h"
#include "ui/charts/chart_view_state.h"

class QComboBox;
class QLabel;

namespace trimtab::ui {

/// The load that the configuration makes, second by second over an episode, for the first training seeds:
/// what a person checks before an hour of training. Computed beside the window, as a trace may be a large
/// file. GUI thread.
class LoadPreview final : public QWidget {
    Q_OBJECT

  public:
    explicit LoadPreview(QWidget* parent = nullptr);

    /// Shows the load of another configuration; nothing happens where neither load nor episode length
    /// changed.
    void setConfig(const config::Config& config);
    [[nodiscard]] TimeChart& chart() { return *chart_; }
    [[nodiscard]] QString message() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Series;
    void compute();
    void take(const Expected<std::shared_ptr<Series>>& made);

    config::Config config_;
    std::string key_;  ///< what the shown load depends on
    QComboBox* pattern_;
    QLabel* message_;
    TimeChart* chart_;
    std::shared_ptr<Series> series_;
    runtime::BackgroundTask task_;
};

}  // namespace trimtab::ui
