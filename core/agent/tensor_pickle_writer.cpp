// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <numeric>

#include "core/agent/tensor_pickle.h"

namespace trimtab::agent {

namespace {

/// Emits the opcodes of pickle protocol 2 (Python's Lib/pickletools.py describes each).
class PickleWriter {
  public:
    void opcode(char code) { out_ += code; }
    void global(const std::string& module, const std::string& name) {
        out_ += "c" + module + "\n" + name + "\n";
    }
    void text(const std::string& value) {
        out_ += 'X';
        little_endian(value.size(), 4);
        out_ += value;
    }
    void integer(std::int64_t value) {
        if (value >= 0 && value < 256) {
            out_ += 'K';
            little_endian(static_cast<std::uint64_t>(value), 1);
        } else if (value >= INT32_MIN && value <= INT32_MAX) {
            out_ += 'J';
            little_endian(static_cast<std::uint64_t>(value), 4);
        } else {
            out_ += "\x8a\x08";
            little_endian(static_cast<std::uint64_t>(value), 8);
        }
    }
    void tuple(const std::vector<std::int64_t>& values) {
        opcode('(');
        for (const std::int64_t value : values) integer(value);
        opcode('t');
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void little_endian(std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i) out_ += static_cast<char>((value >> (8 * i)) & 0xFF);
    }

    std::string out_ = "\x80\x02";
};

const char* storage_class(ElementType type) {
    switch (type) {
        case ElementType::uint8:
            return "ByteStorage";
        case ElementType::int64:
            return "LongStorage";
        case ElementType::float32:
            return "FloatStorage";
        case ElementType::float64:
            return "DoubleStorage";
    }
    return "ByteStorage";
}

std::vector<std::int64_t> contiguous_strides(const std::vector<std::int64_t>& shape) {
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;) strides[i - 1] = strides[i] * shape[i];
    return strides;
}

}  // namespace

std::string write_tensor_pickle(const TensorArchive& tensors) {
    PickleWriter writer;
    writer.opcode('}');
    writer.opcode('(');
    int storage = 0;
    for (const auto& [name, tensor] : tensors) {
        writer.text(name);
        writer.global("torch._utils", "_rebuild_tensor_v2");
        writer.opcode('(');
        writer.opcode('(');  // the storage, as a persistent id
        writer.text("storage");
        writer.global("torch", storage_class(tensor.type));
        writer.text(std::to_string(storage++));
        writer.text("cpu");
        // Unsigned: a shape that no memory holds wraps, and readers refuse it by its size.
        writer.integer(static_cast<std::int64_t>(std::accumulate(tensor.shape.begin(), tensor.shape.end(),
                                                                 std::uint64_t{1}, std::multiplies<>())));
        writer.opcode('t');
        writer.opcode('Q');
        writer.integer(0);  // offset
        writer.tuple(tensor.shape);
        writer.tuple(contiguous_strides(tensor.shape));
        writer.opcode('\x89');                        // requires_grad: False
        writer.global("collections", "OrderedDict");  // backward hooks: none
        writer.opcode(')');
        writer.opcode('R');
        writer.opcode('t');
        writer.opcode('R');
    }
    writer.opcode('u');
    writer.opcode('.');
    return writer.take();
}

}  // namespace trimtab::agent
