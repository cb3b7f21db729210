// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <memory>

/// A Slurm of one node with two CPUs, on loopback and in a temporary folder: its own controller and node
/// daemon, without authentication, accounting or control groups. Nothing of a Slurm that the machine has is
/// touched.
class SlurmDaemons {
  public:
    /// Starts both and waits until the node takes jobs. False, with `reason`: not installed, or they did not
    /// start.
    bool start();
    /// Cancels what runs, and ends both.
    ~SlurmDaemons();

    QString reason;

    /// Runs one of Slurm's commands; its standard output, trimmed.
    static QByteArray ask(const QString& program, const QStringList& arguments);

  private:
    [[nodiscard]] QByteArray configuration() const;
    std::unique_ptr<QProcess> daemon(const QString& program, const QStringList& arguments) const;
    [[nodiscard]] QByteArray log_end(const QString& name) const;

    QTemporaryDir folder_;
    std::unique_ptr<QProcess> controller_;
    std::unique_ptr<QProcess> node_;
};
