#!/usr/bin/env python3
"""Runs the launcher over hostile templates and prints a table of CPU time and peak memory; see bounds.sh."""
import os
import re
import resource
import shutil
import sys

CPU_SECONDS = 2.0
MEGABYTES = 200
# The JVM takes what it may before it collects garbage; this is what it may.
HEAP = "-Xmx112m"
ROOTS = ("a.bicepparam", "main.bicepparam", "main.bicep", "main.json")
MANY = 1000
MANY_CPU_SECONDS = 180


def run(folder, arguments, heap, patience):
    """Answers exit code, CPU seconds, peak megabytes and output."""
    home = os.getcwd()
    log = os.path.join(folder, "keylint.log")
    pid = os.fork()
    if pid == 0:
        os.chdir(folder)
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
        if heap:
            os.environ["KEYLINT_JAVA_OPTS"] = heap
        os.execv(os.path.join(home, "keylint"), ["keylint", *arguments])
    _, status, usage = os.wait4(pid, 0)
    with open(log, encoding="utf-8", errors="replace") as file:
        text = file.read()
    os.remove(log)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def kinds(text, command):
    pattern = r"^incomplete\[([a-z-]+)\]" if command == "scan" else r'"kind": ?"([a-z-]+)"'
    return set(re.findall(pattern, text, re.M))


def judge(expected, code, found, cpu, memory):
    wrong = []
    if code not in (0, 1, 3):
        wrong.append(f"exit code {code}")
    if expected != "nothing" and expected not in found:
        wrong.append(f"no diagnostic of kind {expected}")
    if cpu > CPU_SECONDS:
        wrong.append(f"more than {CPU_SECONDS} s")
    if memory > MEGABYTES:
        wrong.append(f"more than {MEGABYTES} MB")
    return ", ".join(wrong)


def one_each(work):
    failed = []
    worst = {"scan": [0.0, 0.0], "expand": [0.0, 0.0]}
    print("| case | command | exit | CPU s | MB | |\n|---|---|---|---|---|---|")
    with open(os.path.join(work, "cases.tsv"), encoding="utf-8") as table:
        cases = [line.split() for line in table]
    for name, expected in cases:
        folder = os.path.join(work, name)
        main = next(file for file in ROOTS if os.path.exists(os.path.join(folder, file)))
        scan = ["scan", ".", "--output=text", "--output=sarif=o.sarif", "--output=sarif-full=f.sarif"]
        for arguments in (scan, ["expand", main]):
            code, cpu, memory, text = run(folder, arguments, HEAP, 20)
            # What takes too much takes it each time; what a neighbour on the machine takes comes and goes.
            for _ in range(2):
                if cpu > CPU_SECONDS:
                    cpu = min(cpu, run(folder, arguments, HEAP, 20)[1])
            wrong = judge(expected, code, kinds(text, arguments[0]), cpu, memory)
            print(f"| {name} | {arguments[0]} | {code} | {cpu:.2f} | {memory:.0f} | {wrong} |", flush=True)
            worst[arguments[0]] = [max(worst[arguments[0]][0], cpu), max(worst[arguments[0]][1], memory)]
            if wrong:
                failed.append(f"{name} {arguments[0]}: {wrong}")
    for command, (cpu, memory) in worst.items():
        print(f"at most, {command}: {cpu:.2f} s CPU, {memory:.0f} MB")
    return failed


def many(work):
    """A thousand hostile deployments and a good one, which is not hidden by them."""
    folder = os.path.join(work, "many")
    os.mkdir(folder)
    for i in range(MANY):
        shutil.copy(os.path.join(work, "bomb-map-bicep", "main.bicep"), os.path.join(folder, f"hostile-{i:04}.bicep"))
    with open(os.path.join(folder, "zz-good.bicep"), "w", encoding="utf-8") as file:
        file.write("resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = {\n  name: 'a'\n  kind: 'OpenAI'\n  properties: {}\n}\n")
    code, cpu, memory, text = run(folder, ["scan", "."], "", 2 * MANY_CPU_SECONDS)
    print(f"{MANY} hostile deployments in one scan: exit code {code}, {cpu:.1f} s CPU, {memory:.0f} MB")
    wrong = []
    if code != 1 or "zz-good.bicep:1" not in text:
        wrong.append("the finding beside a thousand hostile deployments is lost")
    if cpu > MANY_CPU_SECONDS:
        wrong.append(f"a thousand hostile deployments take more than {MANY_CPU_SECONDS} s")
    return wrong


def main():
    work = sys.argv[1]
    failed = one_each(work) + many(work)
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
