// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/base/error.h"

namespace trimtab {

/// Wraps an error on its way into an Expected (the name of C++23's std::unexpected).
template <class E>
class Unexpected {
  public:
    explicit Unexpected(E error) : error_(std::move(error)) {}
    [[nodiscard]] E& error() { return error_; }

  private:
    E error_;
};

[[nodiscard]] inline Unexpected<Error> fail(ErrorCode code, std::string message, std::string context = {}) {
    return Unexpected<Error>(make_error(code, std::move(message), std::move(context)));
}

/// A value or an error: the subset of C++23's std::expected that this project uses, with its names.
/// Reading `value()` of an error throws std::bad_variant_access: test first.
template <class T, class E = Error>
class [[nodiscard]] Expected {
  public:
    using value_type = T;
    using error_type = E;

    Expected(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Expected(Unexpected<E> unexpected) : state_(std::in_place_index<1>, std::move(unexpected.error())) {}

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] T& value() & { return std::get<0>(state_); }
    [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
    [[nodiscard]] E& error() { return std::get<1>(state_); }
    [[nodiscard]] const E& error() const { return std::get<1>(state_); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    template <class U>
    [[nodiscard]] T value_or(U&& other) const& {
        return has_value() ? value() : static_cast<T>(std::forward<U>(other));
    }

  private:
    std::variant<T, E> state_;
};

/// Success without a value, or an error.
template <class E>
class [[nodiscard]] Expected<void, E> {
  public:
    using value_type = void;
    using error_type = E;

    Expected() = default;
    Expected(Unexpected<E> unexpected) : error_(std::move(unexpected.error())) {}

    [[nodiscard]] bool has_value() const { return !error_.has_value(); }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] E& error() { return error_.value(); }
    [[nodiscard]] const E& error() const { return error_.value(); }

  private:
    std::optional<E> error_;
};

}  // namespace trimtab
