#!/usr/bin/env python3
"""Prints what keylint found of the defects that .ci/defects.sh made, by kind, and holds it against the ratchet.

.ci/ratchet.json knows which defects are missed, and which rules find something else than the defect, each with the
reason; how many are found may only grow. `--write` keeps better numbers."""
import collections
import json
import os
import sys

RATCHET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ratchet.json")
WHERE = {"paths": "paths, in Bicep, in modules in loops, by parameter, in JSON", "samples": "sample repositories"}
OUTCOMES = ("found", "missed", "undecided", "found before", "not reached", "not needed")
# No rule is to say anything of them: another role that works, and what a template does not show.
SILENT = ("works", "not-seen")
LEAST_PERCENT = 99


def read(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return {where: [row[1:] for row in rows if row[0] == where] for where in WHERE}


def table(rows):
    kinds = collections.defaultdict(collections.Counter)
    for kind, _, outcome, extra in rows:
        kinds[kind][outcome] += 1
        kinds[kind]["extra"] += bool(extra)
    print("| kind of defect | made | " + " | ".join(OUTCOMES) + " | extra |\n|" + "---|" * (len(OUTCOMES) + 3))
    for kind, count in sorted(kinds.items()):
        made = sum(count[outcome] for outcome in OUTCOMES)
        print(f"| {kind} | {made} | " + " | ".join(str(count[name] or "") for name in (*OUTCOMES, "extra")) + " |")
    return len(set(kinds) - set(SILENT))


def hold(where, rows, known, failed):
    """What is missed or extra and not known to be, and the share of what is found."""
    defects = [row for row in rows if row[0] not in SILENT]
    found = sum(row[2] == "found" for row in defects)
    missed = {f"{kind}: {place}" for kind, place, outcome, _ in defects if outcome == "missed"}
    extra = {f"{kind}: {place}: {rules}" for kind, place, _, rules in rows if rules}
    for name, fresh in (("missed", missed), ("extra", extra)):
        for item in sorted(fresh - set(known[name])):
            failed.append(f"{where}, {name}: {item}")
        for item in sorted(set(known[name]) - fresh):
            failed.append(f"{where}: no longer {name}, take it out of {RATCHET}: {item}")
    recall = 100 * found / max(1, found + len(missed))
    if found < known["found"]:
        failed.append(f"{where}: {found} are found, not {known['found']}")
    if recall < LEAST_PERCENT:
        failed.append(f"{where}: {recall:.1f} % are found of what could be, not {LEAST_PERCENT} %")
    for name in ("missed", "extra"):
        for item, why in known[name].items():
            print(f"{name}: {item}: {why}")
    known["found"] = max(found, known["found"])
    return found, len(missed), recall


def main():
    results = read(sys.argv[1])
    with open(RATCHET, encoding="utf-8") as file:
        ratchet = json.load(file)
    failed = []
    for where, rows in results.items():
        if not rows:
            continue
        print(f"\n{WHERE[where]}\n")
        kinds = table(rows)
        found, missed, recall = hold(where, rows, ratchet["defects"][where], failed)
        print(f"\n{kinds} kinds, {found} found, {missed} missed: recall {recall:.1f} %")
    if not results["paths"]:
        failed.append("no defects were made")
    if "--write" in sys.argv:
        with open(RATCHET, "w", encoding="utf-8") as file:
            json.dump(ratchet, file, indent=2)
            file.write("\n")
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
