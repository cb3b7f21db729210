// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace trimtab::ui {
namespace {

const QString folder = QStringLiteral(":/translations");

QString& spoken() {
    static QString language = QStringLiteral("en");
    return language;
}

}  // namespace

QList<Language> languages() {
    return {{QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")},
            {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
}

QString spokenLanguage() { return spoken(); }

Translations::Translations(const QString& code) : before_(spoken()) {
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    // English has a file too, for its plurals; with it, "en:de" finds English first.
    const bool found = ours_.load(locale, QStringLiteral("trimtab"), QStringLiteral("_"), folder) ||
                       ours_.load(QStringLiteral("trimtab_en"), folder);
    language_ = found ? ours_.language() : QStringLiteral("en");
    spoken() = language_;
    if (found) QCoreApplication::installTranslator(&ours_);
    // Buttons and dialogs of Qt itself; they stay English where its translations are not installed.
    if (qt_.load(QStringLiteral("qtbase_") + language_, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt_);
}

Translations::~Translations() {
    spoken() = before_;
    QCoreApplication::removeTranslator(&ours_);
    QCoreApplication::removeTranslator(&qt_);
}

}  // namespace trimtab::ui
