package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keylint.compile.RuleDirectory;
import dev.keylint.rule.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// That the folder of every rule shows every kind of case, but for those that make no sense there:
/// `case-kinds.txt` names these with the reason, and nothing else.
final class CaseKindsTest {
  private static final Path EXCEPTIONS = Path.of("src/test/resources/case-kinds.txt");

  /// A line of the file: a rule or `*`, a kind, and why it is not wanted.
  private record Excepted(String rule, CaseKind kind, String why) {
    static Excepted of(String line) {
      String[] parts = line.split("\\s+", 3);
      assertThat(parts).as(line).hasSize(3);
      return new Excepted(parts[0], CaseKind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
    }
  }

  @TestFactory
  List<DynamicTest> everyFolderShowsEveryKind() throws IOException {
    List<Excepted> exceptions =
        Files.readAllLines(EXCEPTIONS).stream()
            .filter(it -> !it.isBlank() && !it.startsWith("#"))
            .map(Excepted::of)
            .toList();
    List<DynamicTest> tests = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (RuleFolder folder : RuleDirectory.load(Path.of("rules"), "rules")) {
      names.add(folder.name());
      Set<CaseKind> excepted = EnumSet.noneOf(CaseKind.class);
      exceptions.stream()
          .filter(it -> it.rule().equals(folder.name()))
          .forEach(it -> excepted.add(it.kind()));
      tests.add(dynamicTest(folder.name(), () -> shows(folder, excepted)));
    }
    tests.add(
        dynamicTest(
            "exceptions are for rules",
            () -> assertThat(exceptions).allMatch(it -> names.contains(it.rule()))));
    return tests;
  }

  /// What is excepted and shown all the same needs no exception any more.
  private static void shows(RuleFolder folder, Set<CaseKind> excepted) {
    Set<CaseKind> lacking = EnumSet.noneOf(CaseKind.class);
    for (CaseKind kind : CaseKind.values()) {
      if (!kind.isIn(folder)) {
        lacking.add(kind);
      }
    }
    assertThat(lacking).isEqualTo(excepted);
  }
}
