"""One run of one program: wall, CPU and peak memory of its whole process tree, on two cores and without a network."""
import dataclasses
import functools
import os
import select
import signal
import subprocess
import time

CORES = 2
SAMPLE_SECONDS = 0.05
IDLE_SECONDS = 60
TICKS = os.sysconf("SC_CLK_TCK")


@dataclasses.dataclass(frozen=True)
class Run:
    """Seconds, seconds, MiB; `stopped` says why a run was ended from outside, and is empty otherwise."""

    wall: float
    cpu: float
    peak: float
    code: int
    stopped: str


@functools.cache
def offline():
    """The prefix that takes the network away, or nothing where the machine does not allow that."""
    prefix = ["unshare", "--map-root-user", "--net"]
    try:
        allowed = subprocess.run([*prefix, "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        allowed = False
    return prefix if allowed else []


def processes(root):
    """The root and all that it started, as far as they still live."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
                    waiting.extend(int(child) for child in file.read().split())
        except OSError:
            continue
    return found


def memory(pid, alone):
    """MiB of one process: pages that it shares with its siblings count by their share."""
    path, key = (f"/proc/{pid}/status", "VmHWM:") if alone else (f"/proc/{pid}/smaps_rollup", "Pss:")
    try:
        with open(path, encoding="ascii") as file:
            return next((int(line.split()[1]) / 1024 for line in file if line.startswith(key)), 0.0)
    except OSError:
        return 0.0


def ticks(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
        return sum(int(field) for field in fields[11:15])
    except OSError:
        return 0


def start(command, folder, environment):
    """The program in a session of its own, so that it can be ended with all that it started."""
    cores = sorted(os.sched_getaffinity(0))[:CORES]
    with open(os.path.join(folder, "stdout.txt"), "wb") as out, open(os.path.join(folder, "stderr.txt"), "wb") as err:
        return subprocess.Popen(
            [*offline(), *command],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
            preexec_fn=lambda: os.sched_setaffinity(0, cores),
        )


def watch(process, patience):
    """Samples until the process ends or has to be stopped: peak MiB, CPU seconds as far as seen, why it was stopped."""
    begin = worked = time.monotonic()
    peak, used = 0.0, 0
    ended = os.pidfd_open(process.pid)
    try:
        while not select.select([ended], [], [], SAMPLE_SECONDS)[0]:
            tree = processes(process.pid)
            peak = max(peak, sum(memory(pid, len(tree) == 1) for pid in tree))
            total, now = sum(ticks(pid) for pid in tree), time.monotonic()
            if total > used:
                used, worked = total, now
            if now - worked > IDLE_SECONDS:
                return peak, used / TICKS, f"hangs: used no CPU for {IDLE_SECONDS} s"
            if now - begin > patience:
                return peak, used / TICKS, f"stopped after {patience} s"
    finally:
        os.close(ended)
    return peak, used / TICKS, ""


def run(command, folder, environment, patience):
    """Runs the command to its end, or to the end of patience (seconds), or until it has not worked for a minute."""
    begin = time.monotonic()
    process = start(command, folder, environment)
    try:
        peak, used, stopped = watch(process, patience)
    except BaseException:  # an interrupt must not leave the session of the child behind
        os.killpg(process.pid, signal.SIGKILL)
        raise
    if stopped:
        os.killpg(process.pid, signal.SIGKILL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = max(usage.ru_utime + usage.ru_stime, used)
    return Run(wall, cpu, max(peak, usage.ru_maxrss / 1024), process.returncode, stopped)
