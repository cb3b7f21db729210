// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <optional>
#include <unordered_map>

#include "core/agent/tensor_pickle.h"

namespace trimtab::agent {

namespace {

constexpr std::size_t most_values = 1U << 16U;
constexpr std::size_t most_dimensions = 16;

enum class Kind {
    none,
    boolean,
    integer,
    text,
    rebuild_tensor,
    ordered_dict,
    storage_class,
    tuple,
    dict,
    storage,
    tensor
};

/// A value of the machine; others are referred to by their number, so that shared and nested ones cost
/// nothing.
struct Value {
    Kind kind = Kind::none;
    std::int64_t integer = 0;
    std::string text;
    ElementType type = ElementType::uint8;
    std::vector<std::size_t> items;  ///< of a tuple; of a dict: key, value, key, value
    PickledTensor tensor;
};

struct AllowedGlobal {
    std::string_view name;
    Kind kind;
    ElementType type;
};

constexpr std::array allowed_globals = {
    AllowedGlobal{"torch._utils._rebuild_tensor_v2", Kind::rebuild_tensor, ElementType::uint8},
    AllowedGlobal{"collections.OrderedDict", Kind::ordered_dict, ElementType::uint8},
    AllowedGlobal{"torch.ByteStorage", Kind::storage_class, ElementType::uint8},
    AllowedGlobal{"torch.LongStorage", Kind::storage_class, ElementType::int64},
    AllowedGlobal{"torch.FloatStorage", Kind::storage_class, ElementType::float32},
    AllowedGlobal{"torch.DoubleStorage", Kind::storage_class, ElementType::float64},
};

/// Printable form of bytes from a file, for a message.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text.substr(0, 60)) out += c >= ' ' && c <= '~' ? c : '?';
    return out + "'";
}

/// Each step either succeeds or records the first error and ends the run.
class PickleMachine {
  public:
    explicit PickleMachine(std::string_view pickle) : pickle_(pickle) {}

    Expected<std::map<std::string, PickledTensor>> run() {
        while (!error_ && !stopped_) {
            if (values_.size() > most_values) {
                refuse("it holds too many values");
                break;
            }
            const std::string_view code = take(1);
            if (!error_) execute(static_cast<unsigned char>(code.front()));
        }
        if (error_) return fail(ErrorCode::parse_error, *error_);
        return tensors_of_result();
    }

  private:
    void execute(unsigned char code) {
        switch (code) {
            case 0x80:
                take(1);
                break;  // PROTO
            case '.':
                stopped_ = true;
                break;  // STOP
            case '(':
                marks_.push_back(stack_.size());
                break;  // MARK
            case 'N':
                push({});
                break;  // NONE
            case 0x88:
            case 0x89:
                push_number(Kind::boolean, code == 0x88 ? 1 : 0);
                break;
            case 'K':
                push_number(Kind::integer, unsigned_number(1));
                break;
            case 'M':
                push_number(Kind::integer, unsigned_number(2));
                break;
            case 'J':
                push_number(Kind::integer, static_cast<std::int32_t>(unsigned_number(4)));
                break;
            case 0x8a:
                push_long();
                break;  // LONG1
            case 'X':
                push_text(static_cast<std::size_t>(unsigned_number(4)));
                break;
            case 'c':
                push_global();
                break;
            case ')':
                push_kind(Kind::tuple);
                break;
            case '}':
                push_kind(Kind::dict);
                break;
            case 't':
                push_tuple(above_mark());
                break;
            case 0x85:
                push_tuple(pop(1));
                break;
            case 0x86:
                push_tuple(pop(2));
                break;
            case 0x87:
                push_tuple(pop(3));
                break;
            case 'q':
                memo_[unsigned_number(1)] = top();
                break;  // BINPUT
            case 'r':
                memo_[unsigned_number(4)] = top();
                break;  // LONG_BINPUT
            case 'h':
                push_memo(unsigned_number(1));
                break;  // BINGET
            case 'j':
                push_memo(unsigned_number(4));
                break;  // LONG_BINGET
            case 'Q':
                make_storage();
                break;  // BINPERSID
            case 'R':
                reduce();
                break;
            case 's':
                set_items(pop(2));
                break;
            case 'u':
                set_items(above_mark());
                break;
            case 'b':
                pop(1);
                break;  // BUILD: state dicts carry version marks
            default:
                refuse("it holds more than a dict of tensors (pickle opcode " + std::to_string(code) + ")");
        }
    }

    void refuse(std::string message) {
        if (!error_) error_ = std::move(message);
    }

    std::string_view take(std::size_t size) {
        if (pickle_.size() - at_ < size) {
            refuse("its data.pkl is truncated");
            return {};
        }
        at_ += size;
        return pickle_.substr(at_ - size, size);
    }

    std::string_view take_line() {
        const std::size_t end = pickle_.find('\n', at_);
        if (end == std::string_view::npos) {
            refuse("its data.pkl is truncated");
            return {};
        }
        const std::string_view line = pickle_.substr(at_, end - at_);
        at_ = end + 1;
        return line;
    }

    std::int64_t unsigned_number(std::size_t size) {
        const std::string_view bytes = take(size);
        if (error_) return 0;
        std::uint64_t value = 0;
        for (std::size_t i = size; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
        return static_cast<std::int64_t>(value);
    }

    void push(Value value) {
        stack_.push_back(values_.size());
        values_.push_back(std::move(value));
    }
    void push_kind(Kind kind) {
        Value value;
        value.kind = kind;
        push(std::move(value));
    }
    void push_number(Kind kind, std::int64_t number) {
        Value value;
        value.kind = kind;
        value.integer = number;
        push(std::move(value));
    }
    void push_long() {
        const auto size = static_cast<std::size_t>(unsigned_number(1));
        if (size > 8) return refuse("it holds an integer of more than 64 bits");
        std::int64_t number = unsigned_number(size);
        const int missing = static_cast<int>(64 - 8 * size);
        if (size > 0 && missing > 0) {  // sign of a two's complement number
            number = static_cast<std::int64_t>(static_cast<std::uint64_t>(number) << missing) >> missing;
        }
        push_number(Kind::integer, number);
    }
    void push_text(std::size_t size) {
        Value value;
        value.kind = Kind::text;
        value.text = take(size);
        push(std::move(value));
    }
    void push_global() {
        const std::string module(take_line());
        const std::string name = module + "." + std::string(take_line());
        for (const AllowedGlobal& allowed : allowed_globals) {
            if (allowed.name != name) continue;
            Value value;
            value.kind = allowed.kind;
            value.type = allowed.type;
            return push(std::move(value));
        }
        refuse("it refers to " + quoted(name) +
               ", which no checkpoint of this program does; nothing of it was executed");
    }
    void push_tuple(std::vector<std::size_t> items) {
        Value value;
        value.kind = Kind::tuple;
        value.items = std::move(items);
        push(std::move(value));
    }
    void push_memo(std::int64_t key) {
        const auto found = memo_.find(key);
        if (found == memo_.end()) return refuse("its data.pkl is damaged");
        stack_.push_back(found->second);
        if (stack_.size() > most_values) refuse("it holds too many values");
    }

    /// How much of the stack may be popped: what stands above the last mark.
    [[nodiscard]] std::size_t floor() const { return marks_.empty() ? 0 : marks_.back(); }

    std::size_t top() {
        if (stack_.size() <= floor()) {
            refuse("its data.pkl is damaged");
            push({});
        }
        return stack_.back();
    }

    std::vector<std::size_t> pop(std::size_t count) {
        if (stack_.size() < floor() + count) {
            refuse("its data.pkl is damaged");
            return {};
        }
        const auto first = stack_.end() - static_cast<std::ptrdiff_t>(count);
        std::vector<std::size_t> items(first, stack_.end());
        stack_.erase(first, stack_.end());
        return items;
    }

    std::vector<std::size_t> above_mark() {
        if (marks_.empty()) {
            refuse("its data.pkl is damaged");
            return {};
        }
        std::vector<std::size_t> items = pop(stack_.size() - marks_.back());
        marks_.pop_back();
        return items;
    }

    [[nodiscard]] const Value* item(const Value& tuple, std::size_t i, Kind kind) {
        if (tuple.kind == Kind::tuple && i < tuple.items.size() && values_[tuple.items[i]].kind == kind) {
            return &values_[tuple.items[i]];
        }
        refuse("a tensor in it is described in an unknown way");
        return nullptr;
    }

    /// ("storage", class, key, device, elements)
    void make_storage() {
        const std::vector<std::size_t> popped = pop(1);
        if (error_) return;
        const Value& id = values_[popped.front()];
        const Value* type = item(id, 1, Kind::storage_class);
        const Value* key = item(id, 2, Kind::text);
        const Value* size = item(id, 4, Kind::integer);
        if (error_) return;
        Value storage;
        storage.kind = Kind::storage;
        storage.tensor.type = type->type;
        storage.tensor.storage = key->text;
        storage.tensor.storage_size = size->integer;
        push(std::move(storage));
    }

    void reduce() {
        const std::vector<std::size_t> popped = pop(2);
        if (error_) return;
        const Value& callable = values_[popped[0]];
        const Value& arguments = values_[popped[1]];
        if (callable.kind == Kind::ordered_dict && arguments.kind == Kind::tuple && arguments.items.empty()) {
            return push_kind(Kind::dict);
        }
        if (callable.kind != Kind::rebuild_tensor)
            return refuse("it calls something that does not build a tensor");
        const Value* storage = item(arguments, 0, Kind::storage);
        const Value* offset = item(arguments, 1, Kind::integer);
        const Value* shape = item(arguments, 2, Kind::tuple);
        const Value* strides = item(arguments, 3, Kind::tuple);
        if (error_) return;
        Value tensor;
        tensor.kind = Kind::tensor;
        tensor.tensor = storage->tensor;
        tensor.tensor.offset = offset->integer;
        tensor.tensor.shape = integers(*shape);
        tensor.tensor.strides = integers(*strides);
        push(std::move(tensor));
    }

    std::vector<std::int64_t> integers(const Value& tuple) {
        std::vector<std::int64_t> out;
        if (tuple.items.size() > most_dimensions) refuse("a tensor in it has too many dimensions");
        for (std::size_t i = 0; i < tuple.items.size() && !error_; ++i) {
            const Value* value = item(tuple, i, Kind::integer);
            if (value != nullptr) out.push_back(value->integer);
        }
        return out;
    }

    void set_items(const std::vector<std::size_t>& items) {
        if (error_) return;
        Value& dict = values_[top()];
        if (error_ || dict.kind != Kind::dict || items.size() % 2 != 0)
            return refuse("its data.pkl is damaged");
        dict.items.insert(dict.items.end(), items.begin(), items.end());
        items_ += items.size();
        if (items_ > most_values) refuse("it holds too many values");
    }

    Expected<std::map<std::string, PickledTensor>> tensors_of_result() {
        if (stack_.size() != 1 || values_[stack_.back()].kind != Kind::dict) {
            return fail(ErrorCode::parse_error, "it does not hold a dict");
        }
        std::map<std::string, PickledTensor> tensors;
        const std::vector<std::size_t>& items = values_[stack_.back()].items;
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            const Value& key = values_[items[i]];
            const Value& value = values_[items[i + 1]];
            if (key.kind != Kind::text)
                return fail(ErrorCode::parse_error, "a key of its dict is not a text");
            if (value.kind != Kind::tensor) {
                return fail(ErrorCode::parse_error, "its entry " + quoted(key.text) + " is not a tensor");
            }
            if (!tensors.emplace(key.text, value.tensor).second) {
                return fail(ErrorCode::parse_error, "its entry " + quoted(key.text) + " stands there twice");
            }
        }
        return tensors;
    }

    std::string_view pickle_;
    std::size_t at_ = 0;
    bool stopped_ = false;
    std::optional<std::string> error_;
    std::vector<Value> values_;
    std::vector<std::size_t> stack_;
    std::vector<std::size_t> marks_;
    std::unordered_map<std::int64_t, std::size_t> memo_;
    std::size_t items_ = 0;
};

}  // namespace

Expected<std::map<std::string, PickledTensor>> read_tensor_pickle(std::string_view pickle) {
    return PickleMachine(pickle).run();
}

}  // namespace trimtab::agent
