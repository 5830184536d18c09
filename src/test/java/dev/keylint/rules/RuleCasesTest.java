package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.cases.Cases;
import dev.keylint.check.Engine;
import dev.keylint.check.TraceRequest;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.finding.Finding;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule says of the cases in its folder what is written beside them.
final class RuleCasesTest {
  private static final Path RULES = Path.of("rules");

  @ParameterizedTest
  @MethodSource
  void agree(String name) throws IOException {
    RuleFolder folder = RuleDirectory.one(RULES.resolve(name), "rules/" + name);
    List<Rule> rules = RuleCompiler.compile(List.of(folder), Set.of()).rules();
    assertThat(rules).hasSize(1);
    List<Cases> files = Cases.of(RULES.resolve(name), folder);
    assertThat(files).isNotEmpty();
    for (Cases cases : files) {
      assertThat(cases.faults()).isEmpty();
      assertThat(cases.mismatches(rules.getFirst())).isEmpty();
    }
  }

  /// Whatever a rule asks about can be explained.
  @ParameterizedTest
  @MethodSource("agree")
  void areTraced(String name) throws IOException {
    RuleFolder folder = RuleDirectory.one(RULES.resolve(name), "rules/" + name);
    List<Rule> rules = RuleCompiler.compile(List.of(folder), Set.of()).rules();
    for (Cases cases : Cases.of(RULES.resolve(name), folder)) {
      for (Estate estate : cases.estates()) {
        for (Finding finding : someOfEachKind(Engine.run(rules, List.of(estate)))) {
          TraceRequest request = new TraceRequest(name, finding.subject().name());
          Engine engine = new Engine(rules, Optional.of(request), cases.snapshot());
          assertThat(engine.judge(estate).traces()).as(finding.toString()).isNotEmpty();
        }
      }
    }
  }

  private static List<Finding> someOfEachKind(List<Finding> findings) {
    return findings.stream()
        .filter(it -> !it.subject().name().isEmpty())
        .collect(Collectors.groupingBy(it -> it.outcome().getClass()))
        .values()
        .stream()
        .flatMap(it -> it.stream().limit(3))
        .toList();
  }

  private static List<String> agree() throws IOException {
    try (Stream<Path> folders = Files.list(RULES)) {
      return folders
          .filter(it -> Files.isRegularFile(it.resolve("rule.yaml")))
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
