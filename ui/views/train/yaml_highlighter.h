// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace trimtab::ui {

/// Lightly: section names bold, keys plain, comments muted, strings and numbers in one colour each. GUI
/// thread.
class YamlHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

  public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

  protected:
    void highlightBlock(const QString& text) override;
};

}  // namespace trimtab::ui
