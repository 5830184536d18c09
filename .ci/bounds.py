#!/usr/bin/env python3
"""Runs the launcher over hostile templates and prints a table of CPU time and peak memory; see bounds.sh."""
import os
import re
import resource
import shutil
import statistics
import sys

# What a case may take where the yardstick takes a second, and on anything faster; a slower machine gets more in proportion.
CPU_SECONDS = 2.0
YARDSTICK_EVERY = 15
MEGABYTES = 200
# The JVM takes what it may before it collects garbage; this is what it may.
HEAP = "-Xmx112m"
ROOTS = ("a.bicepparam", "main.bicepparam", "main.bicep", "main.json")
MANY = 1000
MANY_CPU_SECONDS = 180


def process(folder, command, heap, patience):
    """Answers exit code, CPU seconds, peak megabytes and output."""
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
        os.execv(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    with open(log, encoding="utf-8", errors="replace") as file:
        text = file.read()
    os.remove(log)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def run(folder, arguments, heap, patience):
    return process(folder, [os.path.join(os.getcwd(), "keylint"), *arguments], heap, patience)


# One of the types that the yardstick compiles: much of the library, little of anything else.
TYPE = """
sealed interface Shape% {
  record Circle%(double radius, List<String> names) implements Shape% {}

  record Square%(long side, Map<String, Integer> sizes) implements Shape% {}

  static String name(Shape% shape) {
    return switch (shape) {
      case Circle%(double radius, List<String> names) when radius > % ->
          names.stream()
              .filter(it -> it.length() > %)
              .map(String::strip)
              .sorted(Comparator.comparing(String::length))
              .collect(Collectors.joining(", "));
      case Circle% circle ->
          Optional.of(circle).map(Circle%::names).filter(it -> !it.isEmpty()).map(List::getFirst).orElseGet(() -> "%");
      case Square%(long side, Map<String, Integer> sizes) ->
          sizes.entrySet().stream()
              .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
              .toString() + side;
    };
  }
}
"""


class Yardstick:
    """How fast the machine is for a JVM that has just started: what the Java compiler takes for a fixed file."""

    def __init__(self, work, jdk):
        self.folder = os.path.join(work, "yardstick")
        os.mkdir(self.folder)
        with open(os.path.join(self.folder, "Shapes.java"), "w", encoding="utf-8") as file:
            file.write("import java.util.*;\nimport java.util.stream.*;\n")
            file.writelines(TYPE.replace("%", str(i)) for i in range(16))
        options = ["-J" + option for option in ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", HEAP)]
        self.command = [os.path.join(jdk, "bin", "javac"), *options, "-proc:none", "-d", ".", "Shapes.java"]
        self.taken = []

    def measure(self):
        code, cpu, _, text = process(self.folder, self.command, "", 60)
        if code != 0:
            sys.exit("the yardstick does not compile:\n" + text)
        self.taken.append(cpu)

    def seconds(self):
        return statistics.median(self.taken)


def kinds(text, command):
    pattern = r"^incomplete\[([a-z-]+)\]" if command == "scan" else r'"kind": ?"([a-z-]+)"'
    return set(re.findall(pattern, text, re.M))


def judge(expected, code, found, memory):
    wrong = []
    if code not in (0, 1, 3):
        wrong.append(f"exit code {code}")
    if expected != "nothing" and expected not in found:
        wrong.append(f"no diagnostic of kind {expected}")
    if memory > MEGABYTES:
        wrong.append(f"more than {MEGABYTES} MB")
    return ", ".join(wrong)


def arguments(folder):
    """The two commands that are run over a case, with their options."""
    main = next(file for file in ROOTS if os.path.exists(os.path.join(folder, file)))
    return {
        "scan": ["scan", ".", "--output=text", "--output=sarif=o.sarif", "--output=sarif-full=f.sarif"],
        "expand": ["expand", main],
    }


def one_each(work, yardstick):
    failed = []
    taken = {}
    worst = {"scan": [0.0, 0.0], "expand": [0.0, 0.0]}
    print("| case | command | exit | CPU s | MB | |\n|---|---|---|---|---|---|")
    with open(os.path.join(work, "cases.tsv"), encoding="utf-8") as table:
        cases = [line.split() for line in table]
    for index, (name, expected) in enumerate(cases):
        if index % YARDSTICK_EVERY == 0:
            yardstick.measure()
        folder = os.path.join(work, name)
        for command, options in arguments(folder).items():
            code, cpu, memory, text = run(folder, options, HEAP, 20)
            # What takes too much takes it each time; what a neighbour on the machine takes comes and goes.
            for _ in range(2):
                if cpu > CPU_SECONDS:
                    cpu = min(cpu, run(folder, options, HEAP, 20)[1])
            wrong = judge(expected, code, kinds(text, command), memory)
            print(f"| {name} | {command} | {code} | {cpu:.2f} | {memory:.0f} | {wrong} |", flush=True)
            taken[f"{name} {command}"] = cpu
            worst[command] = [max(worst[command][0], cpu), max(worst[command][1], memory)]
            if wrong:
                failed.append(f"{name} {command}: {wrong}")
    for command, (cpu, memory) in worst.items():
        print(f"at most, {command}: {cpu:.2f} s CPU, {memory:.0f} MB")
    allowed = CPU_SECONDS * max(1.0, yardstick.seconds())
    print(f"the yardstick takes {yardstick.seconds():.2f} s: a case may take {allowed:.2f} s")
    for case, cpu in taken.items():
        if cpu > allowed:
            ratio = in_turn(work, yardstick, *case.split(" "))
            print(f"{case}: {cpu:.2f} s; in turn with the yardstick {ratio:.2f} times as much")
            if ratio > CPU_SECONDS:
                failed.append(f"{case}: {ratio:.2f} times the yardstick")
    return failed


def in_turn(work, yardstick, name, command):
    """Answers how many times the yardstick a case takes, each time beside one: a machine is slow for minutes, too."""
    folder = os.path.join(work, name)
    ratios = []
    for _ in range(5):
        yardstick.measure()
        ratios.append(run(folder, arguments(folder)[command], HEAP, 20)[1] / yardstick.taken[-1])
    return statistics.median(ratios)


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
    work, jdk = sys.argv[1:]
    failed = one_each(work, Yardstick(work, jdk)) + many(work)
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
