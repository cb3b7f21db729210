// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_notes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/results/atomic_file.h"
#include "ui/text/core_sentence.h"

namespace trimtab::ui {
namespace {

using Notes = QHash<QString, RunNote>;

std::filesystem::path fileIn(const QString& folder) {
    return std::filesystem::path(folder.toStdString()) / RunNotes::fileName().toStdString();
}

Expected<Notes> readNotes(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return Notes();
    const auto text = results::read_file(file, 16U << 20);
    if (!text) return Unexpected<Error>(text.error());
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(*text), &parsed);
    if (!document.isObject())
        return fail(ErrorCode::parse_error,
                    "the tags and notes cannot be read (" + parsed.errorString().toStdString() +
                        "); mend or remove the file",
                    file.string());
    Notes notes;
    const QJsonObject runs = document.object();
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        const QJsonObject entry = run->toObject();
        RunNote note;
        for (const QJsonValue& tag : entry[QLatin1String("tags")].toArray()) note.tags.append(tag.toString());
        note.text = entry[QLatin1String("note")].toString();
        if (!note.empty()) notes.insert(run.key(), note);
    }
    return notes;
}

QByteArray encode(const Notes& notes) {
    QJsonObject runs;
    for (auto note = notes.begin(); note != notes.end(); ++note) {
        QJsonObject entry;
        if (!note->tags.isEmpty()) entry[QLatin1String("tags")] = QJsonArray::fromStringList(note->tags);
        if (!note->text.isEmpty()) entry[QLatin1String("note")] = note->text;
        runs[note.key()] = entry;
    }
    return QJsonDocument(runs).toJson();
}

Expected<bool> writeNotes(const std::filesystem::path& file, const QByteArray& text) {
    auto written = results::write_file_atomically(
        file, {text.constData(), static_cast<std::size_t>(text.size())}, results::Durability::process);
    if (!written) return Unexpected<Error>(written.error());
    return true;
}

}  // namespace

RunNotes::RunNotes(QObject* parent) : QObject(parent) {
    writeSoon_.setSingleShot(true);
    writeSoon_.setInterval(400);
    connect(&writeSoon_, &QTimer::timeout, this, &RunNotes::write);
}

RunNotes::~RunNotes() {
    // The window is going: a small file, written here rather than lost.
    if (unwritten_) static_cast<void>(writeNotes(fileIn(folder_), encode(notes_)));
}

void RunNotes::setFolder(const QString& resultsDir) {
    if (resultsDir == folder_) return;
    if (unwritten_) write();
    folder_ = resultsDir;
    notes_.clear();
    reader_.run<Notes>([file = fileIn(folder_)](StopToken) { return readNotes(file); },
                       [this](Expected<Notes> notes) {
                           if (notes) {
                               // What was typed while the file was being read wins.
                               for (auto note = notes_.begin(); note != notes_.end(); ++note)
                                   notes->insert(note.key(), *note);
                               notes_ = std::move(*notes);
                           } else {
                               Q_EMIT failed(errorSentence(notes.error()));
                           }
                           Q_EMIT loaded();
                       });
}

void RunNotes::setNote(const QString& run, const RunNote& note) {
    if (this->note(run) == note) return;
    if (note.empty())
        notes_.remove(run);
    else
        notes_.insert(run, note);
    unwritten_ = true;
    writeSoon_.start();
    Q_EMIT changed(run);
}

QStringList RunNotes::allTags() const {
    QStringList tags;
    for (const RunNote& note : notes_) tags += note.tags;
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

void RunNotes::write() {
    writeSoon_.stop();
    unwritten_ = false;
    writer_.run<bool>(
        [file = fileIn(folder_), text = encode(notes_)](StopToken) { return writeNotes(file, text); },
        [this](const Expected<bool>& written) {
            if (!written) Q_EMIT failed(errorSentence(written.error()));
        });
}

QStringList tagsOf(const QString& text) {
    QStringList tags;
    for (const QString& part : text.split(u',')) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive)) tags.append(tag);
    }
    return tags;
}

}  // namespace trimtab::ui
