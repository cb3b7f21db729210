// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/tensor_archive.h"

#include <optional>

#include "core/agent/stored_zip.h"
#include "core/agent/tensor_pickle.h"

namespace trimtab::agent {

namespace {

constexpr std::size_t largest_pickle = 4U << 20U;

Unexpected<Error> refuse(const std::string& name, const std::string& why) {
    return fail(
        ErrorCode::parse_error,
        "this is not a checkpoint that can be read: " + why + "; choose a .pt file that trimtab train wrote",
        name);
}

/// The folder that all records of a `.pt` file stand in: what precedes "data.pkl".
std::optional<std::string> record_prefix(const ZipEntries& entries) {
    for (const auto& [entry, data] : entries) {
        const std::string_view pickle = "data.pkl";
        if (entry == pickle) return std::string();
        if (entry.ends_with("/data.pkl") && entry.find('/') == entry.size() - pickle.size() - 1) {
            return entry.substr(0, entry.size() - pickle.size());
        }
    }
    return std::nullopt;
}

std::string foreign_zip(const ZipEntries& entries) {
    return entries.empty() ? "it is an empty zip archive" : "it is a zip archive of something else";
}

/// The tensor's bytes within its record, or why they cannot be there.
Expected<std::string_view> window(const PickledTensor& tensor, std::string_view record) {
    const auto broken = [](const char* why) { return fail(ErrorCode::parse_error, why); };
    if (tensor.shape.size() != tensor.strides.size())
        return broken("has a different number of strides and dimensions");
    const auto element = static_cast<std::int64_t>(element_size(tensor.type));
    const auto available = static_cast<std::int64_t>(record.size()) / element;
    if (tensor.storage_size < 0 || tensor.storage_size != available ||
        static_cast<std::int64_t>(record.size()) % element != 0) {
        return broken("does not have the size that its record has");
    }
    std::int64_t count = 1;
    for (std::size_t i = tensor.shape.size(); i-- > 0;) {
        const std::int64_t size = tensor.shape[i];
        if (size < 0 || (size > 0 && count > available / size))
            return broken("claims more than its record holds");
        if (size > 1 && tensor.strides[i] != count) return broken("is not contiguous");
        count *= size;
    }
    if (tensor.offset < 0 || count > available || tensor.offset > available - count) {
        return broken("claims more than its record holds");
    }
    return record.substr(static_cast<std::size_t>(tensor.offset * element),
                         static_cast<std::size_t>(count * element));
}

}  // namespace

std::string write_tensor_archive(const TensorArchive& tensors) {
    StoredZipWriter zip;
    zip.add("archive/data.pkl", write_tensor_pickle(tensors));
    zip.add("archive/byteorder", "little");
    int storage = 0;
    for (const auto& [name, tensor] : tensors)
        zip.add("archive/data/" + std::to_string(storage++), tensor.bytes);
    zip.add("archive/version", "3\n");
    return zip.finish();
}

Expected<TensorArchive> read_tensor_archive(std::string_view bytes, const std::string& name) {
    if (bytes.empty()) return refuse(name, "it is empty");
    if (!bytes.starts_with("PK\x03\x04")) return refuse(name, "it is not a zip archive, which .pt files are");
    const Expected<ZipEntries> entries = read_stored_zip(bytes);
    if (!entries) return refuse(name, entries.error().message);
    const std::optional<std::string> prefix = record_prefix(*entries);
    if (!prefix) return refuse(name, foreign_zip(*entries));
    if (entries->contains(*prefix + "constants.pkl")) return refuse(name, "it is a TorchScript module");
    const auto byte_order = entries->find(*prefix + "byteorder");
    if (byte_order != entries->end() && byte_order->second != "little")
        return refuse(name, "it is big-endian");
    const std::string_view pickle = entries->find(*prefix + "data.pkl")->second;
    if (pickle.size() > largest_pickle) return refuse(name, "its data.pkl is too large");
    const auto pickled = read_tensor_pickle(pickle);
    if (!pickled) return refuse(name, pickled.error().message);

    TensorArchive tensors;
    for (const auto& [key, tensor] : *pickled) {
        const auto record = entries->find(*prefix + "data/" + tensor.storage);
        if (record == entries->end()) return refuse(name, "the data of tensor '" + key + "' is missing");
        const Expected<std::string_view> data = window(tensor, record->second);
        if (!data) return refuse(name, "tensor '" + key + "' " + data.error().message);
        tensors.emplace(key, ArchiveTensor{tensor.type, tensor.shape, *data});
    }
    return tensors;
}

}  // namespace trimtab::agent
