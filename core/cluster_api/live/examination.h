// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/cluster_api/live/doctor.h"

namespace trimtab::cluster_api {

/// One run of the doctor: what it works with, and whether all has passed. One thread.
class Examination {
  public:
    /// All must outlive it.
    Examination(const config::Config& examined, const SecretReader& known_secrets, const DoctorSink& told,
                StopToken stop_token)
        : config(examined),
          secrets(known_secrets),
          stop(stop_token),
          sink_([this, &told](const DoctorFinding& f) {
              healthy_ = healthy_ && f.result != DoctorResult::failed;
              told(f);
          }) {}
    Examination(const Examination&) = delete;
    Examination& operator=(const Examination&) = delete;

    void tell(const DoctorFinding& finding) { sink_(finding); }
    void pass(const std::string& connection, const std::string& step, const std::string& text) {
        sink_({connection, step, DoctorResult::passed, text, "", ""});
    }
    void fail_step(const std::string& connection, const std::string& step, const std::string& text,
                   const std::string& cause, const std::string& fix) {
        sink_({connection, step, DoctorResult::failed, text, cause, fix});
    }
    /// What hinders control only: it fails where control is configured, else it is told and passes.
    void tell_of_control(const std::string& connection, const std::string& step, const std::string& text,
                         const std::string& cause, const std::string& fix) {
        const bool controls = config.cluster.mode != config::ControlMode::observe;
        sink_({connection, step, controls ? DoctorResult::failed : DoctorResult::passed, text,
               controls ? cause : "", fix});
    }
    /// Name, port and TLS of a client's address. True: it can be spoken to.
    [[nodiscard]] bool reach(const std::string& connection, const HttpClient& client);

    [[nodiscard]] bool healthy() const { return healthy_; }

    const config::Config& config;
    const SecretReader& secrets;
    const StopToken stop;

  private:
    bool healthy_ = true;
    DoctorSink sink_;
};

/// Each tells the steps of one connection, up to the first that fails.
void examine_kubernetes(Examination& examination);
void examine_prometheus(Examination& examination);
void examine_locust(Examination& examination);

/// What is wanted of both Deployments, once the server answers: replicas, who else scales them,
/// metrics-server.
void examine_workload(Examination& examination, KubernetesClient& kubernetes);

/// A number of a finding, with two decimals.
[[nodiscard]] std::string finding_number(double value);

}  // namespace trimtab::cluster_api
