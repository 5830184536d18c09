package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.cases.Cases;
import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.rule.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// That the cases in the folder of each rule are judged as their annotations say.
///
/// Rows of a table and no dynamic tests: PIT does not run these.
final class RuleCasesTest {
  private static final Path RULES = Path.of("rules");

  static List<String> rules() throws IOException {
    try (Stream<Path> entries = Files.list(RULES)) {
      return entries
          .filter(it -> Files.isRegularFile(it.resolve("rule.yaml")))
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void casesAreJudgedAsTheyAreAnnotated(String name) throws IOException {
    RuleFolder folder = RuleDirectory.one(RULES.resolve(name), "rules/" + name);
    RuleBook book = RuleCompiler.compile(List.of(folder), Set.of());
    assertThat(book.diagnostics()).isEmpty();
    List<Cases> all = Cases.of(RULES.resolve(name), folder);
    assertThat(all).isNotEmpty();
    for (Cases cases : all) {
      assertThat(cases.faults()).as(cases.file()).isEmpty();
      assertThat(cases.mismatches(book.rules().getFirst())).as(cases.file()).isEmpty();
    }
  }
}
