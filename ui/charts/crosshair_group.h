// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

namespace trimtab::ui {

/// One x position shared by every chart of a window, in units of the shared x axis. GUI thread.
class CrosshairGroup final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    [[nodiscard]] std::optional<double> position() const { return position_; }
    void moveTo(std::optional<double> x) {
        if (x == position_) return;
        position_ = x;
        Q_EMIT moved();
    }

  Q_SIGNALS:
    void moved();

  private:
    std::optional<double> position_;
};

}  // namespace trimtab::ui
