// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/kubernetes/token_file_credential.h"

#include "core/cluster_api/kubernetes/limited_file.h"

namespace trimtab::cluster_api {

void TokenFileCredential::fetch(bool rejected, QObject*, Done done) {
    constexpr std::int64_t reread_ms = 60'000;
    const std::int64_t now_ms = clock_.monotonic_ms();
    if (!has_token_ || rejected || now_ms - read_ms_ >= reread_ms) {
        const auto content = read_limited_file(path_, largest_credential_file);
        const QByteArray token = content ? content->trimmed() : QByteArray();
        if (!token.isEmpty()) {
            credential_.scheme = Credential::Scheme::bearer;
            credential_.secret = token.toStdString();
            has_token_ = true;
            read_ms_ = now_ms;
        } else if (!has_token_) {
            return done(content ? Expected<Credential>(fail(ErrorCode::permission_denied,
                                                            "The token file is empty. Log in again.",
                                                            path_.toStdString()))
                                : Expected<Credential>(Unexpected(content.error())));
        }
    }
    done(credential_);
}

}  // namespace trimtab::cluster_api
