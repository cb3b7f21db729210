// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/config/config.h"
#include "core/runtime/background_task.h"
#include "core/training/hand_played_episode.h"

namespace trimtab::ui {

/// Which episode a person wants to play.
struct PlaySetup {
    QString profile;  ///< empty: the checkpoint's, else default
    QString pattern = QStringLiteral("spike");
    std::uint64_t seed = 1;
    QString checkpoint;  ///< asked for its advice; may be empty
};

/// A policy that is asked in every state.
struct Advisor {
    QString name;
    std::shared_ptr<const agent::Policy> policy;
    std::unique_ptr<runtime::BackgroundTask> task;
    std::optional<Expected<training::Advice>> advice;  ///< of the present state; nothing: still asked
};

/// How one player did on the whole episode.
struct PlayScore {
    QString name;
    bool clairvoyant = false;
    bool person = false;
    training::EpisodeResult result;
};

/// One episode that is played by hand, the policies that are asked about it, and the score at its end.
/// Environments and policies are made, asked and scored in threads, on copies; only the person's own step, a
/// millisecond, is played here. GUI thread.
class PlaySession final : public QObject {
    Q_OBJECT

  public:
    explicit PlaySession(QObject* parent = nullptr);
    ~PlaySession() override;

    /// Makes the episode; started() or failed() follows. The present one stays until then.
    void start(const PlaySetup& setup);
    [[nodiscard]] bool starting() const { return maker_.busy(); }
    [[nodiscard]] bool ready() const { return episode_.has_value(); }
    /// Only where ready().
    [[nodiscard]] const training::HandPlayedEpisode& episode() const { return *episode_; }
    [[nodiscard]] const config::Config& config() const { return config_; }
    [[nodiscard]] const std::vector<Advisor>& advisors() const { return advisors_; }
    /// Best first; empty before the end of the episode.
    [[nodiscard]] const std::vector<PlayScore>& scores() const { return scores_; }
    [[nodiscard]] bool scoring() const { return scorer_.busy(); }

    void step(const environment::Action& action);
    void undo();
    void restart();

  Q_SIGNALS:
    void started();
    void failed(const trimtab::Error& error);
    /// A step was played or taken back.
    void moved();
    void adviceChanged();
    void scored();

  private:
    struct Made;
    [[nodiscard]] static Expected<Made> make(const PlaySetup& setup, StopToken stop);
    void take(Made made);
    void ask();
    void score();

    std::optional<training::HandPlayedEpisode> episode_;
    config::Config config_;
    std::vector<Advisor> advisors_;
    std::vector<std::shared_ptr<const agent::Policy>> baselines_;  ///< scored, but not asked
    std::vector<PlayScore> scores_;
    runtime::BackgroundTask maker_;
    runtime::BackgroundTask scorer_;
};

}  // namespace trimtab::ui
