#!/usr/bin/env python3
"""Shows how a scan grows with its input: the corpus once and ten times, one deployment 10, 100 and 1,000 times.

Usage: scale.py CORPUS [--runs N] [--heap SIZE] [--work FOLDER]

All rows come from one call, so their ratios hold on a busy machine too. The copies are made below --work and removed.
"""
import argparse
import os
import shutil
import tempfile

import measure

DEPLOYMENT = "Azure-Samples__get-started-with-ai-agents"
NOT_SCANNED = ("registry", "LICENSES")


def copy(source, folder, times):
    """Copies of a tree beside each other; answers their folder."""
    for number in range(times):
        shutil.copytree(source, os.path.join(folder, f"{number:04d}"), ignore=shutil.ignore_patterns(*NOT_SCANNED))
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--heap", default="1g", help="the bound on the heap of every scan (-Xmx)")
    parser.add_argument("--work", default=None, help="where the copies go; needs a gigabyte")
    parser.add_argument("corpus")
    options = parser.parse_args()
    corpus = os.path.abspath(options.corpus)
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    os.environ["KEYLINT_JAVA_OPTS"] = f"-Xmx{options.heap}"
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        rows = {"corpus x1": copy(corpus, work + "/corpus-1", 1), "corpus x10": copy(corpus, work + "/corpus-10", 10)}
        for times in (10, 100, 1000):
            rows[f"one deployment x{times}"] = copy(f"{corpus}/{DEPLOYMENT}", f"{work}/one-{times}", times)
        named = []
        for name, folder in rows.items():
            report = f"{work}/report.sarif"
            named.append((name, [f"{home}/keylint", "scan", folder, f"--registry-dir={corpus}/registry", "-o", "text", "-o", f"sarif={report}"]))
        print(f"-Xmx{options.heap}, {options.runs} runs")
        measure.table(named, options.runs, ratios={"corpus x10": "corpus x1", "one deployment x1000": "one deployment x10"})


if __name__ == "__main__":
    main()
