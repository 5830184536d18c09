package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keylint.cases.Annotation;
import dev.keylint.cases.Annotations;
import dev.keylint.cli.Keylint;
import dev.keylint.cli.Scanned;
import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// What the fix of every rule has to prove with the cases in its folder: each failure is gone and
/// nothing new is there, or `nofix` says why it stays.
final class FixesTest {
  private static final Path RULES = Path.of("rules");

  @TestFactory
  List<DynamicContainer> rules() throws IOException {
    List<DynamicContainer> rules = new ArrayList<>();
    for (RuleFolder folder : RuleDirectory.load(RULES, "rules")) {
      RuleBook book = RuleCompiler.compile(List.of(folder), Set.of());
      book.rules().stream()
          .filter(it -> it.fix().isPresent())
          .findFirst()
          .ifPresent(it -> rules.add(dynamicContainer(it.id(), tests(it, folder))));
    }
    assertThat(rules).isNotEmpty();
    return rules;
  }

  private static Stream<DynamicNode> tests(Rule rule, RuleFolder folder) {
    List<Source> cases = new ArrayList<>();
    folder.bicepCases().ifPresent(cases::add);
    folder.armCases().ifPresent(cases::add);
    return cases.stream().map(it -> dynamicTest(it.path(), () -> fixes(rule, it)));
  }

  private static void fixes(Rule rule, Source source) throws IOException {
    Annotations annotations = Annotations.read(source, rule.id());
    Set<Integer> failing = lines(annotations, Annotation.Kind.RULEID);
    Set<Integer> stuck = lines(annotations, Annotation.Kind.NOFIX);
    assertThat(failing).as("nofix speaks of failures").containsAll(stuck);
    Path folder = Files.createTempDirectory("fixes");
    String name = Path.of(source.path()).getFileName().toString();
    Path file = folder.resolve(name);
    Files.writeString(file, source.text());
    Keylint keylint = new Keylint(List.of(rule), Map.of());
    Scanned before = keylint.scan(folder);
    Set<String> openBefore = new TreeSet<>(verdicts(before, "open"));

    Scanned fixed = keylint.run(folder, "fix", "--unsafe");

    assertThat(fixed.err()).isEmpty();
    for (Annotation it : annotations.all()) {
      if (it.kind() == Annotation.Kind.NOFIX) {
        assertThat(refusal(fixed, name, it.line().number()).orElse(""))
            .as("line %s", it.line().number())
            .contains(it.part())
            .isNotEmpty();
      }
    }
    assertThat(reasons(fixed)).as("what is not fixed needs `nofix`").hasSize(stuck.size());
    Scanned after = keylint.scan(folder);
    assertThat(after.places(rule.id(), "fail")).as(fixed.out()).hasSize(stuck.size());
    assertThat(lost(after)).as("still read").isEqualTo(lost(before));
    assertThat(verdicts(after, "open")).hasSizeLessThanOrEqualTo(openBefore.size());
    if (failing.size() > stuck.size()) {
      assertThat(Files.readString(file)).isNotEqualTo(source.text());
    }
    String once = Files.readString(file);
    keylint.run(folder, "fix", "--unsafe");
    assertThat(Files.readString(file)).as("once is enough").isEqualTo(once);
  }

  /// What could not be read, such as a module that is not here.
  private static List<String> lost(Scanned scanned) {
    return scanned.out().lines().filter(it -> it.startsWith("incomplete[")).sorted().toList();
  }

  private static List<String> verdicts(Scanned scanned, String kind) {
    return scanned.verdicts().stream()
        .filter(it -> it.kind().equals(kind))
        .map(Scanned.Verdict::place)
        .toList();
  }

  private static Set<Integer> lines(Annotations annotations, Annotation.Kind kind) {
    Set<Integer> lines = new TreeSet<>();
    annotations.all().stream()
        .filter(it -> it.kind() == kind)
        .forEach(it -> lines.add(it.line().number()));
    return lines;
  }

  private static List<String> reasons(Scanned fixed) {
    return fixed.out().lines().filter(it -> it.startsWith("not fixed ")).toList();
  }

  private static Optional<String> refusal(Scanned fixed, String file, int line) {
    return reasons(fixed).stream()
        .filter(it -> it.contains(" at " + file + ":" + line + ":"))
        .findFirst();
  }
}
