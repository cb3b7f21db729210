// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A folder of its own for a sweep `s.yaml` over a `base.yaml` that trains a tiny network; results go to
/// `rl`.
class SmallSweep {
  public:
    SmallSweep() {
        write("base.yaml",
              "agent:\n  buffer_size: 512\n  hidden_size: 16\n"
              "training:\n  n_envs: 8\n  evaluation_runs: 1\n  evaluation_interval_episodes: 1000\n"
              "  checkpoint_interval_episodes: 100000\n"
              "evaluation:\n  runs: 2\n  bootstrap_resamples: 200\n");
    }

    /// Two learning rates by the seeds; further keys of section `sweep` may be appended.
    static QByteArray text(int steps, const QByteArray& seeds = "1..2") {
        return "set:\n  training.total_steps: " + QByteArray::number(steps) +
               "\ngrid:\n  agent.learning_rate: [1e-4, 3e-4]\nsweep:\n  configs: [base.yaml]\n  seeds: " +
               seeds + "\n";
    }

    [[nodiscard]] QString path(const QString& name) const { return folder_.filePath(name); }
    [[nodiscard]] QString results() const { return path("rl/sweep_s"); }

    void write(const QString& name, const QByteArray& text) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    /// Empty where there is no such file.
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

  private:
    QTemporaryDir folder_;
};
