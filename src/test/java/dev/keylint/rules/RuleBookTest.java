package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keylint.Golden;
import dev.keylint.cases.Cases;
import dev.keylint.cases.Mutant;
import dev.keylint.cases.Proof;
import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.docs.RuleIndex;
import dev.keylint.docs.RulePage;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every rule has to prove besides agreeing with the cases in its own folder.
final class RuleBookTest {
  private static final Path RULES = Path.of("rules");
  private static final Path INDEX = Path.of("docs", "rules.md");

  @TestFactory
  List<DynamicContainer> rules() throws IOException {
    List<DynamicContainer> rules = new ArrayList<>();
    for (RuleFolder folder : RuleDirectory.load(RULES, "rules")) {
      rules.add(dynamicContainer(folder.name(), tests(folder)));
    }
    assertThat(rules).isNotEmpty();
    return rules;
  }

  @Test
  void thereIsNothingButRulesAndTheirGuide() throws IOException {
    List<String> names = RuleDirectory.load(RULES, "rules").stream().map(RuleFolder::name).toList();
    assertThat(names(RULES))
        .filteredOn(it -> !names.contains(it))
        .containsExactlyInAnyOrder("README.md", "rule.schema.json");
  }

  @Test
  void theIndexNamesAllRules() throws IOException {
    List<RuleFolder> folders = RuleDirectory.load(RULES, "rules");
    Golden.assertFileMatches(
        INDEX, RuleIndex.markdown(RuleCompiler.compile(folders, Set.of()).rules(), "../rules"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(it -> it.getFileName().toString()).toList();
    }
  }

  private static Stream<DynamicNode> tests(RuleFolder folder) {
    RuleBook book = RuleCompiler.compile(List.of(folder), Set.of());
    if (book.rules().isEmpty()) {
      return Stream.of(dynamicTest("compiles", () -> assertThat(book.diagnostics()).isEmpty()));
    }
    Rule rule = book.rules().getFirst();
    List<Cases> cases = Cases.of(RULES.resolve(folder.name()), folder);
    return Stream.of(
        dynamicTest("compiles", () -> assertThat(book.diagnostics()).isEmpty()),
        dynamicTest(
            "files", () -> assertThat(names(RULES.resolve(rule.id()))).isSubsetOf(Proof.FILES)),
        dynamicTest("shows enough", () -> showsEnough(rule, cases)),
        dynamicContainer("mutants", mutants(rule, cases)),
        dynamicTest("page", () -> page(rule)));
  }

  private static void showsEnough(Rule rule, List<Cases> cases) {
    assertThat(Proof.lacking(rule, cases)).isEmpty();
    assertThat(rule.docs().noncompliant()).as("a noncompliant example").isPresent();
    assertThat(rule.docs().compliant()).as("a compliant example").isPresent();
  }

  private static Stream<DynamicNode> mutants(Rule rule, List<Cases> cases) {
    return Mutant.of(rule).stream()
        .map(mutant ->
            dynamicTest(
                mutant.toString(),
                () -> assertThat(mutant.isNoticed(cases)).as("some case notices").isTrue()));
  }

  private static void page(Rule rule) {
    Golden.assertFileMatches(
        RULES.resolve(rule.id()).resolve("README.md"), RulePage.markdown(rule));
  }
}
