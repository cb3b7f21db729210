// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/experiment_document.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUndoCommand>

#include "core/config/config_document.h"
#include "core/config/config_edit.h"
#include "core/config/config_table.h"
#include "core/config/config_value.h"
#include "ui/text/core_sentence.h"

namespace trimtab::ui {
namespace {

constexpr int typing_id = 1;
constexpr qint64 typing_pause_ms = 1000;

QString typedText(const config::RawValue& raw) {
    if (raw.kind == config::RawValue::Kind::null) return {};
    if (raw.kind != config::RawValue::Kind::list) return QString::fromStdString(raw.text);
    QStringList items;
    for (const config::RawValue& item : raw.items) items << QString::fromStdString(item.text);
    return items.join(QStringLiteral(", "));
}

/// A value as a person types it: lists without their brackets.
QString shownText(const config::ConfigValue& value) {
    QString text = QString::fromStdString(config::value_to_text(value));
    if (text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']')))
        text = text.mid(1, text.size() - 2);
    return text;
}

}  // namespace

/// The whole text before and after: a configuration has a few kilobytes.
class ExperimentDocument::TextCommand final : public QUndoCommand {
  public:
    TextCommand(ExperimentDocument& document, QString after, bool typing)
        : document_(document), before_(document.text_), after_(std::move(after)), typing_(typing) {
        clock_.start();
    }
    void undo() override { document_.apply(before_); }
    void redo() override { document_.apply(after_); }
    [[nodiscard]] int id() const override { return typing_ ? typing_id : -1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const TextCommand*>(other);
        if (clock_.hasExpired(typing_pause_ms)) return false;
        after_ = next->after_;
        clock_.restart();
        return true;
    }

  private:
    ExperimentDocument& document_;
    QString before_;
    QString after_;
    bool typing_;
    QElapsedTimer clock_;
};

ExperimentDocument::ExperimentDocument(QObject* parent) : QObject(parent) {
    connect(&undo_, &QUndoStack::cleanChanged, this, &ExperimentDocument::titleChanged);
    start(QStringLiteral("environment:\n  profile: default\n"), {}, tr("new experiment"));
}

// The stack tells its end; by then the rest of the document is gone.
ExperimentDocument::~ExperimentDocument() { undo_.blockSignals(true); }

void ExperimentDocument::setText(const QString& text) {
    if (text != text_) push(text, true);
}

void ExperimentDocument::push(const QString& text, bool typing) {
    undo_.push(new TextCommand(*this, text, typing));
}

Expected<void> ExperimentDocument::setValue(const QString& path, const QString& typed) {
    const auto edited =
        config::set_in_text(text_.toStdString(), path.toStdString(), typed.trimmed().toStdString());
    if (!edited) return Unexpected(edited.error());
    const QString text = QString::fromStdString(*edited);
    if (text != text_) push(text, false);
    return {};
}

Expected<void> ExperimentDocument::resetValue(const QString& path) {
    const auto edited = config::remove_from_text(text_.toStdString(), path.toStdString());
    if (!edited) return Unexpected(edited.error());
    const QString text = QString::fromStdString(*edited);
    if (text != text_) push(text, false);
    return {};
}

void ExperimentDocument::start(const QString& text, const QString& file, const QString& title) {
    undo_.clear();
    file_ = file;
    title_ = title;
    savedText_ = text;
    apply(text);
    Q_EMIT titleChanged();
}

Expected<void> ExperimentDocument::load(const QString& file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        const ErrorCode code = in.exists() ? ErrorCode::io_error : ErrorCode::not_found;
        return fail(code, "cannot be opened: " + in.errorString().toStdString(), file.toStdString());
    }
    const QByteArray bytes = in.read(static_cast<qint64>(config::largest_document) + 1);
    if (static_cast<std::size_t>(bytes.size()) > config::largest_document)
        return fail(ErrorCode::invalid_argument, "is larger than a configuration can be (256 KiB)",
                    file.toStdString());
    if (!config::is_utf8_text(bytes.toStdString()))
        return fail(ErrorCode::parse_error, "is not a text in UTF-8; give a YAML or JSON file",
                    file.toStdString());
    start(QString::fromUtf8(bytes), QFileInfo(file).absoluteFilePath(), QFileInfo(file).fileName());
    return {};
}

Expected<void> ExperimentDocument::save(const QString& file) {
    QSaveFile out(file);
    const QByteArray bytes = text_.toUtf8();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return fail(ErrorCode::io_error, "cannot be written: " + out.errorString().toStdString(),
                    file.toStdString());
    file_ = QFileInfo(file).absoluteFilePath();
    title_ = QFileInfo(file).fileName();
    savedText_ = text_;
    undo_.setClean();
    Q_EMIT titleChanged();
    return {};
}

void ExperimentDocument::apply(const QString& text) {
    text_ = text;
    const std::string bytes = text.toStdString();
    const std::string name = title_.toStdString();
    config::ParsedConfig parsed = config::check_config(bytes, name);
    readable_ = true;
    for (const config::ConfigIssue& issue : parsed.issues) readable_ = readable_ && !issue.key.empty();
    // While the text is no YAML the fields go on showing what it last said.
    if (readable_) {
        entries_.clear();
        for (const config::DocumentEntry& entry : config::read_document(bytes, name).entries)
            entries_[entry.section + "." + entry.name] = {typedText(entry.value), entry.line};
        parsed_ = std::move(parsed);
        if (auto defaults = config::profile_defaults(parsed_.config.environment.profile))
            defaults_ = *defaults;
    } else {
        parsed_.issues = std::move(parsed.issues);
    }
    Q_EMIT changed();
}

ConfigFieldState ExperimentDocument::field(const std::string& path) const {
    ConfigFieldState state;
    const config::ConfigKey* key = config::find_key(path);
    if (key == nullptr) return state;
    const auto entry = entries_.find(path);
    state.inText = entry != entries_.end();
    // A key that follows another takes its value while only that one is set.
    const std::string leader = key->section + "." + key->follows;
    const bool follows = !key->follows.empty() && entries_.count(leader) > 0;
    const config::ConfigValue held =
        follows ? config::find_key(leader)->get(parsed_.config) : key->get(defaults_);
    state.defaultValue = shownText(held);
    state.typed = state.inText ? entry->second.typed : shownText(key->get(parsed_.config));
    state.line = state.inText ? entry->second.line : 0;
    for (const config::ConfigIssue& issue : parsed_.issues)
        if (issue.key == path) state.issue = coreSentence(issue.message);
    state.differs = state.inText && (!state.issue.isEmpty() || key->get(parsed_.config) != held);
    return state;
}

config::Config ExperimentDocument::runConfig() const {
    config::Config config = parsed_.config;
    if (!file_.isEmpty()) config::find_trace_beside(config, file_.toStdString());
    return config;
}

config::Config ExperimentDocument::savedConfig() const {
    if (!file_.isEmpty())
        if (auto saved = config::parse_config(savedText_.toStdString(), title_.toStdString())) return *saved;
    return defaults_;
}

int ExperimentDocument::differences() const {
    int count = 0;
    for (const auto& [path, entry] : entries_)
        if (path != "environment.profile" && field(path).differs) ++count;
    return count;
}

}  // namespace trimtab::ui
