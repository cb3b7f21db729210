// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "app/command.h"
#include "core/cluster_api/live/control_desk.h"

namespace trimtab::app {

/// Tells a session's events on a terminal: a line an observation (or JSON), decisions, notices; asks for
/// confirmation on standard error, offers to go on after a pause, and reads the answers from standard input.
/// One thread.
class ControlObserver {
  public:
    struct Style {
        bool json = false;       ///< lines of JSON instead of text
        bool views = true;       ///< a line for every observation
        bool decisions = false;  ///< a line for every decision
    };

    ControlObserver(Console& console, cluster_api::ControlDesk& desk, Style style);

  private:
    void take(const cluster_api::ClusterView& view);
    void take(const cluster_api::DecisionEntry& entry);
    void take(const cluster_api::ControlNotice& notice);
    void tell_withheld(const cluster_api::ControlEvent& event);
    void ask(const cluster_api::ConfirmRequest& request);
    void offer_to_go_on();
    /// The next line on standard input, without waiting for one.
    [[nodiscard]] std::optional<std::string> typed_line();

    Console& console_;
    cluster_api::ControlDesk& desk_;
    Style style_;
    std::int64_t shown_ = 0;  ///< observations
    std::int64_t asked_ = 0;
    bool paused_ = false;
    std::string typed_;
    std::string withheld_;  ///< an error, told unless the session ends with it: then its command tells it
};

}  // namespace trimtab::app
