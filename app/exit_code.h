// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace trimtab::app {

/// Exit codes of DESIGN 5.
inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_unreachable = 3;
inline constexpr int exit_interrupted = 130;

/// The exit code of a command that failed so.
[[nodiscard]] constexpr int exit_code(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid_argument:
        case ErrorCode::parse_error:
        case ErrorCode::not_found:
        case ErrorCode::unsupported:
            return exit_usage;
        case ErrorCode::io_error:
        case ErrorCode::numeric_error:
        case ErrorCode::conflict:
        case ErrorCode::internal:
            return exit_failed;
        case ErrorCode::unavailable:
        case ErrorCode::permission_denied:
            return exit_unreachable;
        case ErrorCode::cancelled:
            return exit_interrupted;
    }
    return exit_failed;
}

}  // namespace trimtab::app
