// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/dialogs/figure_preview.h"
#include "ui/figures/figure_export.h"
#include "ui/settings/theme.h"
#include "ui/widgets/command_line_box.h"
#include "ui/widgets/inline_message.h"

namespace trimtab::ui {
namespace {

const QString formatNames[] = {QStringLiteral("pdf"), QStringLiteral("svg"), QStringLiteral("png"),
                               QStringLiteral("tex"), QStringLiteral("csv")};

}  // namespace

ExportDialog::ExportDialog(const QStringList& runs, runtime::RunService& service, QWidget* parent)
    : QDialog(parent),
      service_(service),
      preview_(new FigurePreview(this)),
      message_(new InlineMessage(this)) {
    for (const QString& run : runs) runs_.emplace_back(run.toStdString());
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(runs.size() == 1
                       ? tr("Export %1").arg(QString::fromStdString(runs_.front().filename().string()))
                       : tr("Export %1 runs").arg(runs.size()));
    setAccessibleName(windowTitle());
    resize(1120, 680);
    auto* left = new QWidget(this);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, spacing, 0);
    leftColumn->setSpacing(spacing);
    leftColumn->addWidget(buildFigures(), 1);
    leftColumn->addWidget(buildOptions());
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(left);
    split->addWidget(preview_);
    split->setStretchFactor(1, 1);
    split->setSizes({400, 720});
    split->setChildrenCollapsible(false);
    commandLine_ = new CommandLineBox(this);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing);
    column->addWidget(message_);
    column->addWidget(split, 1);
    column->addWidget(commandLine_);
    column->addWidget(buildButtons());
    connect(&service_, &runtime::RunService::jobFinished, this, &ExportDialog::finish);
    preview_->clear();
    refresh();
    list();
}

QWidget* ExportDialog::buildFigures() {
    auto* box = new QWidget(this);
    names_ = new QListWidget(box);
    names_->setObjectName(QStringLiteral("exportFigures"));
    names_->setAccessibleName(tr("Figures to export"));
    auto* all = new QToolButton(box);
    all->setText(tr("All"));
    all->setObjectName(QStringLiteral("exportAll"));
    all->setAccessibleName(tr("Choose all figures"));
    auto* none = new QToolButton(box);
    none->setText(tr("None"));
    none->setObjectName(QStringLiteral("exportNone"));
    none->setAccessibleName(tr("Choose no figure"));
    const auto checkAll = [this](Qt::CheckState state) {
        for (int i = 0; i < names_->count(); ++i) names_->item(i)->setCheckState(state);
    };
    connect(all, &QToolButton::clicked, this, [checkAll] { checkAll(Qt::Checked); });
    connect(none, &QToolButton::clicked, this, [checkAll] { checkAll(Qt::Unchecked); });
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Figures"), box), 1);
    row->addWidget(all);
    row->addWidget(none);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(names_, 1);
    connect(names_, &QListWidget::currentRowChanged, this, &ExportDialog::showPreview);
    connect(names_, &QListWidget::itemChanged, this, &ExportDialog::refresh);
    return box;
}

QWidget* ExportDialog::buildOptions() {
    auto* box = new QWidget(this);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    preset_ = new QComboBox(box);
    preset_->setObjectName(QStringLiteral("exportPreset"));
    preset_->setAccessibleName(tr("Size of the figures"));
    preset_->addItem(tr("IEEE, one column (252 pt)"), QStringLiteral("ieee-column"));
    preset_->addItem(tr("IEEE, two columns (515.5 pt)"), QStringLiteral("ieee-page"));
    preset_->addItem(tr("Slide, 16:9"), QStringLiteral("slide"));
    preset_->addItem(tr("Screen"), QStringLiteral("screen"));
    form->addRow(tr("Size"), preset_);
    auto* formats = new QHBoxLayout;
    for (const QString& name : formatNames) {
        auto* check = new QCheckBox(name == QLatin1String("tex") ? tr("TikZ") : name.toUpper(), box);
        check->setObjectName(QStringLiteral("format-") + name);
        check->setAccessibleName(tr("Write %1 files").arg(check->text()));
        check->setChecked(name == QLatin1String("pdf"));
        connect(check, &QCheckBox::toggled, this, &ExportDialog::refresh);
        formats->addWidget(check);
        formats_.push_back(check);
    }
    formats->addStretch();
    form->addRow(tr("Formats"), formats);
    const auto check = [&](const QString& text, const char* objectName, const QString& help) {
        auto* made = new QCheckBox(text, box);
        made->setObjectName(QLatin1String(objectName));
        made->setAccessibleName(help);
        made->setToolTip(help);
        connect(made, &QCheckBox::toggled, this, &ExportDialog::refresh);
        return made;
    };
    anonymous_ = check(tr("Anonymous"), "exportAnonymous", tr("Leaves out run names, hash and version"));
    grey_ = check(tr("In grey"), "exportGrey", tr("Draws as a grey printer would"));
    auto* looks = new QHBoxLayout;
    looks->addWidget(anonymous_);
    looks->addWidget(grey_);
    looks->addStretch();
    form->addRow(QString(), looks);
    reports_ = check(tr("Report"), "exportReports",
                     tr("HTML and PDF in the run folder; beside a comparison a LaTeX table and methods"));
    bundle_ = check(tr("Bundle for reviewers"), "exportBundle",
                    tr("A zip of the run folders with hashes, for trimtab verify"));
    auto* more = new QHBoxLayout;
    more->addWidget(reports_);
    more->addWidget(bundle_);
    more->addStretch();
    form->addRow(tr("Also"), more);
    folder_ = new QLineEdit(box);
    folder_->setObjectName(QStringLiteral("exportFolder"));
    folder_->setAccessibleName(tr("Folder of the files"));
    if (!runs_.empty()) folder_->setText(QString::fromStdString((runs_.front() / "figures").string()));
    auto* browse = new QToolButton(box);
    browse->setText(tr("…"));
    browse->setObjectName(QStringLiteral("exportBrowse"));
    browse->setAccessibleName(tr("Choose the folder"));
    auto* where = new QHBoxLayout;
    where->addWidget(folder_, 1);
    where->addWidget(browse);
    form->addRow(tr("Folder"), where);
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of the files"), folder_->text());
        if (!folder.isEmpty()) folder_->setText(folder);
    });
    connect(folder_, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    const auto redraw = [this] {
        refresh();
        showPreview();
    };
    connect(preset_, &QComboBox::currentIndexChanged, this, redraw);
    connect(anonymous_, &QCheckBox::toggled, this, redraw);
    connect(grey_, &QCheckBox::toggled, this, redraw);
    return box;
}

QWidget* ExportDialog::buildButtons() {
    auto* box = new QWidget(this);
    copy_ = new QPushButton(tr("Copy figure"), box);
    copy_->setObjectName(QStringLiteral("exportCopy"));
    copy_->setAccessibleName(tr("Copy the shown figure to the clipboard"));
    export_ = new QPushButton(tr("Export"), box);
    export_->setObjectName(QStringLiteral("exportStart"));
    export_->setAccessibleName(tr("Write the chosen figures and reports"));
    export_->setDefault(true);
    auto* close = new QPushButton(tr("Close"), box);
    close->setObjectName(QStringLiteral("exportClose"));
    close->setAccessibleName(tr("Close the dialog"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(copy_);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(export_);
    connect(copy_, &QPushButton::clicked, this, &ExportDialog::copyFigure);
    connect(export_, &QPushButton::clicked, this, &ExportDialog::start);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return box;
}

void ExportDialog::list() {
    using Figures = std::vector<results::FigureSpec>;
    reader_.run<Figures>([runs = runs_](StopToken) { return figures_of_runs(runs); },
                         [this](Expected<Figures> figures) {
                             if (!figures) {
                                 message_->showError(figures.error());
                                 return;
                             }
                             figures_ = std::move(*figures);
                             {
                                 const QSignalBlocker quiet(names_);
                                 for (const results::FigureSpec& figure : figures_) {
                                     auto* item =
                                         new QListWidgetItem(QString::fromStdString(figure.title), names_);
                                     item->setToolTip(QString::fromStdString(figure.caption));
                                     item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
                                     item->setCheckState(Qt::Checked);
                                 }
                             }
                             names_->setCurrentRow(0);
                             refresh();
                             Q_EMIT listed();
                         });
}

ExportRequest ExportDialog::request() const {
    ExportRequest request;
    request.runs = runs_;
    std::vector<std::string> chosen;
    for (int i = 0; i < names_->count(); ++i)
        if (names_->item(i)->checkState() == Qt::Checked)
            chosen.push_back(figures_[static_cast<std::size_t>(i)].name);
    request.formats.clear();
    for (std::size_t i = 0; i < formats_.size(); ++i)
        if (formats_[i]->isChecked()) request.formats.push_back(formatNames[i].toStdString());
    if (chosen.empty()) request.formats.clear();
    if (chosen.size() < figures_.size()) request.figures = chosen;
    request.options.preset = preset_->currentData().toString().toStdString();
    request.options.anonymous = anonymous_->isChecked();
    request.options.grey = grey_->isChecked();
    request.out = folder_->text().toStdString();
    request.reports = reports_->isChecked();
    if (bundle_->isChecked())
        request.bundle = std::filesystem::path(request.out) / (runs_.front().filename().string() + ".zip");
    return request;
}

void ExportDialog::setOutFolder(const QString& folder) { folder_->setText(folder); }

void ExportDialog::refresh() {
    if (export_ == nullptr) return;
    const ExportRequest wanted = request();
    const bool anything = !wanted.formats.empty() || wanted.reports || !wanted.bundle.empty();
    const bool named = !wanted.out.empty();
    export_->setEnabled(job_ == 0 && anything && named && !figures_.empty());
    export_->setToolTip(!anything ? tr("Choose a figure and a format, or a report")
                        : !named  ? tr("Name a folder")
                                  : QString());
    copy_->setEnabled(names_->currentRow() >= 0);
    commandLine_->setCommandLine(anything && named ? QString::fromStdString(export_command_line(wanted))
                                                   : QString());
}

void ExportDialog::showPreview() {
    const int row = names_->currentRow();
    if (row < 0 || row >= static_cast<int>(figures_.size())) return preview_->clear();
    copy_->setEnabled(true);
    preview_->setFigure(figures_[static_cast<std::size_t>(row)], request().options);
}

void ExportDialog::copyFigure() {
    const int row = names_->currentRow();
    if (row < 0) return;
    results::FigureOptions options = request().options;
    options.png_dpi = 300;
    copier_.run<QImage>([figure = figures_[static_cast<std::size_t>(row)],
                         options](StopToken) { return render_figure_image(figure, options); },
                        [this](const Expected<QImage>& image) {
                            if (!image) return message_->showError(image.error());
                            QGuiApplication::clipboard()->setImage(*image);
                            message_->showMessage(MessageTone::good, tr("Copied"),
                                                  tr("The figure is on the clipboard."));
                        });
}

void ExportDialog::start() {
    message_->showMessage(MessageTone::info, tr("Exporting"), tr("Drawing and writing the files."));
    job_ = service_.submit(export_job(request()));
    refresh();
}

void ExportDialog::finish(runtime::JobId id) {
    if (id != job_) return;
    job_ = 0;
    refresh();
    const runtime::JobStatus* job = service_.find(id);
    if (!*job->result) return message_->showError(job->result->error());
    QStringList files;
    for (const auto& file : std::any_cast<const std::vector<std::filesystem::path>&>(**job->result))
        files.append(QString::fromStdString(file.string()));
    message_->showMessage(MessageTone::good, tr("Exported"), tr("Files written: %1.").arg(files.size()));
    message_->setAction(tr("Open the folder"), [folder = folder_->text()] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
    Q_EMIT exported(files);
}

}  // namespace trimtab::ui
