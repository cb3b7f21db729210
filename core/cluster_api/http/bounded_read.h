// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <algorithm>

namespace trimtab::cluster_api {

/// Appends what the device has now, until `body` holds `limit` bytes. In pieces: QIODevice::read(n) makes
/// room for all of n first, and readAll() has no limit, where a few compressed bytes may unfold to a
/// gigabyte.
inline void read_up_to(QIODevice& device, QByteArray& body, qint64 limit) {
    constexpr qint64 piece = 1 << 16;
    while (body.size() < limit) {
        const QByteArray read = device.read(std::min<qint64>(piece, limit - body.size()));
        if (read.isEmpty()) return;
        body += read;
    }
}

}  // namespace trimtab::cluster_api
