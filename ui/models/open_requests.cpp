// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/open_requests.h"

#include <QFile>
#include <QFileInfo>

namespace trimtab::ui {
namespace {

constexpr qint64 sniffed_bytes = 4096;

bool holdsRangeQuery(const QString& file) {
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly)) return false;
    const QByteArray head = opened.read(sniffed_bytes);
    return head.contains("\"resultType\"") && head.contains("\"status\"");
}

/// A sweep file has a section `sweep`; a configuration has none.
bool holdsSweep(const QString& file) {
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly)) return false;
    const QByteArray head = opened.read(sniffed_bytes);
    return head.startsWith("sweep:") || head.contains("\nsweep:");
}

}  // namespace

LogPlace OpenRequests::placeOf(const QString& path) {
    const QFileInfo info(path);
    const QString file = info.absoluteFilePath();
    if (info.isDir()) return {LogPlace::Kind::run, file, 0};
    if (!info.isFile()) return {};
    const QString suffix = info.suffix().toLower();
    if (suffix == QLatin1String("pt")) return {LogPlace::Kind::checkpoint, file, 0};
    if (suffix == QLatin1String("yaml") || suffix == QLatin1String("yml"))
        return {holdsSweep(file) ? LogPlace::Kind::sweep : LogPlace::Kind::config, file, 0};
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("log"))
        return {LogPlace::Kind::trace, file, 0};
    if (suffix != QLatin1String("json")) return {};
    // The documents of a run stand for the run; other JSON is a trace or a configuration.
    if (QFileInfo::exists(info.absolutePath() + QStringLiteral("/manifest.json")))
        return {LogPlace::Kind::run, info.absolutePath(), 0};
    return {holdsRangeQuery(file) ? LogPlace::Kind::trace : LogPlace::Kind::config, file, 0};
}

bool OpenRequests::openPath(const QString& path) {
    const LogPlace place = placeOf(path);
    if (place.kind == LogPlace::Kind::none) {
        Q_EMIT refused(path,
                       QFileInfo::exists(path)
                           ? tr("Only run folders, checkpoints (.pt), configurations (.yaml, .json) and "
                                "traces (.csv, .log, .json) can be opened.")
                           : tr("There is no such file or folder."));
        return false;
    }
    openPlace(place);
    return true;
}

void OpenRequests::openPlace(const LogPlace& place) {
    switch (place.kind) {
        case LogPlace::Kind::none:
            return;
        case LogPlace::Kind::job:
            Q_EMIT jobRequested(place.target.toLongLong());
            return;
        case LogPlace::Kind::run:
            Q_EMIT runRequested(place.target);
            return;
        case LogPlace::Kind::checkpoint:
            Q_EMIT checkpointRequested(place.target);
            return;
        case LogPlace::Kind::config:
            Q_EMIT configRequested(place.target, place.line);
            return;
        case LogPlace::Kind::sweep:
            Q_EMIT sweepRequested(place.target);
            return;
        case LogPlace::Kind::trace:
            Q_EMIT traceRequested(place.target);
            return;
        case LogPlace::Kind::mode:
            Q_EMIT modeRequested(place.target);
            return;
        case LogPlace::Kind::help:
            Q_EMIT helpRequested(place.target);
            return;
    }
}

}  // namespace trimtab::ui
