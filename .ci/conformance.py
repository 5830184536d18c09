#!/usr/bin/env python3
"""Prints one table of what the tests of `mvn verify` compared with the official compiler's own output.

The tests have held each row against .ci/ratchet.json; this fails when a measure of the ratchet has no row.
"""
import json
import os
import sys

HOME = os.path.join(os.path.dirname(__file__), "..")


def main():
    with open(os.path.join(HOME, ".ci", "ratchet.json"), encoding="utf-8") as file:
        measures = json.load(file)["conformance"]
    missing = []
    print("| measure | what is compared | of | equal | share | unequal, and why |\n|---|---|---|---|---|---|")
    for measure, known in measures.items():
        path = os.path.join(HOME, "target", "conformance", measure + ".md")
        if not os.path.exists(path):
            missing.append(measure)
            continue
        with open(path, encoding="utf-8") as file:
            row = file.readline().rstrip("\n").rstrip(" |")
        total, equal = (int(cell) for cell in row.split("|")[-2:])
        reasons = "; ".join(f"{item.split('/')[-2] if '/' in item else item}: {why}" for item, why in known["unequal"].items())
        print(f"{row} | {100 * equal / max(total, 1):.1f} % | {reasons} |")
    if missing:
        sys.exit("not measured: " + ", ".join(missing))


if __name__ == "__main__":
    main()
