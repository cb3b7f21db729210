// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/live/control_desk.h"

#include <utility>

namespace trimtab::cluster_api {

void ControlDesk::send(ControlCommand command) {
    const std::scoped_lock lock(mutex_);
    commands_.push_back(command);
}

void ControlDesk::publish(ControlEvent event) {
    if (listener_)
        listener_(event);
    else
        events_.offer(std::move(event));
}

std::vector<ControlCommand> ControlDesk::take_commands() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(commands_, {});
}

}  // namespace trimtab::cluster_api
