package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Rule;
import dev.keylint.text.Source;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The paths from callers to services: each is silent as it is, and each defect is found by the
/// rules that its `broken.yaml` names and by no other, wherever it comes from.
final class PathsTest {
  private static final Path PATHS = Path.of("fixtures", "paths");
  private static final Pattern VALUE = Pattern.compile("(?s)(.*?: )(.*)");

  @TempDir private Path folder;

  /// One defect of a path.
  ///
  /// @param type of the value that is wrong, where it can come from a parameter
  record Defect(
      String path,
      String what,
      Set<String> rules,
      String replace,
      String with,
      Optional<String> type) {
    @Override
    public String toString() {
      return path + ": " + what;
    }

    String plain(String working) {
      assertThat(working.split(Pattern.quote(replace), -1))
          .as("`%s` comes once in %s", replace, path)
          .hasSize(2);
      return working.replace(replace, with);
    }

    /// The same with the wrong value as the default of a parameter.
    Optional<String> byParameter(String working) {
      Matcher value = VALUE.matcher(with);
      return type.filter(_ -> value.matches())
          .map(it ->
              "param theValue "
                  + it
                  + " = "
                  + value.group(2)
                  + "\n"
                  + working.replace(replace, value.group(1) + "theValue"));
    }
  }

  static List<String> paths() {
    try (Stream<Path> folders = Files.list(PATHS)) {
      return folders.map(it -> it.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Defect> defects() {
    return paths().stream().flatMap(it -> defects(it).stream()).toList();
  }

  private static List<Defect> defects(String path) {
    Path file = PATHS.resolve(path).resolve("broken.yaml");
    YamlNode root = YamlReader.read(Source.of(file.toString(), read(file))).root().orElseThrow();
    List<Defect> defects = new ArrayList<>();
    for (YamlNode node : ((YamlNode.Sequence) root).items()) {
      YamlNode.Mapping entry = (YamlNode.Mapping) node;
      defects.add(
          new Defect(
              path,
              text(entry, "what").orElseThrow(),
              Set.copyOf(texts(entry, "rules")),
              text(entry, "replace").orElseThrow(),
              text(entry, "with").orElseThrow(),
              text(entry, "value")));
    }
    return defects;
  }

  private static Optional<String> text(YamlNode.Mapping entry, String key) {
    return entry.entry(key).map(it -> ((YamlNode.Scalar) it.value()).text());
  }

  private static List<String> texts(YamlNode.Mapping entry, String key) {
    return ((YamlNode.Sequence) entry.entry(key).orElseThrow().value())
        .items().stream().map(it -> ((YamlNode.Scalar) it).text()).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String working(String path) {
    return read(PATHS.resolve(path).resolve("main.bicep"));
  }

  private Scanned scan(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return keylint().scan(folder, "main.bicep");
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

  @ParameterizedTest
  @MethodSource("paths")
  void aPathIsSilentAsItIs(String path) throws IOException {
    Scanned scan = scan(Map.of("main.bicep", working(path)));
    assertThat(scan.verdicts())
        .filteredOn(it -> !it.kind().equals("pass"))
        .as(scan.out())
        .isEmpty();
    assertThat(scan.exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsFound(Defect defect) throws IOException {
    Scanned scan = scan(Map.of("main.bicep", defect.plain(working(defect.path()))));
    assertThat(failing(scan)).as(scan.out()).isEqualTo(new TreeSet<>(defect.rules()));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsFoundInAModuleInALoop(Defect defect) throws IOException {
    Scanned scan =
        scan(
            Map.of(
                "main.bicep",
                "module it 'path.bicep' = [for i in range(0, 2): { name: 'it-${i}' }]\n",
                "path.bicep",
                defect.plain(working(defect.path()))));
    assertThat(failing(scan)).as(scan.out()).isEqualTo(new TreeSet<>(defect.rules()));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsFoundBehindAParameter(Defect defect) throws IOException {
    Optional<String> text = defect.byParameter(working(defect.path()));
    if (text.isPresent()) {
      Scanned scan = scan(Map.of("main.bicep", text.orElseThrow()));
      assertThat(failing(scan)).as(scan.out()).isEqualTo(new TreeSet<>(defect.rules()));
    }
  }
}
