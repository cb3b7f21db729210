// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

#include "ui/models/experiment_document.h"
#include "ui/settings/settings.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace trimtab::ui {

class ExperimentForm;
class InlineMessage;
class LoadPreview;
class YamlEditor;

/// The experiment: form and text of one document beside each other, its reward, its load, presets and files.
/// Unsaved text goes to the settings, so that it survives the window. GUI thread.
class ExperimentPanel final : public QWidget {
    Q_OBJECT

  public:
    ExperimentPanel(ExperimentDocument& document, Settings& settings, QWidget* parent = nullptr);

    /// Opens a configuration file; asks inline before unsaved changes are lost. line > 0: shows it in the
    /// text.
    void open(const QString& file, int line = 0);
    /// The same from text that no file has.
    void openText(const QString& text, const QString& title);
    /// Loads a shipped configuration: "quick.yaml".
    void openPreset(const QString& name);
    /// Saves where the document stands; asks for a place where it has none.
    void save();
    void saveAs();
    void showField(const QString& path);
    [[nodiscard]] static QStringList presets();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeBar();
    QWidget* makeFilterBar();
    QToolButton* button(const char* name, const QString& icon, const QString& text, const QString& help);
    void fillPresets(QMenu& menu);
    void refresh();
    void refreshTitle();
    void applyFilter();
    void guarded(const QString& what, std::function<void()> run);
    void store(const QString& file);
    void restyle();

    ExperimentDocument& document_;
    Settings& settings_;
    InlineMessage* message_;
    QLabel* title_;
    QLabel* problems_;
    QLabel* reward_;
    QLineEdit* search_;
    QCheckBox* advanced_;
    QCheckBox* onlyDifferences_;
    QToolButton* undo_;
    QToolButton* redo_;
    ExperimentForm* form_;
    YamlEditor* editor_;
    LoadPreview* preview_;
    QTimer recovery_;
};

}  // namespace trimtab::ui
