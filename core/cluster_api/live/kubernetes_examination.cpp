// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translatable.h"
#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/kubernetes/api_calls.h"
#include "core/cluster_api/live/examination.h"

namespace trimtab::cluster_api {
namespace {

constexpr const char* kubernetes_name = "Kubernetes";

/// The Role as a command; it is bound to a service account, and to `who` where that is a person.
std::string role_to_apply(const RoleSettings& settings, const std::string& who) {
    const auto manifest = render_role(settings);
    if (!manifest) return manifest.error().to_string();
    std::string text = "kubectl apply -f - <<'EOF'\n" + *manifest + "EOF";
    if (!who.starts_with("system:serviceaccount:"))
        text += "\nkubectl create rolebinding trimtab-user --role=trimtab --user='" + who + "' -n " +
                settings.namespace_name;
    return text;
}

/// Whom the server takes this session for; nothing where that failed, which is told.
std::optional<std::string> identify(Examination& examination, KubernetesClient& kubernetes) {
    const auto version = kubernetes.wait(server_version(), examination.stop);
    const auto identity = kubernetes.wait(who_am_i(), examination.stop);
    const auto failed = [&](const std::string& text, const char* cause, const char* fix) {
        examination.fail_step(kubernetes_name, "identity", text, cause, fix);
        return std::nullopt;
    };
    if (!identity && identity.error().code == ErrorCode::permission_denied)
        return failed(
            identity.error().message,
            translatable("CoreTexts",
                         "the token or certificate is wrong, has expired, or belongs to another cluster"),
            "kubectl auth whoami");
    if (!identity)
        return failed(identity.error().to_string(),
                      translatable("CoreTexts", "the server does not answer as an API server does"),
                      "kubectl version");
    if (identity->name == "system:anonymous")
        return failed(translatable("CoreTexts", "the server takes this session for system:anonymous"),
                      translatable("CoreTexts", "the kubeconfig's user has no credentials"),
                      "kubectl config view --minify");
    examination.pass(kubernetes_name, "identity", identity->name + (version ? ", server " + *version : ""));
    return identity->name;
}

/// Names what is denied; nothing where the server does not say, which is told.
std::optional<std::string> denied_of(Examination& examination, KubernetesClient& kubernetes,
                                     const std::vector<AccessQuestion>& questions) {
    std::string denied;
    for (const AccessQuestion& question : questions) {
        const auto review = kubernetes.wait(review_access(question), examination.stop);
        if (!review) {
            examination.fail_step(
                kubernetes_name, "permission", review.error().to_string(),
                translatable("CoreTexts", "the server does not tell which rights there are"),
                "kubectl auth can-i --list");
            return std::nullopt;
        }
        if (!review->allowed) denied += (denied.empty() ? "" : ", ") + question.to_string();
    }
    return denied;
}

/// The rights to observe must be there; those to control only where control is configured.
bool check_rights(Examination& examination, KubernetesClient& kubernetes, const std::string& who) {
    const RoleSettings settings = role_settings(examination.config);
    const auto to_observe = denied_of(examination, kubernetes, needed_rights(settings, false));
    if (!to_observe) return false;
    const auto to_control = denied_of(examination, kubernetes, needed_rights(settings, true));
    if (!to_control) return false;
    const std::string fix = role_to_apply(settings, who);
    const char* cause = translatable("CoreTexts", "no Role gives this right");
    if (!to_observe->empty()) {
        examination.fail_step(kubernetes_name, "permission", who + " may not " + *to_observe, cause, fix);
        return false;
    }
    if (to_control->empty())
        examination.pass(kubernetes_name, "permission", translatable("CoreTexts", "may observe and control"));
    else if (examination.config.cluster.mode != config::ControlMode::observe)
        examination.fail_step(kubernetes_name, "permission", who + " may not " + *to_control, cause, fix);
    else
        examination.tell({kubernetes_name, "permission", DoctorResult::passed,
                          "may observe; may not control: " + *to_control, "", fix});
    return true;
}

}  // namespace

void examine_kubernetes(Examination& examination) {
    auto client = open_kubernetes(examination.config);
    if (!client) {
        examination.fail_step(kubernetes_name, "address", client.error().to_string(),
                              translatable("CoreTexts", "the kubeconfig cannot be used, or there is none"),
                              "kubectl config view --minify; or set cluster.kubeconfig and cluster.context");
        return;
    }
    KubernetesClient& kubernetes = **client;
    examination.pass(
        kubernetes_name, "address",
        origin_text(kubernetes.http().endpoint().base_url) + ", context " + kubernetes.connection().context);
    if (!examination.reach(kubernetes_name, kubernetes.http())) return;
    const auto who = identify(examination, kubernetes);
    if (who && check_rights(examination, kubernetes, *who)) examine_workload(examination, kubernetes);
}

}  // namespace trimtab::cluster_api
