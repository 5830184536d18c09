#!/usr/bin/env python3
"""Fuzzes each reader, two at a time, and prints a table: executions, coverage and what was found; see fuzz.sh."""
import concurrent.futures
import glob
import os
import re
import shutil
import subprocess
import sys
import time

TARGETS = {
    "arm": "dev.keylint.fuzz.ArmFuzz",
    "bicep": "dev.keylint.fuzz.BicepFuzz",
    "config": "dev.keylint.fuzz.ConfigFuzz",
    "parameters": "dev.keylint.fuzz.ParametersFuzz",
    "policy": "dev.keylint.fuzz.PolicyFuzz",
    "registry": "dev.keylint.module.RegistryFuzz",
    "rule": "dev.keylint.fuzz.RuleFuzz",
    "snapshot": "dev.keylint.fuzz.SnapshotFuzz",
}
AT_ONCE = 2
# A single input may take so long, cold and on a busy machine, and a process so much.
INPUT_SECONDS = 60
HEAP = "-Xmx1g"
MEGABYTES = 2500
LONGEST = 8192
# Starting, and running once through what is there.
PATIENCE = 300
# The pipeline makes up the same inputs in each run, as far as it gets: what it finds, a run elsewhere finds too, and who
# changes nothing in a reader breaks nothing. FUZZ_SEED=N looks elsewhere; 0 is another place each time.
SEED = os.environ.get("FUZZ_SEED", "1")


def fuzz(java, classpath, target, seconds):
    inputs = os.path.join("fixtures", "fuzz", target)
    work = os.path.abspath(os.path.join("target", "fuzz", target))
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("corpus", "found", "tmp"):
        os.makedirs(os.path.join(work, folder))
    command = [
        java, "-XX:+UseSerialGC", HEAP, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
        "-XX:+EnableDynamicAgentLoading", f"-Djava.io.tmpdir={work}/tmp", "-cp", classpath,
        "com.code_intelligence.jazzer.Jazzer", f"--target_class={TARGETS[target]}",
        "--instrumentation_includes=dev.keylint.**", "--disabled_hooks=*", f"--reproducer_path={work}/found",
        f"-max_total_time={seconds}", f"-seed={SEED}", f"-timeout={INPUT_SECONDS}", f"-rss_limit_mb={MEGABYTES}", f"-max_len={LONGEST}",
        "-print_final_stats=1", f"-report_slow_units={INPUT_SECONDS}", f"-artifact_prefix={work}/found/", f"{work}/corpus", inputs]
    dictionary = inputs + ".dict"
    if os.path.exists(dictionary):
        command.append(f"-dict={dictionary}")
    begin = time.monotonic()
    with open(os.path.join(work, "log.txt"), "w", encoding="utf-8") as log:
        try:
            code = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, timeout=seconds + PATIENCE,
                                  check=False).returncode
        except subprocess.TimeoutExpired:
            code = "hangs"
    shutil.rmtree(os.path.join(work, "tmp"))
    return code, time.monotonic() - begin, work


def numbers(work):
    with open(os.path.join(work, "log.txt"), encoding="utf-8", errors="replace") as log:
        text = log.read()
    executed = re.findall(r"^stat::number_of_executed_units: (\d+)", text, re.M) or re.findall(r"^#(\d+)\s", text, re.M)
    covered = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", text)
    return (executed or ["0"])[-1], (covered or [("0", "0", "0")])[-1]


def told(work):
    """What the log says of a failure, and the input itself where it is short."""
    with open(os.path.join(work, "log.txt"), encoding="utf-8", errors="replace") as log:
        lines = log.read().splitlines()
    first = next((i for i, line in enumerate(lines) if line.startswith("== ") or "ERROR: " in line), len(lines) - 12)
    return "\n".join("  " + line[:300] for line in lines[max(0, first):first + 24])


def main():
    java, classpath, seconds = sys.argv[1:4]
    targets = sys.argv[4:] or list(TARGETS)
    each = int(seconds) * AT_ONCE // len(targets)
    failed = []
    print("| reader | seconds | executions | edges | features | inputs kept | found |\n|---|---|---|---|---|---|---|")
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        runs = {target: pool.submit(fuzz, java, classpath, target, each) for target in targets}
        for target, run in runs.items():
            code, took, work = run.result()
            executions, (edges, features, kept) = numbers(work)
            found = glob.glob(os.path.join(work, "found", "*-*"))
            print(f"| {target} | {took:.0f} | {executions} | {edges} | {features} | {kept} | {len(found)} |", flush=True)
            if code != 0 or found:
                failed.append(f"{target}: exit code {code}; see {work}/log.txt; mend it and keep the input: "
                              + (" ".join(found) or "none was written") + "\n" + told(work))
            elif int(edges) == 0:
                failed.append(f"{target}: no coverage was measured, so nothing was fuzzed")
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
