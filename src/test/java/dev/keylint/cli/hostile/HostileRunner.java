package dev.keylint.cli.hostile;

import dev.keylint.cli.Scanned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program for a process of little memory: scans and expands every case of a folder, and writes
/// for each `case`, command, exit code and kinds of diagnostics.
final class HostileRunner {
  private static final Pattern IN_TEXT = Pattern.compile("(?m)^incomplete\\[([a-z-]+)]");
  private static final Pattern IN_JSON = Pattern.compile("\"kind\": ?\"([a-z-]+)\"");

  private HostileRunner() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path results = Path.of(arguments[1]);
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(folder.resolve("cases.tsv"))) {
      String name = line.substring(0, line.indexOf('\t'));
      Path each = folder.resolve(name);
      String main =
          Stream.of("a.bicepparam", "main.bicepparam", "main.bicep", "main.json")
              .filter(file -> Files.exists(each.resolve(file)))
              .findFirst()
              .orElseThrow();
      Scanned scan =
          Scanned.command(
              each, "scan", ".", "--output=text", "--output=sarif=o", "--output=sarif-full=f");
      lines.append(String.join("\t", result(name, "scan", scan, IN_TEXT))).append('\n');
      Scanned expanded = Scanned.command(each, "expand", main);
      lines.append(String.join("\t", result(name, "expand", expanded, IN_JSON))).append('\n');
      Files.writeString(results, lines);
    }
  }

  private static List<String> result(String name, String command, Scanned run, Pattern kind) {
    Set<String> kinds = new TreeSet<>();
    Matcher matcher = kind.matcher(run.out());
    while (matcher.find()) {
      kinds.add(matcher.group(1));
    }
    return List.of(name, command, Integer.toString(run.exit()), String.join(",", kinds));
  }
}
