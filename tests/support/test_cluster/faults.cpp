// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_cluster/faults.h"

#include <array>
#include <regex>

namespace trimtab::test_cluster {
namespace {

struct Named {
    const char* name;
    FaultKind kind;
};
constexpr std::array<Named, 12> kinds{{{"latency", FaultKind::latency},
                                       {"status", FaultKind::status},
                                       {"hang", FaultKind::hang},
                                       {"reset", FaultKind::reset},
                                       {"applied_then_reset", FaultKind::applied_then_reset},
                                       {"half_body", FaultKind::half_body},
                                       {"not_json", FaultKind::not_json},
                                       {"wrong_type", FaultKind::wrong_type},
                                       {"huge_body", FaultKind::huge_body},
                                       {"wrong_ca", FaultKind::wrong_ca},
                                       {"expired_certificate", FaultKind::expired_certificate},
                                       {"clock_skew", FaultKind::clock_skew}}};

std::string target_of(const HttpRequest& request) {
    std::string target = request.path;
    char separator = '?';
    for (const auto& [name, value] : request.query) {
        target.append(1, separator).append(name).append("=").append(value);
        separator = '&';
    }
    return target;
}

bool matches(const FaultRule& rule, const FaultPlan::Call& call) {
    return (rule.service.empty() || rule.service == call.service) &&
           (rule.method.empty() || rule.method == call.method) &&
           call.target.find(rule.path_contains) != std::string::npos;
}

}  // namespace

std::optional<Fault> FaultPlan::next(const std::string& service, const HttpRequest& request) {
    Call& call = calls_.emplace_back(Call{service, request.method, target_of(request), std::nullopt});
    std::optional<Fault> fault;
    for (Counted& counted : rules_) {
        if (!matches(counted.rule, call)) continue;
        const int number = ++counted.seen;
        const int first = counted.rule.first_call;
        const bool covered =
            number >= first && (counted.rule.calls < 0 || number < first + counted.rule.calls);
        if (covered && !fault) fault = counted.rule.fault;
    }
    if (fault) call.fault = fault->kind;
    return fault;
}

Expected<FaultKind> fault_kind(const std::string& name) {
    for (const Named& named : kinds)
        if (name == named.name) return named.kind;
    return fail(ErrorCode::invalid_argument, "There is no fault \"" + name + "\".");
}

std::string fault_name(FaultKind kind) {
    for (const Named& named : kinds)
        if (kind == named.kind) return named.name;
    return {};
}

Expected<FaultRule> parse_fault_rule(const std::string& text) {
    static const std::regex form(
        R"(([a-z]*)/([A-Z]*)/([^=]*)=([a-z_]+)(?::(\d+))?(?::(\d+))?(?:@(\d+)(?:x(-?\d+))?)?)");
    std::smatch part;
    if (text.size() > 1000 || !std::regex_match(text, part, form))
        return fail(
            ErrorCode::invalid_argument,
            "\"" + text + "\" is not service/METHOD/path=kind[:number[:retry_after_s]][@first[xcalls]].");
    const auto kind = fault_kind(part[4]);
    if (!kind) return Unexpected<Error>(kind.error());
    FaultRule rule{part[1], part[2], part[3], 1, 1, {*kind}};
    try {
        if (part[5].matched) {
            rule.fault.amount = std::stoll(part[5]);
            if (*kind == FaultKind::status) rule.fault.status = static_cast<int>(rule.fault.amount);
        }
        if (part[6].matched) rule.fault.retry_after_s = std::stoi(part[6]);
        if (part[7].matched) rule.first_call = std::stoi(part[7]);
        if (part[8].matched) rule.calls = std::stoi(part[8]);
    } catch (const std::out_of_range&) {
        return fail(ErrorCode::invalid_argument, "A number in \"" + text + "\" is too large.");
    }
    return rule;
}

}  // namespace trimtab::test_cluster
