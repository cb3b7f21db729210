// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cluster_api/http/clock.h"
#include "core/cluster_api/http/credential.h"

namespace trimtab::cluster_api {

/// A token in a file that somebody replaces, as the kubelet does each hour: read again each minute and after
/// a 401. Where it cannot be read any more, the last token is kept.
class TokenFileCredential final : public CredentialProvider {
  public:
    /// `base` gives the client certificate, if there is one.
    TokenFileCredential(QString path, Credential base, Clock& clock)
        : path_(std::move(path)), credential_(std::move(base)), clock_(clock) {}
    void fetch(bool rejected, QObject* context, Done done) override;

  private:
    const QString path_;
    Credential credential_;
    Clock& clock_;
    std::int64_t read_ms_ = 0;
    bool has_token_ = false;
};

}  // namespace trimtab::cluster_api
