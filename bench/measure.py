#!/usr/bin/env python3
"""Times whole processes in turn: wall, CPU and peak memory, after a warm-up.

Usage: measure.py [--runs N] NAME=COMMAND [NAME=COMMAND ...]

Commands run one after the other in each round, so that a busy machine hurts all alike. Exit codes do not matter
(a scan with findings exits with 1), but a command that changes its exit code between rounds is reported.
"""
import argparse
import os
import shlex
import statistics
import sys
import time


def once(command):
    """One run: wall seconds, CPU seconds, peak MiB, exit code."""
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        try:
            os.execvp(command[0], command)
        except OSError:
            os._exit(127)
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("commands", nargs="+", metavar="NAME=COMMAND")
    options = parser.parse_args()
    named = [(text.split("=", 1)[0], shlex.split(text.split("=", 1)[1])) for text in options.commands]
    table(named, options.runs)


def table(named, rounds, ratios=None):
    """Runs every command once to warm up and then in rounds; prints a row for each, then the ratios of medians."""
    runs = {name: [] for name, _ in named}
    for name, command in named:
        if once(command)[3] == 127:
            sys.exit(f"{name}: {command[0]} can't be run")
    for _ in range(rounds):
        for name, command in named:
            runs[name].append(once(command))
    print("| what | wall s min / median | CPU s median | peak MiB median | exit |")
    print("|---|---|---|---|---|")
    for name, results in runs.items():
        wall, cpu, memory, codes = zip(*results)
        exits = "/".join(sorted({str(code) for code in codes}))
        print(
            f"| {name} | {min(wall):.3f} / {statistics.median(wall):.3f} | {statistics.median(cpu):.2f}"
            f" | {statistics.median(memory):.0f} | {exits} |"
        )
    for name, base in (ratios or {}).items():
        wall, cpu, memory = (
            statistics.median(run[figure] for run in runs[name]) / statistics.median(run[figure] for run in runs[base])
            for figure in range(3)
        )
        print(f"{name} / {base}: wall {wall:.1f}, CPU {cpu:.1f}, peak {memory:.2f}")


if __name__ == "__main__":
    main()
