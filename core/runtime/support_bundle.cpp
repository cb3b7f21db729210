// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/support_bundle.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "core/agent/blas.h"
#include "core/base/scratch_folder.h"
#include "core/cluster_api/http/redaction.h"
#include "core/config/config_writer.h"
#include "core/results/atomic_file.h"
#include "core/results/build_info.h"
#include "core/results/bundle.h"

namespace trimtab::runtime {
namespace {

namespace fs = std::filesystem;
constexpr const char* folder_name = "trimtab-support";
constexpr std::uint64_t largest_file = 64 << 20;  // of metrics and audit logs

std::string machine_text() {
    const results::BuildInfo& build = results::build_info();
    std::string text = results::program_name() + "\n" + build.compiler + ", " + build.build_type + "\n";
    for (const auto& [name, version] : build.libraries)
        text.append(name).append(" ").append(version).append("\n");
    text += "BLAS: " + agent::blas_name() + "\n";
    for (const auto& [name, value] : results::machine_info())
        text.append(name).append(": ").append(value).append("\n");
    return text;
}

/// The live session that began last; empty where there is none.
fs::path newest_session(const fs::path& results_dir) {
    std::error_code ignored;
    fs::path newest;
    for (const auto& entry : fs::directory_iterator(results_dir, ignored))
        if (entry.is_directory(ignored) && entry.path().filename().string().starts_with("live_"))
            newest = std::max(newest, entry.path());
    return newest;
}

class Collector {
  public:
    Collector(fs::path folder, const std::vector<std::string>& secrets)
        : folder_(std::move(folder)), secrets_(secrets) {}

    Expected<void> text(const std::string& name, const std::string& content) {
        const fs::path file = folder_ / name;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (error) return Unexpected<Error>(results::io_failure("make", file.parent_path(), error.value()));
        auto written = results::write_file_atomically(file, cluster_api::redacted_text(content, secrets_));
        if (written) names_.push_back(name);
        return written;
    }

    /// Nothing where the file does not exist; one that cannot be read is named in its place.
    Expected<void> copy(const std::string& name, const fs::path& source) {
        std::error_code ignored;
        if (!fs::is_regular_file(source, ignored)) return {};
        const auto content = results::read_file(source, largest_file);
        return content ? text(name, *content)
                       : text(name + ".missing", "not packed: " + content.error().to_string() + "\n");
    }

    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  private:
    fs::path folder_;
    const std::vector<std::string>& secrets_;
    std::vector<std::string> names_;
};

Expected<void> collect(const SupportBundle& bundle, Collector& into) {
    if (auto done = into.text("findings.json", cluster_api::encode_findings(bundle.findings)); !done)
        return done;
    if (auto done = into.text("config.yaml", config::to_yaml(bundle.config)); !done) return done;
    if (auto done = into.text("machine.txt", machine_text()); !done) return done;
    if (!bundle.log.empty())
        if (auto done = into.text("log.txt", bundle.log); !done) return done;
    std::error_code ignored;
    for (const auto& journal : fs::directory_iterator(bundle.journal, ignored))
        if (auto done = into.copy("journal/" + journal.path().filename().string(), journal.path()); !done)
            return done;
    const fs::path session = newest_session(bundle.results_dir);
    if (session.empty()) return {};
    static constexpr std::array<const char*, 4> files = {"config.yaml", "manifest.json", "audit.jsonl",
                                                         "metrics.jsonl"};
    for (const char* file : files)
        if (auto done = into.copy(session.filename().string() + "/" + file, session / file); !done)
            return done;
    return {};
}

}  // namespace

Expected<std::vector<std::string>> write_support_bundle(const SupportBundle& bundle, const fs::path& zip) {
    const ScratchFolder scratch;
    if (scratch.path().empty())
        return fail(ErrorCode::io_error, "no temporary folder can be made; set TMPDIR");
    const fs::path folder = scratch.path() / folder_name;
    Collector collector(folder, bundle.secrets);
    if (auto done = collect(bundle, collector); !done) return Unexpected<Error>(done.error());
    if (auto written = results::write_bundle({folder}, zip); !written)
        return Unexpected<Error>(written.error());
    return collector.names();
}

std::vector<std::string> known_secrets(const cluster_api::SecretReader& reader) {
    std::vector<std::string> secrets;
    for (const char* name : {cluster_api::prometheus_token_secret, cluster_api::prometheus_password_secret,
                             cluster_api::locust_password_secret})
        if (auto secret = reader(name); secret && !secret->empty()) secrets.push_back(std::move(*secret));
    return secrets;
}

}  // namespace trimtab::runtime
