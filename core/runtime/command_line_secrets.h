// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/base/run_control.h"
#include "core/cluster_api/live/live_connections.h"

namespace trimtab::runtime {

/// Where a command without a window takes secrets from: the environment and the files that it names
/// (cluster_api::environment_secrets()), then the keychain. The keychain is asked only where the session has
/// a D-Bus, each secret at most `patience_ms` long (a person may have to unlock it), and never again once it
/// has failed. `tell` hears why it failed, and which password is known nowhere; never a secret. Belongs to
/// one thread with an event loop.
[[nodiscard]] cluster_api::SecretReader command_line_secrets(std::function<void(const std::string&)> tell,
                                                             StopToken stop,
                                                             std::int64_t patience_ms = 20'000);

/// Whether there is a D-Bus of this session, and so perhaps a keychain.
[[nodiscard]] bool has_session_bus();

}  // namespace trimtab::runtime
