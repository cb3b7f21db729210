// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTranslator>

namespace trimtab::ui {

/// A language that the window can speak.
struct Language {
    QString code;  ///< "en", "de", "zh_CN"
    QString name;  ///< in the language itself
};

/// English, then the others by name.
[[nodiscard]] QList<Language> languages();

/// Code of the language that the Translations in force speak; "en" where there are none. GUI thread.
[[nodiscard]] QString spokenLanguage();

/// The texts of one language, ours and Qt's own, for as long as this lives. Widgets that exist already keep
/// their texts. GUI thread, with a QCoreApplication.
class Translations {
  public:
    /// A code of languages(), or empty: the first language of the desktop that we have, else English.
    explicit Translations(const QString& code);
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    [[nodiscard]] const QString& language() const { return language_; }  ///< code of what is spoken

  private:
    QString language_;
    QString before_;  ///< what was spoken until then, and is again afterwards
    QTranslator ours_;
    QTranslator qt_;
};

}  // namespace trimtab::ui
