// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/reward_laboratory_report.h"

#include <nlohmann/json.hpp>

#include "core/results/number_text.h"
#include "core/results/text_table.h"

namespace trimtab::results {
namespace {

using json = nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

std::string ranking_table(const RewardRanking& ranking) {
    std::string out = "\n" + ranking.reward + " (" + scoring_method_name(ranking.method) + ")\n";
    Rows rows = {{"rank", "policy", "mean return over all patterns"}};
    for (const RewardScore& score : ranking.scores)
        rows.push_back({std::to_string(score.rank), score.policy + (score.clairvoyant ? " (ceiling)" : ""),
                        estimate_text(score.mean_return, "1")});
    out += text_table(rows);
    for (const std::string& note : ranking.notes) out += "  Left out: " + note + ".\n";
    return out;
}

}  // namespace

std::string reward_laboratory_report(const RewardLaboratoryResult& result) {
    std::string out = "The same policies under several rewards\n=======================================\n";
    out +=
        "A return is a plain number and means something only within its own reward; ranks can be compared.\n";
    for (const RewardRanking& ranking : result.rankings) out += ranking_table(ranking);
    if (!result.agreements.empty()) {
        out +=
            "\nRank correlation (Kendall's tau-b, -1..1, ceiling left out; a description of these policies, "
            "no sample: no "
            "interval)\n";
        Rows rows = {{"reward", "reward", "tau"}};
        for (const RewardAgreement& one : result.agreements)
            rows.push_back({one.first, one.second,
                            one.kendall_tau ? number_text(*one.kendall_tau) : "none: " + one.note});
        out += text_table(rows);
    }
    out += "\nHighest return by setting (ceiling left out)\n";
    Rows wins = {{"policy", "settings", "share"}};
    for (const RewardWins& one : result.wins)
        wins.push_back({one.policy, std::to_string(one.settings), number_text(one.share)});
    out += text_table(wins);
    out +=
        "\nCost, latency, SLO violations and scaling (means an episode over all patterns; front: none beats "
        "it in all four)\n";
    Rows points = {{"policy", "evaluated under", "cost [USD]", "p95 [ms]", "SLO violations [0..1]",
                    "scaling actions [steps]", "front"}};
    for (const RewardTradeOff& p : result.trade_offs)
        points.push_back({p.policy, p.reward.empty() ? "as recorded" : p.reward, number_text(p.cost_usd),
                          number_text(p.latency_p95_ms), number_text(p.slo_violations),
                          number_text(p.scaling_actions), p.on_front ? "yes" : "no"});
    return out + text_table(points);
}

std::string reward_laboratory_to_json(const RewardLaboratoryResult& result) {
    json document = {{"format", 1},
                     {"rankings", json::array()},
                     {"agreements", json::array()},
                     {"wins", json::array()},
                     {"trade_offs", json::array()}};
    for (const RewardRanking& ranking : result.rankings) {
        json scores = json::array();
        for (const RewardScore& score : ranking.scores) {
            json mean = {{"value", score.mean_return.value}, {"n", score.mean_return.n}};
            if (score.mean_return.interval) {
                mean["low"] = score.mean_return.interval->low;
                mean["high"] = score.mean_return.interval->high;
                mean["confidence"] = score.mean_return.interval->confidence;
            } else {
                mean["no_interval"] = score.mean_return.no_interval;
            }
            scores.push_back({{"policy", score.policy},
                              {"clairvoyant", score.clairvoyant},
                              {"rank", score.rank},
                              {"mean_return", mean}});
        }
        document["rankings"].push_back({{"reward", ranking.reward},
                                        {"method", scoring_method_name(ranking.method)},
                                        {"scores", scores},
                                        {"notes", ranking.notes}});
    }
    for (const RewardAgreement& one : result.agreements) {
        json entry = {{"first", one.first}, {"second", one.second}};
        if (one.kendall_tau)
            entry["kendall_tau"] = *one.kendall_tau;
        else
            entry["note"] = one.note;
        document["agreements"].push_back(entry);
    }
    for (const RewardWins& one : result.wins)
        document["wins"].push_back(
            {{"policy", one.policy}, {"settings", one.settings}, {"share", one.share}});
    for (const RewardTradeOff& p : result.trade_offs)
        document["trade_offs"].push_back({{"policy", p.policy},
                                          {"reward", p.reward},
                                          {"cost_usd", p.cost_usd},
                                          {"latency_p95_ms", p.latency_p95_ms},
                                          {"slo_violations", p.slo_violations},
                                          {"scaling_actions", p.scaling_actions},
                                          {"on_front", p.on_front}});
    return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace trimtab::results
