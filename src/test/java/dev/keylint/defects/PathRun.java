package dev.keylint.defects;

import dev.keylint.cli.Scanned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes the defects of all paths, in each form.
final class PathRun {
  private PathRun() {}

  static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (ServicePath path : ServicePath.all()) {
      for (PathDefect defect : PathDefect.of(path)) {
        for (Form form : Form.values()) {
          Optional<Map<String, String>> files = form.files(defect);
          if (files.isPresent()) {
            lines.add(Defects.line("paths", made(defect, form, files.orElseThrow())));
          }
        }
      }
    }
    return lines;
  }

  private static Repository.Made made(PathDefect defect, Form form, Map<String, String> files)
      throws IOException {
    Set<String> failing = failing(files);
    Set<String> missing = new TreeSet<>(defect.rules());
    missing.removeAll(failing);
    failing.removeAll(defect.rules());
    return new Repository.Made(
        defect.kind(),
        defect + ", " + form.words(),
        missing.isEmpty() ? Outcome.FOUND : Outcome.MISSED,
        failing);
  }

  private static Set<String> failing(Map<String, String> files) throws IOException {
    Path folder = Files.createTempDirectory("defects");
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      String root = files.containsKey("main.json") ? "main.json" : "main.bicep";
      return Defects.keylint().scan(folder, root).verdicts().stream()
          .filter(it -> it.kind().equals("fail"))
          .map(Scanned.Verdict::rule)
          .collect(Collectors.toCollection(TreeSet::new));
    } finally {
      Defects.delete(folder);
    }
  }
}
