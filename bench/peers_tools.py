"""The three tools: how each is started for Bicep and ARM files, and where its report lies."""
import dataclasses
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable

import peers_run

HERE = os.path.dirname(os.path.abspath(__file__))
# The kinds of SARIF results that are findings; KICS gives its lowest severity the second one.
FOUND = ("fail", "informational")


@dataclasses.dataclass(frozen=True)
class Tool:
    """`command` takes the input, the folder for reports and whether more than the SARIF is wanted (for counting)."""

    id: str
    name: str
    version: str
    settings: str
    sarif: str
    command: Callable[[str, str, bool], list[str]]
    environment: Callable[[bool], dict[str, str]] = lambda counting: {}


def keylint(registry):
    def command(given, folder, _):
        modules = [f"--registry-dir={registry}"] if os.path.isdir(registry) and os.path.isdir(given) else []
        return [os.path.join(os.path.dirname(HERE), "keylint"), "scan", given, f"--output=sarif={folder}/keylint.sarif", *modules]

    version = subprocess.run(command("x", "x", False)[:1] + ["--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    modules = ", published modules from the corpus' `registry` folder (the others follow no module)" if os.path.isdir(registry) else ""
    return Tool("keylint", "keylint", version, "its defaults" + modules, "keylint.sarif", command)


def checkov(program, version):
    def command(given, folder, counting):
        more = ["--output", "json"] if counting else ["--quiet", "--compact"]
        given_as = "--file" if os.path.isfile(given) else "--directory"
        frameworks = ["--framework", "arm", "--framework", "bicep"]
        local = ["--skip-download", "--skip-results-upload", "--download-external-modules", "false"]
        return [program, given_as, given, *frameworks, *local, "--output", "sarif", *more, "--output-file-path", folder]

    def environment(counting):
        workers = {"CHECKOV_WORKERS_NUMBER": str(peers_run.CORES)}
        return {**workers, "LOG_LEVEL": "INFO"} if counting else workers

    settings = "`--framework arm --framework bicep --quiet --compact --skip-download --skip-results-upload`, two workers"
    return Tool("checkov", "Checkov", version, settings, "results_sarif.sarif", command, environment)


def kics(program, version):
    def command(given, folder, counting):
        kinds = ["--type", "AzureResourceManager", "--disable-secrets", "--exclude-gitignore"]
        quiet = ["--silent", "--no-progress", "--output-path", folder, "--output-name", "kics"]
        log = ["--log-path", f"{folder}/kics.log", "--payload-path", f"{folder}/payload.json"]
        more = ["--report-formats", "sarif,json", *log] if counting else ["--report-formats", "sarif"]
        return [program, "scan", "--path", given, *kinds, *quiet, *more]

    def environment(_):
        return {"DISABLE_CRASH_REPORT": "1"}

    settings = "`--type AzureResourceManager` (Bicep belongs to it) `--disable-secrets --exclude-gitignore --silent --no-progress`, no crash reports"
    return Tool("kics", "KICS", version, settings, "kics.sarif", command, environment)


def findings(tool, folder):
    """How many findings the SARIF of a run has, by file name; None when there is no report."""
    try:
        with open(os.path.join(folder, tool.sarif), encoding="utf-8-sig") as file:
            runs = json.load(file)["runs"]
    except (OSError, ValueError):
        return None
    found = {}
    for result in (result for run in runs for result in run.get("results") or []):
        if result.get("kind", "fail") in FOUND:
            for place in result["locations"][:1] or [{}]:
                uri = place.get("physicalLocation", {}).get("artifactLocation", {}).get("uri", "")
                found[os.path.basename(uri)] = found.get(os.path.basename(uri), 0) + 1
    return found


def count(tool, given, folder):
    """What peers_count.py says of a counting run."""
    command = [sys.executable, os.path.join(HERE, "peers_count.py"), tool.id, given, folder]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout)


def checkov_rules(program):
    command = [*peers_run.offline(), program, "--list", "--framework", "arm", "--framework", "bicep"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return len(set(re.findall(r"\bCKV2?_[A-Z]+_\d+\b", listed)))
