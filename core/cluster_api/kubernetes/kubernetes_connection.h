// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/cluster_api/http/credential.h"
#include "core/cluster_api/http/network_session.h"

namespace trimtab::cluster_api {

/// Where and as whom to speak to a cluster; made from a kubeconfig's context or from within a pod.
struct KubernetesConnection {
    HttpEndpoint endpoint;
    std::shared_ptr<CredentialProvider> credentials;
    std::string context;             ///< "in-cluster" within a pod
    std::string namespace_name;      ///< the context's; "default" where it names none
    HttpHeaders headers;             ///< of every request: impersonation
    bool verifies_server = true;     ///< false: show it
    std::vector<std::string> notes;  ///< what a person should know about it
};

}  // namespace trimtab::cluster_api
