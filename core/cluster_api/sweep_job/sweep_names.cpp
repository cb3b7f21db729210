// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/sweep_job/sweep_names.h"

#include <regex>

namespace trimtab::cluster_api {
namespace {

bool matches(const std::string& text, const char* pattern) {
    return std::regex_match(text, std::regex(pattern));
}

}  // namespace

std::string subdomain_problem(const std::string& name) {
    if (name.size() <= 253 &&
        matches(name, "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"))
        return {};
    return "must be lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of "
           "each part "
           "(RFC 1123), not '" +
           name.substr(0, 80) + "'";
}

std::string quantity_problem(const std::string& quantity) {
    if (quantity.size() <= 30 &&
        matches(quantity, "([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][0-9]+|m|[kMGTPE]|[KMGTPE]i)?") &&
        quantity.find_first_of("123456789") != std::string::npos)
        return {};
    return "must be a quantity above 0 such as 500m, 2 or 2Gi, not '" + quantity.substr(0, 40) + "'";
}

std::string image_problem(const std::string& image) {
    if (image.empty())
        return "is missing; name an image that holds trimtab (packaging/container has its recipe)";
    if (image.size() <= 512 && matches(image,
                                       "([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:[0-9]+)?/)?"
                                       "[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*"
                                       "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?"))
        return {};
    return "must be an image's reference such as registry.example/trimtab:0.1, not '" + image.substr(0, 80) +
           "'";
}

Expected<void> check_sweep_names(const training::SweepFile& file, const std::string& name_space) {
    const training::SweepKubernetes& settings = file.kubernetes;
    std::string message;
    const auto check = [&](const std::string& key, const std::string& problem) {
        if (!problem.empty())
            message += (message.empty() ? "" : "\n") + file.path.string() + ": " + key + " " + problem;
    };
    const auto optional_name = [&](const std::string& key, const std::string& name) {
        if (!name.empty()) check(key, subdomain_problem(name));
    };
    check("sweep.name",
          training::label_problem(file.name, 40));  // a pod adds a hash, its index and five letters
    check("kubernetes.namespace", training::label_problem(name_space));
    check("kubernetes.image", image_problem(settings.image));
    check("kubernetes.cpu", quantity_problem(settings.cpu));
    check("kubernetes.memory", quantity_problem(settings.memory));
    optional_name("kubernetes.volume_claim", settings.volume_claim);
    optional_name("kubernetes.service_account", settings.service_account);
    optional_name("kubernetes.image_pull_secret", settings.image_pull_secret);
    if (!settings.queue.empty()) check("kubernetes.queue", training::label_problem(settings.queue));
    if (settings.volume_claim.empty() && settings.upload.empty())
        check("kubernetes",
              "needs volume_claim or upload: without either, the run folders would go with their pods");
    if (message.empty()) return {};
    return fail(ErrorCode::invalid_argument, message);
}

}  // namespace trimtab::cluster_api
