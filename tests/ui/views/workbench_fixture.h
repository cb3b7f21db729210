// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <fstream>

#include "core/agent/checkpoint.h"
#include "core/config/config_reader.h"
#include "core/config/config_writer.h"
#include "core/environment/action.h"
#include "core/environment/observation.h"
#include "ui/views/workbench.h"

/// Everything that a mode needs, in a folder of its own.
struct WorkbenchFixture {
    QTemporaryDir folder;
    trimtab::ui::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    trimtab::runtime::RunService runs;
    trimtab::ui::TelemetryPump pump{runs};
    trimtab::ui::ActionRegistry actions;
    trimtab::ui::MessageLog log;
    trimtab::ui::OpenRequests requests;

    WorkbenchFixture() { settings.setResultsDir(results()); }
    [[nodiscard]] QString results() const { return folder.filePath(QStringLiteral("rl")); }
    [[nodiscard]] trimtab::ui::Workbench workbench() {
        return {runs, pump, settings, actions, log, requests};
    }

    /// A model with fresh weights, with the configuration that it says it was trained with; empty on a
    /// failure.
    [[nodiscard]] QString makeCheckpoint(const QString& name = QStringLiteral("model.pt")) const {
        using namespace trimtab;
        auto config = config::parse_config(
            "environment:\n  baseline: published\nagent:\n  hidden_size: 16\ntraining:\n  seed: 7\n", "test");
        if (!config) return {};
        const environment::Spaces spaces{environment::observation_size, environment::action_sizes};
        const auto agent = agent::PpoAgent::create(config->agent, spaces, 7);
        if (!agent) return {};
        const auto bytes = agent::encode_checkpoint(
            *agent, {{"config", config::to_json(*config, -1)}, {"provenance", "a test"}}, false);
        if (!bytes) return {};
        const QString file = folder.filePath(name);
        std::ofstream(file.toStdString(), std::ios::binary) << *bytes;
        return file;
    }
};

/// Controls without a name that a screen reader could say.
inline QStringList namelessControls(const QWidget& root) {
    QStringList nameless;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        // Parts of Qt's own compound widgets are spoken for by their owner.
        if (widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QTabBar")) continue;
        const QWidget* parent = widget->parentWidget();
        if (parent != nullptr &&
            (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
             qobject_cast<const QLineEdit*>(parent) || parent->inherits("QComboBoxPrivateContainer") ||
             parent->inherits("QDockWidget") || parent->inherits("QTabBar") ||
             parent->inherits("QTableView") || parent->inherits("QAbstractScrollArea") ||
             parent->inherits("QScrollBar")))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool control =
            button != nullptr || qobject_cast<const QLineEdit*>(widget) ||
            qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
            qobject_cast<const QPlainTextEdit*>(widget) ||
            (qobject_cast<const QAbstractSlider*>(widget) && !widget->inherits("QScrollBar")) ||
            (qobject_cast<const QAbstractItemView*>(widget) && !widget->inherits("QHeaderView"));
        if (!control || !widget->accessibleName().isEmpty() ||
            (button != nullptr && !button->text().isEmpty()))
            continue;
        nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return nameless;
}
