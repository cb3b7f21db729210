// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/help_dialog.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>
#include <QTextDocument>
#include <QUrl>
#include <QVBoxLayout>

#include "core/results/build_info.h"
#include "ui/settings/theme.h"
#include "ui/text/translations.h"

namespace trimtab::ui {
namespace {

QString readPage(const QString& page) {
    // In the person's language; a page that is not translated yet, in English.
    for (const QString& folder : {spokenLanguage() + QLatin1Char('/'), QString()}) {
        QFile file(QStringLiteral(":/help/%1%2.md").arg(folder, page));
        if (file.open(QIODevice::ReadOnly)) return QString::fromUtf8(file.readAll());
    }
    return {};
}

/// The first line of a page is its title: "# Train".
QString titleOf(const QString& markdown) {
    return markdown.section(QLatin1Char('\n'), 0, 0).mid(2).trimmed();
}

QString aboutHtml() {
    const results::BuildInfo& build = results::build_info();
    QString libraries;
    for (const auto& [name, version] : build.libraries)
        libraries += QStringLiteral("<li>%1 %2</li>")
                         .arg(QString::fromStdString(name), QString::fromStdString(version));
    libraries += QStringLiteral("<li>Qt %1</li>").arg(QLatin1String(qVersion()));
    return HelpDialog::
        tr("<h1>About Trimtab</h1>"
           "<p>%1, %2</p>"
           "<p>A research workbench for reinforcement learning on Kubernetes resources. A trim tab is the "
           "small surface that moves the rudder of a large ship.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later, without any "
           "warranty.</p><ul>%3</ul>")
            .arg(QString::fromStdString(results::program_name()), QString::fromStdString(build.compiler),
                 libraries);
}

}  // namespace

HelpDialog::HelpDialog(const ActionRegistry& actions, QWidget* parent)
    : QDialog(parent),
      actions_(actions),
      search_(new QLineEdit(this)),
      pages_(new QListWidget(this)),
      text_(new QTextBrowser(this)) {
    setObjectName(QStringLiteral("help"));
    setWindowTitle(tr("Help"));
    resize(110 * spacing, 80 * spacing);
    search_->setObjectName(QStringLiteral("helpSearch"));
    search_->setAccessibleName(tr("Search the help"));
    search_->setPlaceholderText(tr("Search"));
    search_->setClearButtonEnabled(true);
    pages_->setObjectName(QStringLiteral("helpPages"));
    pages_->setAccessibleName(tr("Pages"));
    pages_->setFrameShape(QFrame::NoFrame);
    pages_->setFixedWidth(26 * spacing);
    text_->setObjectName(QStringLiteral("helpText"));
    text_->setAccessibleName(tr("Page"));
    text_->setFrameShape(QFrame::NoFrame);
    text_->setOpenLinks(false);
    text_->document()->setDocumentMargin(3 * spacing);

    for (const QString& file :
         QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        const QString page = QFileInfo(file).completeBaseName();
        auto* item = new QListWidgetItem(titleOf(readPage(page)), pages_);
        item->setData(Qt::UserRole, page);
    }
    auto* shortcuts = new QListWidgetItem(tr("Keyboard shortcuts"), pages_);
    shortcuts->setData(Qt::UserRole, QLatin1String(shortcutsPage));
    auto* about = new QListWidgetItem(tr("About Trimtab"), pages_);
    about->setData(Qt::UserRole, QLatin1String(aboutPage));

    auto* left = new QVBoxLayout;
    left->setContentsMargins(spacing, spacing, spacing, spacing);
    left->setSpacing(spacing);
    left->addWidget(search_);
    left->addWidget(pages_, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left);
    row->addWidget(text_, 1);
    connect(pages_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr) load(item->data(Qt::UserRole).toString());
    });
    connect(search_, &QLineEdit::textChanged, this, &HelpDialog::search);
    connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (url.isRelative())
            showPage(QFileInfo(url.path()).completeBaseName());
        else
            QDesktopServices::openUrl(url);
    });
    pages_->setCurrentRow(0);
}

void HelpDialog::showPage(const QString& page) {
    for (int row = 0; row < pages_->count(); ++row) {
        if (pages_->item(row)->data(Qt::UserRole).toString() != page) continue;
        search_->clear();
        pages_->setCurrentRow(row);
        load(page);
        return;
    }
    pages_->setCurrentRow(0);
}

QString HelpDialog::currentPage() const {
    const QListWidgetItem* item = pages_->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void HelpDialog::load(const QString& page) {
    text_->document()->setDefaultStyleSheet(
        QStringLiteral("h1{font-size:18pt} td,th{padding:2px 16px 2px 0} code{color:%1}")
            .arg(themeColors().accent.name()));
    if (page == QLatin1String(shortcutsPage))
        text_->setHtml(shortcutsHtml());
    else if (page == QLatin1String(aboutPage))
        text_->setHtml(aboutHtml());
    else
        text_->setMarkdown(readPage(page));
}

void HelpDialog::search(const QString& text) {
    for (int row = 0; row < pages_->count(); ++row) {
        QListWidgetItem* item = pages_->item(row);
        const QString page = item->data(Qt::UserRole).toString();
        const bool fits =
            text.isEmpty() || item->text().contains(text, Qt::CaseInsensitive) ||
            readPage(page).contains(text, Qt::CaseInsensitive) ||
            (page == QLatin1String(shortcutsPage) && shortcutsHtml().contains(text, Qt::CaseInsensitive));
        item->setHidden(!fits);
    }
    if (const auto* current = pages_->currentItem(); current == nullptr || current->isHidden())
        for (int row = 0; row < pages_->count(); ++row)
            if (!pages_->item(row)->isHidden()) {
                pages_->setCurrentRow(row);
                break;
            }
    if (!text.isEmpty()) {
        text_->moveCursor(QTextCursor::Start);
        text_->find(text);
    }
}

QString HelpDialog::shortcutsHtml() const {
    QString html = tr("<h1>Keyboard shortcuts</h1>");
    for (const CommandGroup group :
         {CommandGroup::file, CommandGroup::edit, CommandGroup::run, CommandGroup::view, CommandGroup::figure,
          CommandGroup::cluster, CommandGroup::help}) {
        QString rows;
        for (const auto& [spec, action] : actions_.commands()) {
            if (spec.group != group || action->shortcut().isEmpty()) continue;
            rows += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>")
                        .arg(action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
                             QString(action->text()).remove(QLatin1Char('&')).toHtmlEscaped());
        }
        if (!rows.isEmpty())
            html += QStringLiteral("<h3>%1</h3><table>%2</table>")
                        .arg(commandGroupTitle(group).remove(QLatin1Char('&')), rows);
    }
    html +=
        tr("<h3>In a chart</h3><table>"
           "<tr><td><b>Wheel, drag</b></td><td>Zoom</td></tr>"
           "<tr><td><b>Shift and drag, middle button</b></td><td>Pan</td></tr>"
           "<tr><td><b>0, double click</b></td><td>Whole range</td></tr></table>");
    return html;
}

}  // namespace trimtab::ui
