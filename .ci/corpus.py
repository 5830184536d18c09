#!/usr/bin/env python3
"""Scans the whole reference corpus in one process and prints a table: files, understood, diagnostics by kind, time, memory.

Fails on an internal error, on a hang, and when a number is worse than the one in .ci/ratchet.json.
"""
import json
import os
import re
import sys
import tempfile
import time

PATIENCE_SECONDS = 600


def scan(corpus, output):
    """Runs the scan; answers exit code, wall, CPU and peak memory."""
    command = ["keylint", "scan", ".", "--output=text", f"--output=sarif-full={output}", f"--registry-dir={corpus}/registry"]
    home = os.getcwd()
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.chdir(corpus)
        log = os.open(output + ".log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        os.execv(os.path.join(home, "keylint"), command)
    while True:
        done, status, usage = os.wait4(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        if time.monotonic() - start > PATIENCE_SECONDS:
            os.kill(pid, 9)
            sys.exit(f"the scan of the corpus did not end within {PATIENCE_SECONDS} s")
        time.sleep(0.05)


def count_files(corpus):
    found = {}
    for _, _, names in os.walk(corpus):
        for name in names:
            suffix = os.path.splitext(name)[1]
            if suffix in (".bicep", ".json", ".bicepparam"):
                found[suffix] = found.get(suffix, 0) + 1
    return found


def main():
    corpus = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as work:
        output = os.path.join(work, "corpus.sarif")
        code, wall, cpu, memory = scan(corpus, output)
        with open(output + ".log", encoding="utf-8") as log:
            text = log.read()
        if code not in (0, 1, 3) or "internal error" in text:
            print(text[-4000:])
            sys.exit(f"the scan of the corpus ended with {code}")
        with open(output, encoding="utf-8") as file:
            run = json.load(file)["runs"][0]
    files = count_files(corpus)
    kinds = {}
    for line in text.splitlines():
        message = re.match(r"(?:incomplete\[([a-z-]+)\]|warning\[(unchecked)\]|(note)):", line)
        if message:
            kind = next(filter(None, message.groups()))
            kinds[kind] = kinds.get(kind, 0) + 1
    verdicts = {}
    for result in run["results"]:
        key = result.get("kind", "fail")
        verdicts[key] = verdicts.get(key, 0) + 1
    print("| what | number |\n|---|---|")
    for suffix, number in sorted(files.items()):
        print(f"| {suffix} files | {number} |")
    for kind, number in sorted(kinds.items()):
        print(f"| diagnostics: {kind} | {number} |")
    for kind, number in sorted(verdicts.items()):
        print(f"| verdicts: {kind} | {number} |")
    print(f"| wall | {wall:.1f} s |\n| CPU | {cpu:.1f} s |\n| peak memory | {memory:.0f} MiB |\n| exit code | {code} |")
    truth(corpus, text)
    print(text[text.rindex("\nread ") :].strip())
    ratchet(kinds)


def diagnostics(text):
    """Kind, message and file of each diagnostic in the text report."""
    found = re.findall(r"^incomplete\[([a-z-]+)\]: (.*?)\n +--> (.*?)(?::\d+:\d+)?$", text, re.MULTILINE | re.DOTALL)
    return [(kind, " ".join(message.split()), file) for kind, message, file in found]


def is_template(path):
    with open(path, encoding="utf-8-sig") as file:
        return "deploymentTemplate.json" in file.read()


def is_here(corpus, message, file):
    """Whether what a diagnostic says is missing is there after all."""
    wanted = re.search(r"`([^`]*)`", message)
    if wanted is None:
        return "linked template is not here" not in message
    reference = wanted.group(1)
    if reference.startswith(("br:", "br/", "ts:", "ts/")):
        name = re.sub(r"^br(/public:|:mcr\.microsoft\.com/bicep/)", "", reference)
        folder, _, version = name.rpartition(":")
        return os.path.exists(os.path.join(corpus, "registry", folder, version, "main.json"))
    path = os.path.join(corpus, os.path.dirname(file), reference)
    if message.endswith("is no template"):
        return is_template(path)
    return os.path.isfile(path)


def truth(corpus, text):
    """What is said to be missing really is; nothing that the official compiler accepts is unsupported."""
    wrong = []
    missing = 0
    for kind, message, file in diagnostics(text):
        if kind in ("missing-module", "missing-file"):
            missing += 1
            if is_here(corpus, message, file):
                wrong.append(f"{file}: {message}, but it is there")
        if kind == "unsupported" and "/Invalid" not in file:
            wrong.append(f"{file}: {message}")
    print(f"| missing files and modules, each looked for | {missing} |")
    if missing == 0 or wrong:
        sys.exit("untrue diagnostics: " + ("; ".join(wrong) or "none could be read"))


def ratchet(kinds):
    with open(os.path.join(os.path.dirname(__file__), "ratchet.json"), encoding="utf-8") as file:
        limits = json.load(file)["corpus-diagnostics-at-most"]
    worse = [f"{kind}: {number}, allowed {limits.get(kind, 0)}" for kind, number in kinds.items() if number > limits.get(kind, 0)]
    if worse:
        sys.exit("more diagnostics than the ratchet allows: " + "; ".join(sorted(worse)))


if __name__ == "__main__":
    main()
