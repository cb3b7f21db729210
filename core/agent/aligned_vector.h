// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace trimtab::agent {

/// Allocates on cache lines, so that no vector load of a row crosses one.
template <class T>
struct CacheLineAllocator {
    using value_type = T;
    static constexpr std::align_val_t alignment{64};

    CacheLineAllocator() = default;
    template <class U>
    CacheLineAllocator(const CacheLineAllocator<U>&) {}

    [[nodiscard]] T* allocate(std::size_t n) {
        return static_cast<T*>(::operator new(n * sizeof(T), alignment));
    }
    void deallocate(T* pointer, std::size_t) { ::operator delete(pointer, alignment); }

    friend bool operator==(const CacheLineAllocator&, const CacheLineAllocator&) { return true; }
};

using FloatVector = std::vector<float, CacheLineAllocator<float>>;

}  // namespace trimtab::agent
