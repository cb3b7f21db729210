// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "core/cluster_api/kubernetes/kubeconfig.h"
#include "core/cluster_api/kubernetes/limited_file.h"
#include "core/cluster_api/kubernetes/yaml_tree.h"

namespace trimtab::cluster_api {
namespace {

Expected<Kubeconfig> read_file(const QString& path) {
    const auto text = read_limited_file(path, largest_yaml);
    if (!text) return Unexpected(text.error());
    return parse_kubeconfig(text->toStdString(), path.toStdString(), QFileInfo(path).absolutePath());
}

/// The first to name something wins; insert() keeps what is there.
void merge_into(Kubeconfig& all, Kubeconfig&& next) {
    all.clusters.insert(next.clusters.begin(), next.clusters.end());
    all.users.insert(next.users.begin(), next.users.end());
    all.contexts.insert(next.contexts.begin(), next.contexts.end());
    if (all.current_context.empty()) all.current_context = next.current_context;
    all.files.insert(all.files.end(), next.files.begin(), next.files.end());
}

}  // namespace

Expected<QByteArray> read_limited_file(const QString& path, std::size_t limit) {
    const std::string name = path.toStdString();
    const QFileInfo info(path);
    if (!info.exists()) return fail(ErrorCode::not_found, "The file does not exist. Check the path.", name);
    // A pipe could keep us waiting for ever, and a device could never end.
    if (!info.isFile())
        return fail(ErrorCode::invalid_argument, "This is not a regular file. Give a file.", name);
    if (static_cast<std::size_t>(info.size()) > limit)
        return fail(ErrorCode::parse_error,
                    "The file is larger than " + std::to_string(limit / 1024) +
                        " KiB. It is not what is expected here.",
                    name);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::io_error, "The file cannot be read: " + file.errorString().toStdString() + ".",
                    name);
    return file.read(static_cast<qint64>(limit));
}

Expected<Kubeconfig> load_kubeconfig(const QString& explicit_path, const EnvironmentReader& environment) {
    if (!explicit_path.isEmpty()) return read_file(explicit_path);
    const QString list = environment("KUBECONFIG");
    const QStringList paths = list.isEmpty() ? QStringList(QDir(environment("HOME")).filePath(".kube/config"))
                                             : list.split(QDir::listSeparator());
    Kubeconfig all;
    for (const QString& path : paths) {
        if (path.isEmpty() || !QFileInfo::exists(path)) continue;
        auto next = read_file(path);
        if (!next) return next;
        merge_into(all, std::move(*next));
    }
    return all;
}

}  // namespace trimtab::cluster_api
