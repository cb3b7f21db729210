// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstring>
#include <list>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/agent/tensor_archive.h"

namespace trimtab::agent {

static_assert(std::endian::native == std::endian::little, "a checkpoint's numbers are little-endian");

/// The archive type that holds T: integers, booleans and enumerations as int64, doubles as float64.
template <class T>
using Stored = std::conditional_t<std::is_floating_point_v<T>, T, std::int64_t>;

template <class T>
inline constexpr ElementType element_type_of = std::is_same_v<T, float>    ? ElementType::float32
                                               : std::is_same_v<T, double> ? ElementType::float64
                                               : std::is_same_v<T, char>   ? ElementType::uint8
                                                                           : ElementType::int64;

/// Collects named tensors and owns their bytes until they are written.
class CheckpointWriter {
  public:
    template <class T>
    void tensor(const std::string& name, std::vector<std::int64_t> shape, const T* data, std::size_t count) {
        std::string& bytes = owned_.emplace_back(count * sizeof(T), '\0');
        if (count > 0) std::memcpy(bytes.data(), data, bytes.size());
        tensors_[name] = {element_type_of<T>, std::move(shape), bytes};
    }
    template <class T>
    void scalar(const std::string& name, T value) {
        const auto stored = static_cast<Stored<T>>(value);
        tensor(name, {1}, &stored, 1);
    }
    template <class T>
    void vector(const std::string& name, const std::vector<T>& values) {
        const std::vector<Stored<T>> stored(values.begin(), values.end());
        tensor(name, {static_cast<std::int64_t>(stored.size())}, stored.data(), stored.size());
    }
    void text(const std::string& name, const std::string& value) {
        tensor(name, {static_cast<std::int64_t>(value.size())}, value.data(), value.size());
    }
    [[nodiscard]] std::string write() const { return write_tensor_archive(tensors_); }

  private:
    TensorArchive tensors_;
    std::list<std::string> owned_;
};

/// Reads named tensors; the first thing that is missing or of another form is kept as the error.
class CheckpointReader {
  public:
    CheckpointReader(const TensorArchive& tensors, std::string file)
        : tensors_(tensors), file_(std::move(file)) {}

    [[nodiscard]] bool has(const std::string& name) const { return tensors_.contains(name); }

    /// The elements of a tensor of exactly this shape and type; empty after an error. Floats must be finite.
    template <class T>
    [[nodiscard]] std::vector<T> tensor(const std::string& name, const std::vector<std::int64_t>& shape) {
        const ArchiveTensor* found = find(name, element_type_of<T>);
        if (found == nullptr) return {};
        if (found->shape != shape) {
            refuse(ErrorCode::invalid_argument, "its tensor '" + name + "' has the shape " +
                                                    shape_text(found->shape) + ", but its settings ask for " +
                                                    shape_text(shape));
            return {};
        }
        return elements<T>(name, *found);
    }
    /// Of one dimension and any length up to `most`.
    template <class T>
    [[nodiscard]] std::vector<T> vector(const std::string& name, std::size_t most) {
        const ArchiveTensor* found = find(name, element_type_of<T>);
        if (found == nullptr) return {};
        if (found->shape.size() != 1 || found->shape.front() > static_cast<std::int64_t>(most)) {
            refuse(ErrorCode::parse_error,
                   "its tensor '" + name + "' has the shape " + shape_text(found->shape));
            return {};
        }
        return elements<T>(name, *found);
    }
    template <class T>
    void scalar(const std::string& name, T& value) {
        const std::vector<Stored<T>> values = tensor<Stored<T>>(name, {1});
        if (values.empty()) return;
        if constexpr (std::is_same_v<T, int>) {
            if (!std::in_range<int>(values.front()))
                return refuse(ErrorCode::parse_error, "its '" + name + "' is out of range");
        }
        value = static_cast<T>(values.front());
    }

    void refuse(ErrorCode code, const std::string& why) {
        if (!error_) error_ = make_error(code, "this checkpoint cannot be used: " + why, file_);
    }
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  private:
    [[nodiscard]] const ArchiveTensor* find(const std::string& name, ElementType type) {
        const auto found = tensors_.find(name);
        if (found == tensors_.end()) {
            refuse(ErrorCode::parse_error, "it has no tensor '" + name +
                                               "'; it is a PyTorch file, but not one that "
                                               "trimtab train wrote");
            return nullptr;
        }
        if (found->second.type != type) {
            refuse(ErrorCode::parse_error, "its tensor '" + name + "' has another element type");
            return nullptr;
        }
        return &found->second;
    }

    template <class T>
    std::vector<T> elements(const std::string& name, const ArchiveTensor& tensor) {
        std::vector<T> out(tensor.bytes.size() / sizeof(T));
        if (!out.empty()) std::memcpy(out.data(), tensor.bytes.data(), out.size() * sizeof(T));
        if constexpr (std::is_floating_point_v<T>) {
            for (const T x : out) {
                if (std::isfinite(x)) continue;
                refuse(ErrorCode::numeric_error,
                       "its tensor '" + name + "' holds NaN or Inf; use an earlier checkpoint");
                return {};
            }
        }
        return out;
    }

    static std::string shape_text(const std::vector<std::int64_t>& shape) {
        std::string out = "[";
        for (std::size_t i = 0; i < shape.size(); ++i) out += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
        return out + "]";
    }

    const TensorArchive& tensors_;
    std::string file_;
    std::optional<Error> error_;
};

}  // namespace trimtab::agent
