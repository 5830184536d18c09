#!/usr/bin/env python3
"""Times keylint, Checkov and KICS in turn on the same files and prints one Markdown table; peers.sh installs them and calls this.

Each tool first makes a counting run, which is the warm-up as well: files read, files not read, findings. It is then timed
while it writes nothing but SARIF; a run with another number of findings is reported. Progress goes to standard error.
"""
import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys

import peers_run
import peers_tools

HERE = os.path.dirname(os.path.abspath(__file__))
ONE = os.path.join(os.path.dirname(HERE), "fixtures", "scenarios", "rag-openai-search-403", "main.bicep")
# What keylint has to reach: input, peer, how often as fast, at most which part of its memory.
TARGETS = [("all", "kics", 5.0, 1 / 3), ("modules", "checkov", 4.0, None), ("one", "kics", 3.0, None)]
INSECURE = {
    "insecure.bicep": """resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'account'
  location: 'westeurope'
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { disableLocalAuth: false }
}
resource store 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'store'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { supportsHttpsTrafficOnly: false }
}
""",
    "insecure.json": """{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2024-10-01", "name": "other", "location": "westeurope",
      "kind": "OpenAI", "sku": {"name": "S0"}, "properties": {"disableLocalAuth": false}
    },
    {
      "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "otherstore", "location": "westeurope",
      "kind": "StorageV2", "sku": {"name": "Standard_LRS"}, "properties": {"supportsHttpsTrafficOnly": false}
    }
  ]
}
""",
}


def say(text):
    print(f"peers: {text}", file=sys.stderr, flush=True)


def launch(tool, given, work, counting, patience):
    """One run in an emptied folder: the measurement, and its findings by file (None without a report)."""
    folder = os.path.join(work, tool.id)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    result = peers_run.run(tool.command(given, folder, counting), folder, tool.environment(counting), patience)
    found = None if result.stopped else peers_tools.findings(tool, folder)
    say(f"{tool.name}: {result.wall:.2f} s wall, {result.cpu:.2f} s CPU, {result.peak:.0f} MiB, exit {result.code} {result.stopped}")
    return result, found


def prove(tools, work, patience):
    """Each tool has to find something in an insecure Bicep file and in the same as ARM JSON, or the comparison is idle."""
    folder = os.path.join(work, "insecure")
    os.makedirs(folder, exist_ok=True)
    for name, text in INSECURE.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    for tool in tools:
        _, found = launch(tool, folder, work, False, patience)
        blind = [name for name in INSECURE if not (found or {}).get(name)]
        if blind:
            sys.exit(f"{tool.name} finds nothing in {', '.join(blind)}: look into {work}/{tool.id}")


def failure(tool, work, result):
    """Why a run has no report: what stopped it, and the last error of its log."""
    with open(os.path.join(work, tool.id, "stderr.txt"), encoding="utf-8", errors="replace") as file:
        errors = [line.strip() for line in file if line[:1].isalpha() and ("Error: " in line or "panic: " in line)]
    reason = result.stopped or f"no report, exit {result.code}"
    return reason + (f"; `{errors[0][:120]}`" if errors else "")


def measure(tools, given, options):
    """By tool: counts (or why there are none), and the timed runs, one of each tool in turn."""
    counts, timed = {}, {tool.id: [] for tool in tools}
    for tool in tools:
        result, found = launch(tool, given, options.work, True, options.patience)
        if found is None and tool.id == "keylint":
            sys.exit(f"keylint has no report: look into {options.work}/{tool.id}")
        if found is None:
            counts[tool.id] = {"failure": failure(tool, options.work, result)}
        else:
            counts[tool.id] = peers_tools.count(tool, given, os.path.join(options.work, tool.id))
    for _ in range(options.runs):
        for tool in tools:
            if "failure" in counts[tool.id]:
                continue
            result, found = launch(tool, given, options.work, False, options.patience)
            timed[tool.id].append(result)
            total, counted = sum((found or {}).values()), counts[tool.id]["findings"]
            if total != counted:
                counts[tool.id]["notes"].append(f"a timed run had {total} findings instead of {counted} {result.stopped}".strip())
    return counts, timed


def spread(runs, field, digits):
    """Median (least to most)."""
    values = [getattr(run, field) for run in runs]
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def ratio(runs, base, field):
    return statistics.median(getattr(run, field) for run in runs) / statistics.median(getattr(run, field) for run in base)


def rows(title, tools, counts, timed):
    lines, notes = [], []
    for tool in tools:
        counted, runs = counts[tool.id], timed[tool.id]
        if "failure" in counted:
            lines.append(f"| {title} | {tool.name} | {counted['failure']} | | | | | | |")
            continue
        meant = sum("/invalid" in path.lower() for path in counted["unread"])
        unread = f"{len(counted['unread'])}" + (f" ({meant} invalid on purpose)" if meant else "")
        times = " / ".join(f"{ratio(runs, timed['keylint'], field):.2f}" for field in ("wall", "cpu", "peak"))
        figures = f"{spread(runs, 'wall', 2)} | {spread(runs, 'cpu', 2)} | {spread(runs, 'peak', 0)} | {times}"
        lines.append(f"| {title} | {tool.name} | {figures} | {counted['read']:,} | {unread} | {counted['findings']:,} |")
        notes.extend(f"- {title}, {tool.name}: {note}." for note in counted["notes"])
    return lines, notes


def verdicts(results):
    """One line for each target whose input was measured."""
    for name, peer, speed, part in TARGETS:
        if name not in results:
            continue
        runs, base = results[name][1][peer], results[name][1]["keylint"]
        if not runs or not base:
            yield f"- ✗ {name}: nothing to compare, {peer} or keylint did not end"
            continue
        faster, smaller = ratio(runs, base, "wall"), 1 / ratio(runs, base, "peak")
        met = faster >= speed and (part is None or smaller <= part)
        memory = f", {smaller:.2f} of its memory (target: {part:.2f})" if part else ""
        yield f"- {'✓' if met else '✗'} {name}: {faster:.1f} times as fast as {peer} (target: {speed:g}){memory}"


def machine():
    with open("/proc/meminfo", encoding="ascii") as file:
        total = int(file.readline().split()[1]) / 1048576
    go = shutil.which("go") and subprocess.run(["go", "env", "GOVERSION"], capture_output=True, text=True, check=False).stdout.strip()
    network = "no network" if peers_run.offline() else "network not taken away (`unshare` is not allowed here)"
    return (
        f"{datetime.date.today()}; {platform.machine()}, {min(peers_run.CORES, len(os.sched_getaffinity(0)))} of {os.cpu_count()} cores"
        f" for each tool, {total:.1f} GiB of memory, load {os.getloadavg()[0]:.1f} at the start, {network};"
        f" Python {platform.python_version()}, {go or 'no Go'}."
    )


def arguments():
    parser = argparse.ArgumentParser(prog="peers.sh", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", metavar="CORPUS_DIR", help="folder with bicep-registry-modules (and registry) in it")
    parser.add_argument("inputs", nargs="*", metavar="one|modules|all", help="which inputs; without any: all three")
    parser.add_argument("--runs", type=int, default=3, help="timed runs after the warm-up (default: 3)")
    parser.add_argument("--patience", type=int, default=900, help="seconds after which a run is stopped (default: 900)")
    for name in ("tools", "checkov", "kics"):
        parser.add_argument("--" + name, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.corpus = os.path.abspath(options.corpus)
    options.work = os.path.join(options.tools, "work")
    known = {"one": ONE, "modules": os.path.join(options.corpus, "bicep-registry-modules"), "all": options.corpus}
    for name in options.inputs:
        if name not in known:
            parser.error(f"there is no input {name}: one, modules or all")
    options.inputs = {name: known[name] for name in options.inputs or known}
    for path in options.inputs.values():
        if not os.path.exists(path):
            parser.error(f"there is no {path}")
    return options


def main():
    options = arguments()
    facts = machine()
    checkov = os.path.join(options.tools, "checkov-" + options.checkov, "bin", "checkov")
    tools = [
        peers_tools.keylint(os.path.join(options.corpus, "registry")),
        peers_tools.checkov(checkov, options.checkov),
        peers_tools.kics(os.path.join(options.tools, "kics-" + options.kics, "console"), options.kics),
    ]
    prove(tools, options.work, options.patience)
    results = {}
    for name, given in options.inputs.items():
        say(f"--- {name}")
        results[name] = measure(tools, given, options)
    rules = {"checkov": peers_tools.checkov_rules(checkov)}
    rules.update({tool: count["rules"] for counts, _ in results.values() for tool, count in counts.items() if "rules" in count})
    report(facts, tools, rules, results, options.runs)


def report(facts, tools, rules, results, runs):
    print("# keylint beside its peers\n")
    print(f"Made by `bench/peers.sh`. {facts}\n")
    for tool in tools:
        print(f"- {tool.name} {tool.version}, {rules.get(tool.id, '?')} rules for these files: {tool.settings}.")
    print(f"\nMedian of {runs} (least–most), the tools in turn after a warm-up each, every run writes SARIF. Memory is the peak of the process tree.\n")
    print("| input | tool | wall s | CPU s | peak MiB | times keylint's wall / CPU / memory | files read | not read | findings |")
    print("|---|---|---|---|---|---|---|---|---|")
    tables = [rows(name, tools, *result) for name, result in results.items()]
    print("\n".join(line for lines, _ in tables for line in lines))
    notes = [note for _, notes in tables for note in notes]
    print("\n" + "\n".join(notes) + "\n\nTargets:\n" if notes else "\nTargets:\n")
    print("\n".join(verdicts(results)))


if __name__ == "__main__":
    main()
