// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstddef>

#include "core/base/expected.h"

namespace trimtab::cluster_api {

/// A regular file's content, at most `limit` bytes; errors name the path.
[[nodiscard]] Expected<QByteArray> read_limited_file(const QString& path, std::size_t limit);

/// Largest certificate, key or token file, bytes.
inline constexpr std::size_t largest_credential_file = 1024 * 1024;

}  // namespace trimtab::cluster_api
