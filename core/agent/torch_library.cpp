// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/torch_library.h"

#include <dlfcn.h>

#include <filesystem>
#include <string_view>

#include "core/agent/actor_critic_torch.h"

namespace trimtab::agent {
namespace {

namespace fs = std::filesystem;

/// Of the program or the Python module that this code is linked into.
fs::path own_file() {
    Dl_info info{};
    std::error_code error;
    // For a program, dladdr tells argv[0], which may be relative to a folder that was left.
    if (dladdr(reinterpret_cast<const void*>(&torch_functions), &info) != 0 && info.dli_fname != nullptr &&
        std::string_view(info.dli_fname).ends_with(".so"))
        return fs::absolute(info.dli_fname, error);
    return fs::read_symlink("/proc/self/exe", error);
}

Expected<fs::path> find_library() {
    std::error_code error;
    for (fs::path folder = own_file().parent_path(); folder.has_relative_path();
         folder = folder.parent_path())
        if (fs::path file = folder / "lib" / "trimtab" / "libtrimtab_torch.so"; fs::exists(file, error))
            return file;
    return fail(ErrorCode::unsupported,
                "LibTorch's part of Trimtab, lib/trimtab/libtrimtab_torch.so, is not installed beside the "
                "program; install the package trimtab again");
}

Expected<const TorchFunctions*> load() {
    const auto file = find_library();
    if (!file) return Unexpected<Error>(file.error());
    void* library = dlopen(file->c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        return fail(ErrorCode::unsupported, std::string("LibTorch cannot be loaded: ") + dlerror());
    const auto functions =
        reinterpret_cast<const TorchFunctions* (*)()>(dlsym(library, "trimtab_torch_functions"));
    if (functions == nullptr || std::string_view(functions()->trimtab_version) != TRIMTAB_VERSION)
        return fail(ErrorCode::unsupported, file->string() + " belongs to another version of Trimtab than " +
                                                TRIMTAB_VERSION + "; install both anew");
    return functions();
}

}  // namespace

Expected<const TorchFunctions*> torch_functions() {
    static const Expected<const TorchFunctions*> loaded = load();
    return loaded;
}

std::string torch_version() {
    const auto torch = torch_functions();
    return torch ? (*torch)->torch_version() : "none";
}

bool cuda_available() {
    const auto torch = torch_functions();
    return torch && (*torch)->cuda_available();
}

Expected<std::unique_ptr<ActorCritic>> make_torch_actor_critic(NetworkLayout layout,
                                                               const Parameters& parameters,
                                                               const std::string& device) {
    const auto torch = torch_functions();
    if (!torch) return Unexpected<Error>(torch.error());
    return (*torch)->make_actor_critic(std::move(layout), parameters, device);
}

}  // namespace trimtab::agent
