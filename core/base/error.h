// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace trimtab {

/// The closed set of failures. The command line maps them to exit codes, the window to sentences.
enum class ErrorCode {
    invalid_argument,   ///< a value is out of range or of the wrong type; exit code 2
    parse_error,        ///< a file or body is not what its format says; exit code 2
    not_found,          ///< a file, run, model or object does not exist; exit code 2
    unsupported,        ///< understood, but not available in this build or for this object; exit code 2
    io_error,           ///< reading or writing failed (permissions, full disk); exit code 1
    numeric_error,      ///< NaN or Inf where a number is needed; exit code 1
    unavailable,        ///< a service cannot be reached; exit code 3
    permission_denied,  ///< a service refused the identity or its rights; exit code 3
    conflict,           ///< somebody else changed or holds the object; exit code 1
    cancelled,          ///< stopped by the user; exit code 130
    internal            ///< a defect of the program; exit code 1
};

/// An error as a value. `message` says what is wrong and what to do, in one sentence for a person;
/// `context` is the place ("configs/a.yaml:12: agent.gamma") or is empty.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message;
    std::string context;

    /// "context: message", or the message alone.
    [[nodiscard]] std::string to_string() const {
        return context.empty() ? message : context + ": " + message;
    }
};

[[nodiscard]] inline Error make_error(ErrorCode code, std::string message, std::string context = {}) {
    return {code, std::move(message), std::move(context)};
}

}  // namespace trimtab
