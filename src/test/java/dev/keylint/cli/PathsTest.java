package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.defects.Form;
import dev.keylint.defects.PathDefect;
import dev.keylint.defects.ServicePath;
import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The paths from callers to services: each is silent as it is, in Bicep and in JSON, and each
/// defect is found by the rules that its `broken.yaml` names and by no other, wherever it comes
/// from.
final class PathsTest {
  @TempDir private Path folder;

  static List<ServicePath> paths() {
    return ServicePath.all();
  }

  static List<PathDefect> defects() {
    return paths().stream().flatMap(it -> PathDefect.of(it).stream()).toList();
  }

  private Scanned scan(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return keylint().scan(folder, files.containsKey("main.json") ? "main.json" : "main.bicep");
  }

  /// All rules that a run has by default; those that a test brought into the book prove nothing.
  private static Keylint keylint() {
    return Keylint.with(
        PackedRules.builtIn().stream()
            .filter(it -> !it.metadata().optIn() && !it.metadata().tags().contains("throw-away"))
            .map(Rule::id)
            .toArray(String[]::new));
  }

  private static Set<String> failing(Scanned scan) {
    assertThat(scan.exit()).as(scan.out() + scan.err()).isIn(0, 1);
    return scan.verdicts().stream()
        .filter(it -> it.kind().equals("fail"))
        .map(Scanned.Verdict::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void isSilent(Scanned scan) {
    assertThat(scan.verdicts())
        .filteredOn(it -> !it.kind().equals("pass"))
        .as(scan.out())
        .isEmpty();
    assertThat(scan.exit()).as(scan.out() + scan.err()).isZero();
  }

  private void isFound(PathDefect defect, Form form) throws IOException {
    Optional<Map<String, String>> files = form.files(defect);
    if (files.isPresent()) {
      Scanned scan = scan(files.orElseThrow());
      assertThat(failing(scan)).as(scan.out()).isEqualTo(defect.rules());
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPathIsSilentAsItIs(ServicePath path) throws IOException {
    isSilent(scan(path.bicep()));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPathIsSilentInJson(ServicePath path) throws IOException {
    isSilent(scan(path.arm()));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsFound(PathDefect defect) throws IOException {
    isFound(defect, Form.PLAIN);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsFoundInAModuleInALoop(PathDefect defect) throws IOException {
    isFound(defect, Form.IN_A_LOOP);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsFoundBehindAParameter(PathDefect defect) throws IOException {
    isFound(defect, Form.BY_PARAMETER);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsFoundInJson(PathDefect defect) throws IOException {
    isFound(defect, Form.ARM);
  }
}
