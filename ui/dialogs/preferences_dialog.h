// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/settings/settings.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace trimtab::ui {

/// The few things that a person sets once. Everything acts at once and is kept. GUI thread.
class PreferencesDialog final : public QDialog {
    Q_OBJECT

  public:
    explicit PreferencesDialog(Settings& settings, QWidget* parent = nullptr);

  Q_SIGNALS:
    void colorSchemeChanged();
    void resultsDirChanged();
    void numbersChanged();
    void layoutsReset();
    /// To be spoken in the chosen language at once: the window closes, and the program starts again.
    void restartRequested();

  private:
    void takeResultsDir();
    void tellLanguage();

    Settings& settings_;
    QComboBox* scheme_;
    QComboBox* language_;
    QWidget* languageRow_;  ///< shown once another language was chosen
    QLabel* languageState_;
    QPushButton* restart_;
    QComboBox* numbers_;
    QLineEdit* resultsDir_;
    QLabel* resultsDirState_;
};

}  // namespace trimtab::ui
