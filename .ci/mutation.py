#!/usr/bin/env python3
"""Mutation tests of one package after the other: how much of what is changed in the code its own tests notice.

Prints the share for each package and the changes that no test noticed, and fails when a share is below the one that the
ratchet holds. `.ci/mutation.py live plan` runs these two, `--write` keeps better shares. Needs a built product."""
import collections
import csv
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RATCHET = os.path.join(HERE, "ratchet.json")
# Where the tests of a package stand, when not in the package of the same name alone: packages, and classes of others.
TESTS = {
    # What the graph joins shows in what rules say of their cases.
    "graph": ("graph", "rules.RuleCasesTest"),
    # What is left out, which roots are judged with which values and how twins are compared shows in what a scan says;
    # of the tests of lowering those that read files of a folder (the others are many, and each change would run them).
    "plan": (
        "plan", "lower.bicep.ImportsTest", "lower.bicep.LoadsTest", "lower.bicep.BicepParameterFileTest",
        "cli.LeftOutTest", "cli.LeftOutCallsTest", "cli.LeftOutPartsTest", "cli.LeftOutGrantsTest", "cli.RootsTest",
        "cli.TwinsTest", "cli.EnvironmentTest", "cli.ProjectFilesTest", "cli.SuppressionTest", "cli.StandInTest",
        "cli.DeployedInsteadTest", "cli.DecidingVariablesTest"),
}
NOTICED = ("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR")


def run(package):
    pattern = f"dev.keylint.{package}.*"
    tests = ",".join(f"dev.keylint.{name},dev.keylint.{name}.*" for name in TESTS.get(package, (package,)))
    folder = os.path.join("target", "mutation", package)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "log.txt"), "w", encoding="utf-8") as log:
        done = subprocess.run(
            ["mvn", "-B", "-ntp", "-Pmutation", "validate", "exec:exec@mutate", "-Dverification.skip=true",
             f"-Dmutate={pattern}", f"-Dmutate.tests={tests}", f"-Dmutate.report={folder}"],
            stdout=log, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.exit(f"{package}: PIT failed; see {folder}/log.txt")
    with open(os.path.join(folder, "mutations.csv"), encoding="utf-8", newline="") as table:
        return [row for row in csv.reader(table) if row]


def main():
    os.chdir(os.path.join(HERE, ".."))
    with open(RATCHET, encoding="utf-8") as file:
        ratchet = json.load(file)
    held = ratchet["mutation-noticed-percent"]
    packages = [name for name in sys.argv[1:] if name != "--write"] or list(held)
    failed = []
    table = ["| package | changes | noticed | % | at least | seconds |", "|---|---|---|---|---|---|"]
    for package in packages:
        begin = time.monotonic()
        rows = run(package)
        noticed = sum(row[5] in NOTICED for row in rows)
        percent = 100 * noticed // max(1, len(rows))
        least = held.get(package, 0)
        table.append(f"| {package} | {len(rows)} | {noticed} | {percent} | {least} | {time.monotonic() - begin:.0f} |")
        if percent < least or not rows:
            failed.append(f"{package}: {percent} % of the changes are noticed, not {least} %")
        held[package] = max(percent, least)
        missed = collections.defaultdict(list)
        for row in rows:
            if row[5] not in NOTICED:
                missed[row[1]].append(f"{row[3]}:{row[4]} {row[2].rsplit('.', 1)[-1].removesuffix('Mutator')}")
        for name, places in sorted(missed.items()):
            print(f"{name}\n  " + "\n  ".join(places))
    print("\n".join(table))
    if "--write" in sys.argv:
        with open(RATCHET, "w", encoding="utf-8") as file:
            json.dump(ratchet, file, indent=2)
            file.write("\n")
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
