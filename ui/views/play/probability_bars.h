// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace trimtab::ui {

/// The probabilities of every choice of the three action heads, as bars with their numbers. GUI thread.
class ProbabilityBars final : public QWidget {
    Q_OBJECT

  public:
    explicit ProbabilityBars(QWidget* parent = nullptr);

    /// Per head; empty: the policy has none, and the widget says so.
    void setProbabilities(std::vector<std::vector<double>> probabilities);

    [[nodiscard]] QSize sizeHint() const override { return {280, 150}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 110}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<std::vector<double>> probabilities_;
};

}  // namespace trimtab::ui
