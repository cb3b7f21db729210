// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/deployment_writer.h"

#include <utility>

#include "core/cluster_api/live/journal.h"
#include "core/cluster_api/live/workload_objects.h"

namespace trimtab::cluster_api {
namespace {

constexpr int conflict_attempts = 4;

}  // namespace

DeploymentWriter::DeploymentWriter(std::string space, std::string holder, KubernetesClient& client)
    : space_(std::move(space)), holder_(std::move(holder)), client_(client) {}

Expected<void> DeploymentWriter::preflight(const std::string& name, int replicas, StopToken stop) {
    const auto scale = client_.wait(get_scale(space_, name), stop);
    if (!scale) return Unexpected<Error>(scale.error());
    return dry_run(name, replicas, *scale, stop);
}

Expected<void> DeploymentWriter::dry_run(const std::string& name, int replicas, const Scale& present,
                                         StopToken stop) {
    const auto would = client_.wait(
        patch_scale(space_, name, replicas, present.meta.resource_version, WriteMode::dry_run), stop);
    if (!would && would.error().code == ErrorCode::conflict) return {};  // the version moved on: tried again
    if (!would) return Unexpected<Error>(would.error());
    if (would->replicas != replicas)
        return fail(ErrorCode::conflict, "the cluster would set " + name + " to " +
                                             std::to_string(would->replicas) + " instead of " +
                                             std::to_string(replicas) + ": an admission rule changes it");
    return {};
}

Expected<Scale> DeploymentWriter::scale(const std::string& name, int expected, int replicas, StopToken stop) {
    for (int attempt = 1;; ++attempt) {
        const auto present = client_.wait(get_scale(space_, name), stop);
        if (!present) return present;
        if (present->replicas != expected)
            return fail(ErrorCode::conflict, name + " has " + std::to_string(present->replicas) +
                                                 " replicas and not " + std::to_string(expected) +
                                                 ": somebody else has changed it");
        if (auto accepted = dry_run(name, replicas, *present, stop); !accepted)
            return Unexpected<Error>(accepted.error());
        auto stored = client_.wait(
            patch_scale(space_, name, replicas, present->meta.resource_version, WriteMode::store), stop);
        if (stored) return stored;
        // A status update between reading and writing moves the version too: only the count says whose it
        // is.
        if (stored.error().code != ErrorCode::conflict || attempt == conflict_attempts) return stored;
    }
}

Expected<void> DeploymentWriter::annotate(const std::string& name, const std::string& journal,
                                          StopToken stop) {
    const auto decide = [&](const std::string& present) -> Expected<Annotation> {
        if (present == journal) return Annotation::keep;
        const auto other = decode_journal(present);
        if (present.empty() || (other && other->holder == holder_)) return Annotation::change;
        return fail(ErrorCode::conflict,
                    "the annotation " + std::string(journal_annotation) + " of " + name +
                        (other ? " is the journal of " + other->holder +
                                     ": restore it first with trimtab control --restore"
                               : " is no journal that can be read: look at it, then remove it with "
                                 "kubectl annotate deployment " +
                                     name + " " + journal_annotation + "-"));
    };
    return change_annotation(name, decide, {{journal_annotation, journal}}, {}, stop);
}

Expected<void> DeploymentWriter::remove_annotation(const std::string& name, const std::string& holder,
                                                   StopToken stop) {
    const auto decide = [&](const std::string& present) -> Expected<Annotation> {
        const auto entry = decode_journal(present);
        return entry && entry->holder == holder ? Annotation::change : Annotation::keep;
    };
    return change_annotation(name, decide, {}, {journal_annotation}, stop);
}

Expected<void> DeploymentWriter::change_annotation(const std::string& name, const Decide& decide,
                                                   const StringPairs& values,
                                                   const std::vector<std::string>& removed, StopToken stop) {
    for (int attempt = 1;; ++attempt) {
        const auto read = client_.wait(get_deployment(space_, name), stop);
        if (!read) return Unexpected<Error>(read.error());
        const auto wanted = decide(journal_value_of(*read));
        if (!wanted) return Unexpected<Error>(wanted.error());
        if (*wanted == Annotation::keep) return {};
        // The version that was decided on, so that the journal of a session that begins at the same moment is
        // a conflict and not overwritten.
        const auto stored = client_.wait(
            annotate_deployment(space_, name, values, removed, read->meta.resource_version, WriteMode::store),
            stop);
        if (stored) return {};
        if (stored.error().code != ErrorCode::conflict || attempt == conflict_attempts)
            return Unexpected<Error>(stored.error());
    }
}

}  // namespace trimtab::cluster_api
