// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preferences_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/settings/theme.h"
#include "ui/text/translations.h"

namespace trimtab::ui {
namespace {

/// The nearest folder above that exists can be written to.
bool canBeMade(const QString& dir) {
    QFileInfo info(QFileInfo(dir).absoluteFilePath());
    while (!info.exists() && info.absoluteFilePath() != info.absolutePath())
        info = QFileInfo(info.absolutePath());
    return info.isDir() && info.isWritable();
}

}  // namespace

PreferencesDialog::PreferencesDialog(Settings& settings, QWidget* parent)
    : QDialog(parent),
      settings_(settings),
      scheme_(new QComboBox(this)),
      language_(new QComboBox(this)),
      languageRow_(new QWidget(this)),
      languageState_(new QLabel(this)),
      restart_(new QPushButton(this)),
      numbers_(new QComboBox(this)),
      resultsDir_(new QLineEdit(this)),
      resultsDirState_(new QLabel(this)) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    setMinimumWidth(64 * spacing);

    scheme_->setObjectName(QStringLiteral("preferencesScheme"));
    scheme_->setAccessibleName(tr("Look"));
    scheme_->addItem(tr("As the desktop"), static_cast<int>(ColorScheme::system));
    scheme_->addItem(tr("Light"), static_cast<int>(ColorScheme::light));
    scheme_->addItem(tr("Dark"), static_cast<int>(ColorScheme::dark));
    scheme_->setCurrentIndex(scheme_->findData(static_cast<int>(settings_.colorScheme())));

    language_->setObjectName(QStringLiteral("preferencesLanguage"));
    language_->setAccessibleName(tr("Language"));
    language_->addItem(tr("As the desktop"), QString());
    for (const Language& language : languages()) language_->addItem(language.name, language.code);
    language_->setCurrentIndex(std::max(0, language_->findData(settings_.language())));
    languageState_->setObjectName(QStringLiteral("preferencesLanguageState"));
    languageState_->setWordWrap(true);
    restart_->setObjectName(QStringLiteral("preferencesRestart"));
    restart_->setAccessibleName(tr("Restart now"));

    numbers_->setObjectName(QStringLiteral("preferencesNumbers"));
    numbers_->setAccessibleName(tr("Numbers"));
    const double example = 1234.5;
    const QString code = settings_.language();
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    numbers_->addItem(tr("As the language (%1)").arg(locale.toString(example, 'f', 1)), false);
    numbers_->addItem(
        tr("With a decimal point (%1)").arg(QLocale(QLocale::English).toString(example, 'f', 1)), true);
    numbers_->setCurrentIndex(numbers_->findData(settings_.decimalPoint()));

    resultsDir_->setObjectName(QStringLiteral("preferencesResultsDir"));
    resultsDir_->setAccessibleName(tr("Results folder"));
    resultsDir_->setText(settings_.resultsDir());
    auto* browse = new QPushButton(tr("Choose…"), this);
    browse->setObjectName(QStringLiteral("preferencesBrowse"));
    browse->setAccessibleName(tr("Choose the results folder"));
    resultsDirState_->setObjectName(QStringLiteral("preferencesResultsState"));
    resultsDirState_->setWordWrap(true);

    auto* reset = new QPushButton(tr("Reset the panels of every mode"), this);
    reset->setObjectName(QStringLiteral("preferencesResetLayouts"));
    reset->setAccessibleName(reset->text());

    auto* folder = new QHBoxLayout;
    folder->setSpacing(spacing);
    folder->addWidget(resultsDir_, 1);
    folder->addWidget(browse);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * spacing);
    form->setVerticalSpacing(spacing);
    form->addRow(tr("Look"), scheme_);
    form->addRow(tr("Language"), language_);
    languageRow_->hide();  // a hidden widget takes no row
    auto* restarting = new QHBoxLayout(languageRow_);
    restarting->setContentsMargins(0, 0, 0, 0);
    restarting->setSpacing(spacing);
    restarting->addWidget(languageState_, 1);
    restarting->addWidget(restart_);
    form->addRow(QString(), languageRow_);
    form->addRow(tr("Numbers"), numbers_);
    form->addRow(tr("Results folder"), folder);
    form->addRow(QString(), resultsDirState_);
    form->addRow(tr("Panels"), reset);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("preferencesClose"));
    // Qt's own word is English where its translations are not installed.
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(2 * spacing);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);

    connect(scheme_, &QComboBox::activated, this, [this] {
        settings_.setColorScheme(static_cast<ColorScheme>(scheme_->currentData().toInt()));
        Q_EMIT colorSchemeChanged();
    });
    connect(numbers_, &QComboBox::activated, this, [this] {
        settings_.setDecimalPoint(numbers_->currentData().toBool());
        Q_EMIT numbersChanged();
    });
    connect(language_, &QComboBox::activated, this, &PreferencesDialog::tellLanguage);
    connect(restart_, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT restartRequested();
    });
    connect(resultsDir_, &QLineEdit::editingFinished, this, &PreferencesDialog::takeResultsDir);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto* chooser = new QFileDialog(this, tr("Results folder"), resultsDir_->text());
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        chooser->setFileMode(QFileDialog::Directory);
        chooser->setOption(QFileDialog::ShowDirsOnly);
        connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
            resultsDir_->setText(chosen);
            takeResultsDir();
        });
        chooser->open();
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        settings_.clearLayouts();
        Q_EMIT layoutsReset();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    takeResultsDir();
}

void PreferencesDialog::tellLanguage() {
    const QString code = language_->currentData().toString();
    if (code == settings_.language()) return;
    settings_.setLanguage(code);
    // In the chosen language, as the person may not read the present one.
    const Translations chosen(code);
    languageState_->setText(tr("The language changes at the next start."));
    restart_->setText(tr("Restart now"));
    restart_->setAccessibleName(restart_->text());
    languageRow_->show();
}

void PreferencesDialog::takeResultsDir() {
    const QString dir = resultsDir_->text().trimmed();
    if (dir.isEmpty() || !canBeMade(dir)) {
        resultsDirState_->setText(
            tr("Nothing can be written there; %1 stays in use.").arg(settings_.resultsDir()));
        return;
    }
    resultsDirState_->setText(QFileInfo::exists(dir) ? tr("Every run gets a folder of its own in here.")
                                                     : tr("The folder is made with the first run."));
    if (dir == settings_.resultsDir()) return;
    settings_.setResultsDir(dir);
    Q_EMIT resultsDirChanged();
}

}  // namespace trimtab::ui
