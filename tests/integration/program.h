// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

/// How a run of the built `trimtab` ended.
struct ProgramResult {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    /// The i-th object of the array.
    [[nodiscard]] QJsonObject item(int i) const { return array().at(i).toObject(); }
    [[nodiscard]] QList<QByteArray> lines() const { return out.trimmed().split('\n'); }
};

/// The value at a path such as "info.executed.placement".
inline QJsonValue at(const QJsonObject& object, const QString& path) {
    QJsonValue value = object;
    for (const QString& key : path.split('.')) value = value.toObject().value(key);
    return value;
}

/// Runs the program to its end with `input` on its standard input. code -1: it did not start, crashed or
/// hung.
inline ProgramResult run_program(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.start(QStringLiteral(TRIMTAB_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramResult result;
    const bool ended = process.waitForFinished(120000);
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    if (ended && process.exitStatus() == QProcess::NormalExit) result.code = process.exitCode();
    return result;
}
