// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include "core/cluster_api/http/http_message.h"
#include "core/cluster_api/kubernetes/field_reader.h"

namespace trimtab::tests {

/// A body that a real API server sent.
inline QByteArray recorded(const QString& name) {
    QFile file(QString(TRIMTAB_SOURCE_DIR "/tests/core/cluster_api/kubernetes/recordings/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonObject recorded_object(const QString& name) {
    return cluster_api::parse_json_object(recorded(name)).value_or(QJsonObject());
}

/// The whole answer: the body with its "NAME.headers".
inline cluster_api::HttpResponse recorded_response(const QString& name) {
    cluster_api::HttpResponse response;
    response.body = recorded(name);
    QByteArray head = recorded(name + ".headers");
    if (head.isEmpty()) head = recorded(name.left(name.lastIndexOf('.')) + ".headers");
    QList<QByteArray> lines = head.split('\n');
    response.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray& line : lines)
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            response.headers.emplace_back(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    return response;
}

}  // namespace trimtab::tests
