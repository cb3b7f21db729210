// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/cluster_api/live/control_view.h"

namespace trimtab::ui {

/// A pod in one phase; times in seconds since 1970.
struct PodSpan {
    std::string phase;
    std::string reason;
    double from_s = 0;
    double until_s = 0;
};

/// One pod as far as it was watched.
struct PodTrack {
    std::string name;
    cluster::Pool pool = cluster::Pool::gpu;
    double created_s = 0;  ///< before the first span: it lived unwatched
    bool gone = false;
    std::vector<PodSpan> spans;
};

/// A pod that came, changed or went.
struct PodChange {
    std::string name;
    std::string before;  ///< phase; empty: it is new
    std::string after;   ///< phase; empty: it is gone
    std::string reason;
};

/// What each pod went through while it was watched, in the order of pool and appearance. Pods that are gone
/// are kept for an hour, 500 at most.
class PodHistory {
  public:
    /// The pods at that time; tells what has changed since the last, nothing of the first.
    std::vector<PodChange> take(const std::vector<cluster_api::PodView>& pods, double utc_s);
    void clear();
    [[nodiscard]] const std::vector<PodTrack>& tracks() const { return tracks_; }

  private:
    void forget(double utc_s);

    std::vector<PodTrack> tracks_;
    bool begun_ = false;
};

}  // namespace trimtab::ui
