// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <functional>
#include <string>
#include <utility>

#include "core/base/expected.h"

namespace trimtab::cluster_api {

/// How a request proves who sends it. Holds secrets: never print, log or store one.
struct Credential {
    enum class Scheme { none, bearer, basic };

    Scheme scheme = Scheme::none;
    std::string user;            ///< basic only
    std::string secret;          ///< the token or the password
    QByteArray certificate_pem;  ///< client certificate with its chain; empty for none
    QByteArray key_pem;

    bool operator==(const Credential&) const = default;

    [[nodiscard]] static Credential bearer(std::string token) {
        return {Scheme::bearer, {}, std::move(token), {}, {}};
    }
    [[nodiscard]] static Credential basic(std::string user, std::string password) {
        return {Scheme::basic, std::move(user), std::move(password), {}, {}};
    }
};

/// Where a client's credential comes from. Belongs to the client's thread.
class CredentialProvider {
  public:
    virtual ~CredentialProvider() = default;

    using Done = std::function<void(Expected<Credential>)>;

    /// Hands the present credential to `done`, at once or later, unless `context` has been destroyed by then.
    /// rejected: the server answered 401 to the last one; get a new one if there is any.
    virtual void fetch(bool rejected, QObject* context, Done done) = 0;
};

/// A credential that never changes.
class FixedCredential final : public CredentialProvider {
  public:
    explicit FixedCredential(Credential credential = {}) : credential_(std::move(credential)) {}
    void fetch(bool, QObject*, Done done) override { done(credential_); }

  private:
    Credential credential_;
};

}  // namespace trimtab::cluster_api
