package dev.keylint.compile;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What lies in a directory of rules where it is not looked for: a rule that is never asked looks
/// like one that is always kept.
public final class RuleLayout {
  private static final String RULE = "rule.yaml";
  private static final Pattern NEARLY = Pattern.compile("(?i)rules?\\.(ya?ml|json)(\\.txt)?");
  private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build");
  private static final int DEEPEST = 4;
  private static final int MOST = 10;

  private final String label;
  private final Set<String> deep = new HashSet<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  private RuleLayout(String label) {
    this.label = label;
  }

  /// What is wrong with the layout of a directory, at most a few things.
  ///
  /// @param label what messages call the directory
  /// @param rules how many rules were found in it
  /// @throws IOException when it can't be read
  public static List<Diagnostic> faults(Path directory, String label, int rules)
      throws IOException {
    RuleLayout layout = new RuleLayout(label);
    if (Files.isRegularFile(directory.resolve(RULE))) {
      layout.report(
          "this is the folder of one rule, not of rules",
          RULE,
          "name the folder around it: --rules " + around(directory, label));
      return layout.faults;
    }
    for (Path folder : folders(directory)) {
      layout.folder(folder, name(folder), 1);
    }
    if (layout.faults.isEmpty() && rules == 0) {
      layout.report(
          "there is no rule in this folder",
          "",
          "a rule is a folder with a `" + RULE + "` in it, such as " + label + "/my-rule/" + RULE);
    }
    return layout.faults.subList(0, Math.min(MOST, layout.faults.size()));
  }

  private void folder(Path folder, String path, int depth) throws IOException {
    boolean holdsRule = Files.isRegularFile(folder.resolve(RULE));
    String around = depth > 1 ? path.substring(0, path.lastIndexOf('/')) : "";
    if (holdsRule && depth > 1 && deep.add(around)) {
      report(
          "this rule lies too deep and is not read",
          path + "/" + RULE,
          "name the folder around it: --rules " + label + "/" + around);
    }
    if (holdsRule || depth >= DEEPEST) {
      return;
    }
    for (String name : files(folder)) {
      if (NEARLY.matcher(name).matches()) {
        report("this file is not read", path + "/" + name, "call it `" + RULE + "`");
      } else if (depth == 1 && name.startsWith("cases.")) {
        report("there are cases here and no `" + RULE + "`", path + "/" + name, "add the rule");
      }
    }
    for (Path inner : folders(folder)) {
      folder(inner, path + "/" + name(inner), depth + 1);
    }
  }

  private void report(String message, String path, String help) {
    Location at = new Location.WholeFile(path.isEmpty() ? label : label + "/" + path);
    faults.add(Diagnostic.of(Diagnostic.Kind.CONFIGURATION, message, at).help(help));
  }

  private static String around(Path directory, String label) {
    int slash = label.lastIndexOf('/');
    if (slash > 0 && !label.endsWith("..")) {
      return label.substring(0, slash);
    }
    return Optional.ofNullable(directory.getParent()).map(Path::toString).orElse("..");
  }

  private static List<Path> folders(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(it -> Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
          .filter(it -> !name(it).startsWith(".") && !SKIPPED.contains(lower(it)))
          .sorted()
          .toList();
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).map(RuleLayout::name).sorted().toList();
    }
  }

  private static String lower(Path path) {
    return name(path).toLowerCase(Locale.ROOT);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
