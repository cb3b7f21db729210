// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster_api/http/http_exchange.h"

#include <algorithm>
#include <utility>

#include "core/cluster_api/http/bounded_read.h"
#include "core/cluster_api/http/http_error.h"
#include "core/cluster_api/http/redaction.h"

namespace trimtab::cluster_api {

HttpResponse response_head(const QNetworkReply& reply) {
    HttpResponse head;
    head.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto& [name, value] : reply.rawHeaderPairs()) head.headers.emplace_back(name, value);
    return head;
}

bool is_complete_answer(const QNetworkReply& reply) {
    const QNetworkReply::NetworkError error = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || error == QNetworkReply::NoError) return status != 0;
    // Qt makes an error of every status from 400 on; with any other status it is one of the body.
    return status >= 400 && error >= QNetworkReply::ContentAccessDenied &&
           error != QNetworkReply::ProtocolUnknownError && error != QNetworkReply::ProtocolFailure;
}

bool is_cut_json(const HttpResponse& response) {
    if (!response.ok() || !response.is_json() || response.body.isEmpty()) return false;
    const QByteArray end = response.body.right(64).trimmed();
    return !end.endsWith('}') && !end.endsWith(']');
}

void leave(QNetworkReply& reply) {
    // A reply that has its error already ends by itself, and warns of a second one.
    if (reply.error() == QNetworkReply::NoError) reply.abort();
    reply.deleteLater();
}

HttpExchange::HttpExchange(HttpRequest request, NetworkSession& session,
                           std::shared_ptr<CredentialProvider> credentials, const HttpBehaviour& behaviour,
                           QObject* context, HttpClient::Done done, QObject* parent)
    : QObject(parent),
      request_(std::move(request)),
      session_(session),
      credentials_(std::move(credentials)),
      behaviour_(behaviour),
      context_(context),
      done_(std::move(done)) {}

HttpExchange::~HttpExchange() { abandon_attempt(); }

void HttpExchange::start() {
    started_ms_ = behaviour_.clock->monotonic_ms();
    behaviour_.clock->call_after(request_.deadline_ms, this, [this] {
        finish(fail(ErrorCode::unavailable,
                    "No complete answer within " + std::to_string(request_.deadline_ms / 1000) +
                        " s. The service hangs or is overloaded; try again, and check its log.",
                    origin_text(session_.endpoint().base_url)));
    });
    fetch_credential(false);
}

std::int64_t HttpExchange::remaining_ms() const {
    return request_.deadline_ms - (behaviour_.clock->monotonic_ms() - started_ms_);
}

void HttpExchange::fetch_credential(bool rejected) {
    credentials_->fetch(rejected, this, [this, rejected](Expected<Credential> credential) {
        if (finished_) return;
        if (rejected && rejected_ && (!credential || *credential == used_))
            return finish(std::move(*rejected_));  // the 401 itself tells more
        if (!credential) return finish(Unexpected(credential.error()));
        attempt(*credential);
    });
}

void HttpExchange::attempt(const Credential& credential) {
    ++attempts_;
    used_ = credential;
    response_ = {};
    tls_errors_.clear();
    auto sent = session_.send(request_, credential);
    if (!sent) return finish(Unexpected(sent.error()));
    reply_ = *sent;
    attempt_scope_ = new QObject(this);
    connect(reply_, &QNetworkReply::sslErrors, attempt_scope_,
            [this](const QList<QSslError>& errors) { tls_errors_ = errors; });
    connect(reply_, &QNetworkReply::readyRead, attempt_scope_, [this] { read_body(); });
    connect(reply_, &QNetworkReply::metaDataChanged, attempt_scope_, [this] { read_body(); });
    connect(reply_, &QNetworkReply::finished, attempt_scope_, [this] { complete(); });
    // Not setTransferTimeout(): it starts anew with every byte, so that a dripping server would hold us for
    // ever.
    behaviour_.clock->call_after(request_.attempt_timeout_ms, attempt_scope_, [this] {
        abandon_attempt();
        broken(make_error(ErrorCode::unavailable,
                          "No answer within " + std::to_string(request_.attempt_timeout_ms / 1000) +
                              " s. The service hangs or is overloaded; try again, and check its log.",
                          origin_text(session_.endpoint().base_url)),
               false);
    });
}

void HttpExchange::read_body() {
    const qint64 declared = reply_->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (declared <= request_.response_limit) read_up_to(*reply_, response_.body, request_.response_limit + 1);
    if (declared <= request_.response_limit && response_.body.size() <= request_.response_limit) return;
    finish(fail(ErrorCode::parse_error,
                "The answer is larger than " + std::to_string(request_.response_limit / 1024) +
                    " KiB and was cut off. Check the address; something else may answer there.",
                origin_text(session_.endpoint().base_url)));
}

void HttpExchange::abandon_attempt() {
    delete std::exchange(attempt_scope_, nullptr);
    QNetworkReply* reply = std::exchange(reply_, nullptr);
    if (reply == nullptr) return;
    leave(*reply);
}

void HttpExchange::complete() {
    read_body();
    if (finished_) return;
    HttpResponse head = response_head(*reply_);
    const QNetworkReply::NetworkError reported = reply_->error();
    const bool complete_answer = is_complete_answer(*reply_);
    const QByteArray body = std::move(response_.body);
    reply_->deleteLater();
    reply_ = nullptr;
    std::exchange(attempt_scope_, nullptr)->deleteLater();
    response_ = std::move(head);
    response_.body = body;
    redact(response_, used_);
    redact(response_, session_.proxy_credential());
    // Qt takes an answer that breaks off within a chunk for a whole one.
    const bool cut = complete_answer && is_cut_json(response_);
    if (complete_answer && !cut) return answered();
    const QNetworkReply::NetworkError error = cut ? QNetworkReply::RemoteHostClosedError : reported;
    const TransportStep step = transport_step(error);
    broken(transport_error(error, tls_errors_, session_.endpoint().base_url), step != TransportStep::answer);
}

void HttpExchange::answered() {
    const int status = response_.status;
    if (status == 401 && !renewed_) {
        renewed_ = true;
        rejected_ = response_;
        return fetch_credential(true);
    }
    if (is_retried_status(status) && (status == 429 || request_.is_repeatable()) &&
        repeat_after(response_.retry_after_ms(behaviour_.clock->utc_ms())))
        return;
    finish(std::move(response_));
}

void HttpExchange::broken(const Error& error, bool before_sending) {
    const bool worth_it = tls_errors_.isEmpty() && (before_sending || request_.is_repeatable());
    if (worth_it && repeat_after(std::nullopt)) return;
    finish(Unexpected(error));
}

bool HttpExchange::repeat_after(std::optional<std::int64_t> retry_after_ms) {
    if (attempts_ >= behaviour_.retry.max_attempts) return false;
    const std::int64_t delay =
        retry_delay_ms(behaviour_.retry, attempts_, behaviour_.uniform(), retry_after_ms);
    if (delay >= remaining_ms()) return false;
    behaviour_.clock->call_after(delay, this, [this] {
        if (!finished_) fetch_credential(false);
    });
    return true;
}

void HttpExchange::finish(Expected<HttpResponse> result) {
    if (finished_) return;
    finished_ = true;
    abandon_attempt();
    // Later: the callback may destroy the client while one of our functions still runs.
    QMetaObject::invokeMethod(
        this,
        [this, result = std::move(result)]() mutable {
            deleteLater();
            const HttpClient::Done done = std::move(done_);
            if (context_) done(std::move(result));
        },
        Qt::QueuedConnection);
}

}  // namespace trimtab::cluster_api
