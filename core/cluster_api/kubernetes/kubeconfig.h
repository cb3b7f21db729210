// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/expected.h"
#include "core/cluster_api/http/proxy.h"
#include "core/cluster_api/kubernetes/field_reader.h"

namespace trimtab::cluster_api {

// A kubeconfig as kubectl understands it. Paths are absolute: relative ones were joined to the folder of
// their file. Users hold secrets: never print one.

/// An entry of `clusters`.
struct KubeconfigCluster {
    std::string server;
    std::string tls_server_name;
    std::string authority_file;
    std::optional<QByteArray> authority_data;  ///< PEM
    bool insecure_skip_tls_verify = false;
    std::string proxy_url;
};

struct KubeconfigExec {
    std::string command;  ///< absolute where it held a slash, else searched in PATH
    std::vector<std::string> arguments;
    StringPairs environment;
    std::string api_version;
    std::string interactive_mode;  ///< Never, IfAvailable, Always
    std::string install_hint;
    bool provide_cluster_info = false;
};

struct KubeconfigUser {
    std::string certificate_file;
    std::optional<QByteArray> certificate_data;  ///< PEM
    std::string key_file;
    std::optional<QByteArray> key_data;  ///< PEM
    std::string token;
    std::string token_file;
    std::string username;
    std::string password;
    std::string as;
    std::string as_uid;
    std::vector<std::string> as_groups;
    std::vector<std::pair<std::string, std::vector<std::string>>> as_extra;
    std::optional<KubeconfigExec> exec;
    std::string auth_provider;  ///< the name of an old built-in one, which is not supported
};

/// An entry of `contexts`.
struct KubeconfigContext {
    std::string cluster;
    std::string user;
    std::string namespace_name;
};

/// All files merged; the first that sets a value wins.
struct Kubeconfig {
    std::map<std::string, KubeconfigCluster> clusters;
    std::map<std::string, KubeconfigUser> users;
    std::map<std::string, KubeconfigContext> contexts;
    std::string current_context;
    std::vector<std::string> files;  ///< those that were read
};

/// Reads one file's text. parse_error with "FILE:LINE: FIELD" and a sentence where kubectl would refuse it:
/// values of a wrong type (a token of digits must be quoted), Base64 that is none, two entries of one name,
/// another kind. `folder` is what relative paths start from.
[[nodiscard]] Expected<Kubeconfig> parse_kubeconfig(const std::string& text, const std::string& file,
                                                    const QString& folder);

/// The files that kubectl would read: `explicit_path`, else the list in KUBECONFIG (missing ones are
/// skipped), else
/// ~/.kube/config (may be missing). Of two files the first to name an entry or the current context wins,
/// entry by entry.
[[nodiscard]] Expected<Kubeconfig> load_kubeconfig(
    const QString& explicit_path = {}, const EnvironmentReader& environment = process_environment());

/// Whether a context can be used, by kubectl's rules; an error says what is missing or contradicts itself.
[[nodiscard]] Expected<void> check_context(const Kubeconfig& kubeconfig, const std::string& context);

}  // namespace trimtab::cluster_api
