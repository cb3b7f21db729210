# SPDX-License-Identifier: GPL-3.0-or-later
"""What `trimtab monitor` costs beside a large namespace: the time to its first picture, its steady share of a core and
its memory.

Usage: /usr/bin/python3 monitor_scale.py [BIN=build/release/bin] [--deployments 2000] [--pods 20000] [--changes 50]
[--seconds 30] [--interval 5]. Serves the namespace with trimtab-test-cluster, where so many pods of others change every
second, and prints one object of JSON with the wishes (`wanted`) and whether they were `met`. Exit code 1: not all of them.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

WANTED = {"first_picture_s": 3.0, "cpu_percent": 5.0, "rss_mb": 300.0}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bin", nargs="?", default="build/release/bin")
    parser.add_argument("--deployments", type=int, default=2000)
    parser.add_argument("--pods", type=int, default=20000)
    parser.add_argument("--changes", type=int, default=50, help="pods of others that change every second")
    parser.add_argument("--seconds", type=float, default=30, help="how long the steady state is watched")
    parser.add_argument("--interval", type=int, default=5, help="seconds between two ticks")
    return parser.parse_args()


def cpu_s(pid):
    """Seconds of processor time that a process has used."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid, name):
    """VmRSS or VmHWM in MB of a million bytes."""
    with open(f"/proc/{pid}/status") as file:
        for line in file:
            if line.startswith(name + ":"):
                return int(line.split()[1]) * 1024 / 1e6
    return float("nan")


def measure(given, folder):
    kubeconfig = os.path.join(folder, "kubeconfig")
    served = subprocess.Popen(
        [os.path.join(given.bin, "trimtab-test-cluster"), "--deployments", str(given.deployments), "--pods",
         str(given.pods), "--restarts", str(given.changes), "--identity", "token", "--kubeconfig", kubeconfig],
        stdout=subprocess.PIPE, text=True)
    watching = None
    try:
        urls = json.loads(served.stdout.readline())
        begun_s = time.monotonic()
        watching = subprocess.Popen(
            [os.path.join(given.bin, "trimtab"), "monitor", "--json", "--interval", str(given.interval),
             "--set", "cluster.kubeconfig=" + kubeconfig, "--set", "environment.namespace=" + urls["namespace"],
             "--set", "environment.prometheus_url=" + urls["prometheus"],
             "--set", "environment.locust_url=" + urls["locust"]],
            stdout=subprocess.PIPE, text=True, env=dict(os.environ, HOME=folder))
        first = watching.stdout.readline()
        first_picture_s = time.monotonic() - begun_s
        if not first:
            sys.exit("monitor ended before its first picture")
        picture = json.loads(first)
        used_s, since_s = cpu_s(watching.pid), time.monotonic()
        time.sleep(given.seconds)
        used_s, since_s = cpu_s(watching.pid) - used_s, time.monotonic() - since_s
        if watching.poll() is not None:
            sys.exit("monitor ended by itself")
        return {"deployments": given.deployments, "pods": given.pods, "changes_per_s": given.changes,
                "first_picture_s": round(first_picture_s, 2), "cpu_percent": round(100 * used_s / since_s, 2),
                "rss_mb": round(memory_mb(watching.pid, "VmRSS"), 1),
                "peak_rss_mb": round(memory_mb(watching.pid, "VmHWM"), 1),
                "ready": {pool: picture["pools"][pool]["ready"] for pool in ("gpu", "cpu")}}
    finally:
        for process in (watching, served):
            if process is not None:
                process.kill()
                process.wait()


given = arguments()
with tempfile.TemporaryDirectory() as folder:
    result = measure(given, folder)
result["wanted"] = WANTED
result["met"] = all(result[name] < limit for name, limit in WANTED.items())
print(json.dumps(result))
sys.exit(0 if result["met"] else 1)
