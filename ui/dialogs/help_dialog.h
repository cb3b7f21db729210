// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include "ui/models/action_registry.h"

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace trimtab::ui {

/// The pages that come with the program (resources/help, no network) in the person's language or else in
/// English, the shortcuts as they are now, and what this program is. GUI thread.
class HelpDialog final : public QDialog {
    Q_OBJECT

  public:
    static constexpr auto shortcutsPage = "shortcuts";
    static constexpr auto aboutPage = "about";

    explicit HelpDialog(const ActionRegistry& actions, QWidget* parent = nullptr);

    /// A page of resources/help by its file's name without ending, or one of the two above. An unknown one is
    /// the first page.
    void showPage(const QString& page);
    [[nodiscard]] QString currentPage() const;

  private:
    void load(const QString& page);
    void search(const QString& text);
    [[nodiscard]] QString shortcutsHtml() const;

    const ActionRegistry& actions_;
    QLineEdit* search_;
    QListWidget* pages_;
    QTextBrowser* text_;
};

}  // namespace trimtab::ui
