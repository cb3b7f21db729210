// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/blas.h"

#include <dlfcn.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <limits>
#include <sstream>
#include <vector>

namespace trimtab::agent {

namespace {

/// The system's BLAS, which Debian's LibTorch takes too. Which library that is, is decided at run time
/// (Debian's alternatives), so its functions are looked up, not linked. Null: there is none.
void* blas_library() {
    static void* const library = dlopen("libblas.so.3", RTLD_LAZY | RTLD_LOCAL);
    return library;
}

template <class Function>
Function loaded(const char* symbol) {
    if (blas_library() == nullptr) return nullptr;
    return reinterpret_cast<Function>(dlsym(blas_library(), symbol));
}

/// The file that sgemm was loaded from.
std::string blas_file() {
    Dl_info info{};
    const auto address = loaded<void*>("sgemm_");
    if (address == nullptr || dladdr(address, &info) == 0 || info.dli_fname == nullptr) return {};
    return info.dli_fname;
}

using Sgemm = void (*)(const char* transpose_a, const char* transpose_b, const int* m, const int* n,
                       const int* k, const float* alpha, const float* a, const int* lda, const float* b,
                       const int* ldb, const float* beta, float* c, const int* ldc);

}  // namespace

std::string blas_name() {
    if (const auto config = loaded<char* (*)()>("openblas_get_config")) {
        std::istringstream words(config());
        std::string name, version;
        words >> name >> version;
        const auto core = loaded<char* (*)()>("openblas_get_corename");
        return name + " " + version + (core != nullptr ? std::string(" ") + core() : std::string());
    }
    if (loaded<void*>("bli_info_get_version_str") != nullptr) return "BLIS";
    if (loaded<void*>("MKL_Get_Version_String") != nullptr) return "MKL";
    if (blas_file().find("blas") != std::string::npos) return "reference";
    return "unknown";
}

std::string blas_warning() {
    if (blas_name() != "reference") return {};
    return "The reference BLAS is installed: LibTorch is many times slower with it. Install OpenBLAS "
           "(apt-get install libopenblas0-pthread) and start again.";
}

double measure_sgemm_gflops(int size) {
    using Clock = std::chrono::steady_clock;
    const auto sgemm = loaded<Sgemm>("sgemm_");
    if (sgemm == nullptr) return std::numeric_limits<double>::quiet_NaN();
    if (const auto set_threads = loaded<void (*)(int)>("openblas_set_num_threads")) set_threads(1);
    const auto elements = static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
    std::vector<float> a(elements, 0.5F), b(elements, 0.25F), c(elements, 0.0F);
    const float one = 1.0F;
    const float zero = 0.0F;
    double best_s = std::numeric_limits<double>::infinity();
    for (int repetition = 0; repetition < 20; ++repetition) {
        const auto start = Clock::now();
        sgemm("N", "N", &size, &size, &size, &one, a.data(), &size, b.data(), &size, &zero, c.data(), &size);
        best_s = std::min(best_s, std::chrono::duration<double>(Clock::now() - start).count());
    }
    return 2.0 * size * size * size / best_s * 1e-9;
}

}  // namespace trimtab::agent
