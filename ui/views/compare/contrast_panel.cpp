// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare/contrast_panel.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"

namespace trimtab::ui {

ContrastPanel::ContrastPanel(QWidget* parent)
    : QWidget(parent),
      stack_(new QStackedWidget(this)),
      table_(new TableView(tr("Hyper-parameters that differ"), this)),
      empty_(new EmptyState(QStringLiteral("diff"), QString(), this)) {
    table_->setObjectName(QStringLiteral("contrastTable"));
    table_->setModel(&model_);
    stack_->addWidget(table_);
    stack_->addWidget(empty_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(stack_);
    setRuns({});
}

void ContrastPanel::setRuns(const std::vector<results::LibraryRun>& runs) {
    std::vector<const config::Config*> configs;
    results::ReportTable table;
    table.header = {tr("Key").toStdString(), tr("Unit").toStdString()};
    for (const results::LibraryRun& run : runs) {
        if (!run.config) continue;
        configs.push_back(run.config.get());
        table.header.push_back(run.folder.filename().string());
    }
    for (const results::ConfigContrast& key : results::contrasting_keys(configs)) {
        std::vector<results::ReportCell> row{key.key, key.unit};
        for (const std::string& value : key.values) row.emplace_back(value);
        table.rows.push_back(std::move(row));
    }
    const bool differ = !table.rows.empty();
    if (configs.size() < 2)
        empty_->setCause(tr("Select two or more runs to see the configuration keys in which they differ."));
    else
        empty_->setCause(tr("The selected runs have the same configuration."));
    model_.setTable(std::move(table));
    table_->fitColumns();
    stack_->setCurrentWidget(differ ? static_cast<QWidget*>(table_) : empty_);
}

}  // namespace trimtab::ui
