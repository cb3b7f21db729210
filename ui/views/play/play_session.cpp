// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/play/play_session.h"

#include <algorithm>

#include "core/agent/policy_factory.h"
#include "core/config/config_reader.h"
#include "core/environment/make_environment.h"
#include "core/results/model_policies.h"
#include "core/training/episode_player.h"

namespace trimtab::ui {
namespace {

using Policies = std::vector<std::shared_ptr<const agent::Policy>>;

/// Asked in every state, in this order, behind the checkpoint.
const std::vector<std::string> asked_policies = {"hpa", "rule", "planner"};
/// Scored at the end only: they never change their mind.
const std::vector<std::string> scored_policies = {"static-gpu", "static-cpu"};

Expected<config::Config> configurationOf(const PlaySetup& setup) {
    if (setup.checkpoint.isEmpty())
        return config::profile_defaults(setup.profile.isEmpty() ? "default" : setup.profile.toStdString());
    std::vector<std::string> overrides;
    if (!setup.profile.isEmpty()) overrides.push_back("environment.profile=" + setup.profile.toStdString());
    return results::model_configuration(setup.checkpoint.toStdString(), overrides);
}

Expected<std::vector<PlayScore>> scoreAll(const training::HandPlayedEpisode& episode,
                                          const Policies& policies, StopToken stop) {
    std::vector<PlayScore> scores;
    auto own = training::score_hand_played(episode, stop);
    if (!own) return Unexpected<Error>(own.error());
    scores.push_back({PlaySession::tr("you"), false, true, std::move(*own)});
    for (const auto& policy : policies) {
        const auto player = policy->clone();
        const auto environment = episode.states().front()->clone();
        environment->set_stop_token(stop);
        auto played = training::play_episode(*player, *environment, episode.episode(), false, stop);
        if (!played) return Unexpected<Error>(played.error());
        scores.push_back(
            {QString::fromStdString(policy->name()), policy->clairvoyant(), false, std::move(*played)});
    }
    std::ranges::stable_sort(scores, [](const PlayScore& a, const PlayScore& b) {
        return a.result.episode_return > b.result.episode_return;
    });
    return scores;
}

}  // namespace

struct PlaySession::Made {
    std::optional<training::HandPlayedEpisode> episode;
    config::Config config;
    Policies policies;
    Policies baselines;
};

PlaySession::PlaySession(QObject* parent) : QObject(parent) {
    connect(&maker_, &runtime::BackgroundTask::busyChanged, this, &PlaySession::moved);
}

PlaySession::~PlaySession() {
    // Their last signals must not reach a half destroyed session.
    maker_.disconnect(this);
}

Expected<PlaySession::Made> PlaySession::make(const PlaySetup& setup, StopToken stop) {
    Made made;
    auto config = configurationOf(setup);
    if (!config) return Unexpected<Error>(config.error());
    made.config = std::move(*config);
    auto environment = environment::make_environment(made.config);
    if (!environment) return Unexpected<Error>(environment.error());
    const environment::EpisodeSpec spec{setup.seed, setup.pattern.toStdString()};
    auto episode = training::HandPlayedEpisode::begin(std::move(*environment), spec);
    if (!episode) return Unexpected<Error>(episode.error());
    made.episode = std::move(*episode);
    std::vector<std::string> models;
    if (!setup.checkpoint.isEmpty()) models.push_back(setup.checkpoint.toStdString());
    auto policies = results::make_policies(models, asked_policies, made.config, stop);
    if (!policies) return Unexpected<Error>(policies.error());
    for (results::NamedPolicy& policy : *policies) made.policies.push_back(std::move(policy.policy));
    auto baselines = results::make_policies({}, scored_policies, made.config, stop);
    if (!baselines) return Unexpected<Error>(baselines.error());
    for (results::NamedPolicy& policy : *baselines) made.baselines.push_back(std::move(policy.policy));
    return made;
}

void PlaySession::start(const PlaySetup& setup) {
    maker_.run<Made>([setup](StopToken stop) { return make(setup, stop); },
                     [this](Expected<Made> made) {
                         if (made)
                             take(std::move(*made));
                         else
                             Q_EMIT failed(made.error());
                     });
}

void PlaySession::take(Made made) {
    scorer_.cancel();
    scores_.clear();
    advisors_.clear();
    episode_ = std::move(made.episode);
    config_ = std::move(made.config);
    baselines_ = std::move(made.baselines);
    for (auto& policy : made.policies) {
        Advisor advisor;
        advisor.name = QString::fromStdString(policy->name());
        advisor.policy = std::move(policy);
        advisor.task = std::make_unique<runtime::BackgroundTask>();
        advisors_.push_back(std::move(advisor));
    }
    ask();
    Q_EMIT moved();
    Q_EMIT started();
}

void PlaySession::step(const environment::Action& action) {
    if (!ready() || episode_->over()) return;
    if (const auto played = episode_->step(action); !played) {
        Q_EMIT failed(played.error());
        return;
    }
    ask();
    if (episode_->over()) score();
    Q_EMIT moved();
}

void PlaySession::undo() {
    if (!ready() || !episode_->undo()) return;
    scorer_.cancel();
    scores_.clear();
    ask();
    Q_EMIT moved();
}

void PlaySession::restart() {
    if (!ready()) return;
    episode_->restart();
    scorer_.cancel();
    scores_.clear();
    ask();
    Q_EMIT moved();
}

void PlaySession::ask() {
    const bool over = episode_->over();
    for (std::size_t i = 0; i < advisors_.size(); ++i) {
        Advisor& advisor = advisors_[i];
        advisor.advice.reset();
        advisor.task->cancel();
        if (over) continue;
        advisor.task->run<training::Advice>(
            [policy = advisor.policy, states = episode_->states(), spec = episode_->episode()](
                StopToken stop) { return training::advise(*policy, states, spec, stop); },
            [this, i](Expected<training::Advice> advice) {
                advisors_[i].advice = std::move(advice);
                Q_EMIT adviceChanged();
            });
    }
    Q_EMIT adviceChanged();
}

void PlaySession::score() {
    Policies policies = baselines_;
    for (const Advisor& advisor : advisors_) policies.push_back(advisor.policy);
    scorer_.run<std::vector<PlayScore>>(
        [episode = *episode_, policies](StopToken stop) { return scoreAll(episode, policies, stop); },
        [this](Expected<std::vector<PlayScore>> scores) {
            if (scores) {
                scores_ = std::move(*scores);
                Q_EMIT scored();
            } else {
                Q_EMIT failed(scores.error());
            }
        });
}

}  // namespace trimtab::ui
