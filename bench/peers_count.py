#!/usr/bin/env python3
"""Counts what one tool read, could not read and found, from its own reports, and holds the numbers against each other.

Usage: peers_count.py TOOL INPUT FOLDER (called by peers.py, in a process of its own: the reports are large). Prints JSON.
"""
import json
import os
import re
import sys

RESOURCE = re.compile(r"^[ \t]*resource[ \t]+\w+[ \t]+'[^'\n]*'[ \t]*(existing\b)?", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*|'''.*?'''", re.DOTALL)


def load(path):
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file)


def read(path):
    with open(path, encoding="utf-8-sig", errors="replace") as file:
        return file.read()


def must_be_equal(what, one, other):
    if one != other:
        raise SystemExit(f"{what}: the tool's own numbers disagree, {one} and {other}")


def keylint(_, folder):
    """The coverage in its SARIF; each file with a broken syntax in its messages has to be among those not read whole."""
    sarif = load(os.path.join(folder, "keylint.sarif"))["runs"][0]
    coverage = sarif["properties"]["coverage"]
    unread = set(coverage["filesNotUnderstood"])
    for note in sarif["invocations"][0].get("toolExecutionNotifications", []):
        if note["descriptor"]["id"] in ("syntax", "unreadable"):
            file = note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            if not any(path.endswith(file) or file.endswith(path) for path in unread):
                raise SystemExit(f"keylint: {file} has a {note['descriptor']['id']} message, but counts as read")
    return {
        "read": coverage["filesRead"] - len(unread),
        "unread": sorted(unread),
        "findings": sum(result.get("kind", "fail") == "fail" for result in sarif["results"]),
        "rules": coverage["rulesRun"],
        "notes": [f"deployments expanded: {len(coverage['deployments']):,}, with {sum(coverage['resources'].values()):,} resources"],
    }


def checkov(given, folder):
    """Its JSON report; the log has to tell the same number of Bicep files. JSON without both words is no ARM template to it."""
    reports = load(os.path.join(folder, "results_json.json"))
    reports = [report for report in (reports if isinstance(reports, list) else [reports]) if "results" in report]
    unread = {path for report in reports for path in report["results"].get("parsing_errors", [])}
    log = read(os.path.join(folder, "stderr.txt"))
    tried = sum(int(number) for number in re.findall(r"\[bicep\] start to parse (\d+) files", log))
    parsed = sum(int(number) for number in re.findall(r"\[bicep\] successfully parsed (\d+) files", log))
    must_be_equal("Checkov, Bicep files not parsed", tried - parsed, sum(path.endswith(".bicep") for path in unread))
    arm = [path for path in json_files(given) if all(word in read(path) for word in ("$schema", "contentVersion"))]
    arm = [path for path in arm if path not in unread]
    records = [record for report in reports for kind in ("passed", "failed", "skipped") for record in report["results"][kind + "_checks"]]
    judged = {record["file_abs_path"] for record in records}
    blind = [path for path in arm if path not in judged and has_named_resources(path)]
    return {
        "read": parsed + len(arm),
        "unread": sorted(unread),
        "findings": sum(report["summary"]["failed"] for report in reports),
        "notes": [f"no check ran on {len(blind)} ARM templates whose `resources` is an object"] if blind else [],
    }


def json_files(given):
    """The JSON files of the input, without the folders that Checkov leaves out."""
    if os.path.isfile(given):
        return [given] if given.endswith(".json") else []
    found = []
    for folder, folders, names in os.walk(given):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in ("node_modules", "__pycache__")]
        found.extend(os.path.join(folder, name) for name in names if name.endswith(".json") and not name.startswith("."))
    return found


def has_named_resources(path):
    try:
        template = load(path)
    except ValueError:
        return False
    return isinstance(template, dict) and isinstance(template.get("resources"), dict) and bool(template["resources"])


def kics(_, folder):
    """Its JSON report and log; its payload tells which resources of the Bicep files are left in its model."""
    report = load(os.path.join(folder, "kics.json"))
    log = read(os.path.join(folder, "kics.log"))
    unread = set(re.findall(r"(?:failed to parse file content: |parsing panic for file )(.*?) (?:ERROR:|with error)", log))
    must_be_equal("KICS, files not parsed", report["files_scanned"] - report["files_parsed"], len(unread))
    payload = {file["file"]: resources(file.get("resources")) for file in load(os.path.join(folder, "payload.json"))["document"]}
    wanted = {path: declared(path) for path in payload if path.endswith(".bicep")}
    short = {path: wanted[path] - payload[path] for path in wanted if wanted[path] > payload[path]}
    notes = []
    if short:
        lost = f"{sum(short.values()):,} of the {sum(wanted.values()):,} resources that {len(wanted):,} Bicep files declare"
        notes.append(f"{lost} are not in its model ({len(short):,} files), without a message")
    if report["queries_failed_to_execute"]:
        notes.append(f"{report['queries_failed_to_execute']} queries failed")
    return {
        "read": report["files_parsed"],
        "unread": sorted(unread),
        "findings": report["total_counter"],
        "rules": report["queries_total"],
        "notes": notes,
    }


def resources(given):
    """How many resources there are, children with them."""
    items = given if isinstance(given, list) else (given or {}).values()
    return sum(1 + resources(item.get("resources")) for item in items if isinstance(item, dict))


def declared(path):
    """How many resources a Bicep file declares, `existing` ones not counted."""
    return sum(not match.group(1) for match in RESOURCE.finditer(COMMENT.sub("", read(path))))


def main():
    tool, given, folder = sys.argv[1:]
    print(json.dumps({"keylint": keylint, "checkov": checkov, "kics": kics}[tool](given, folder)))


if __name__ == "__main__":
    main()
