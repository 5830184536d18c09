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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// What the fix of every rule has to prove with the cases in its folder: each failure is gone and
/// nothing new is there, or `nofix` says why it stays.
final class FixesTest {
  private static final Path RULES = Path.of("rules");

  /// What `nofix` says of a failure for which its rule has no fix.
  private static final String NONE = "no fix";

  @TestFactory
  List<DynamicContainer> rules() throws IOException {
    List<DynamicContainer> rules = new ArrayList<>();
    for (RuleFolder folder : RuleDirectory.load(RULES, "rules")) {
      RuleBook book = RuleCompiler.compile(List.of(folder), Set.of());
      book.rules().stream()
          .filter(FixesTest::hasFix)
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
    return cases.stream().map(it -> dynamicTest(it.path(), () -> fixes(rule, it, folder)));
  }

  private static boolean hasFix(Rule rule) {
    return rule.fix().isPresent()
        || rule.validations().stream().anyMatch(it -> it.fix().isPresent());
  }

  private static void fixes(Rule rule, Source source, RuleFolder cases) throws IOException {
    Map<String, Annotations> annotations = annotations(rule, source, cases);
    Set<String> failing = places(annotations, Annotation.Kind.RULEID);
    Set<String> stuck = places(annotations, Annotation.Kind.NOFIX);
    assertThat(failing).as("nofix speaks of failures").containsAll(stuck);
    Path folder = OfferedFixesTest.copy(source, cases);
    Keylint keylint = new Keylint(List.of(rule), Map.of());
    Scanned before = keylint.scan(folder, "--profile=all");
    Set<String> openBefore = new TreeSet<>(verdicts(before, "open"));
    String written = texts(folder);

    Scanned fixed = keylint.run(folder, "fix", "--unsafe", "--profile=all");

    assertThat(fixed.err()).isEmpty();
    for (String file : annotations.keySet()) {
      Source now = Source.of(file, Files.readString(folder.resolve(file)));
      refusalsAreSaid(fixed, file, Annotations.read(now, rule.id()));
    }
    long without =
        annotations.values().stream()
            .flatMap(it -> it.all().stream())
            .filter(it -> it.kind() == Annotation.Kind.NOFIX && it.part().equals(NONE))
            .count();
    assertThat(reasons(fixed))
        .as("what is not fixed needs `nofix`")
        .hasSize(stuck.size() - (int) without);
    Scanned after = keylint.scan(folder, "--profile=all");
    assertThat(after.places(rule.id(), "fail")).as(fixed.out()).hasSize(stuck.size());
    assertThat(lost(after)).as("still read").isEqualTo(lost(before));
    assertThat(verdicts(after, "open")).hasSizeLessThanOrEqualTo(openBefore.size());
    String once = texts(folder);
    if (failing.size() > stuck.size()) {
      assertThat(once).isNotEqualTo(written);
    }
    keylint.run(folder, "fix", "--unsafe", "--profile=all");
    assertThat(texts(folder)).as("once is enough").isEqualTo(once);
  }

  private static void refusalsAreSaid(Scanned fixed, String file, Annotations annotations) {
    for (Annotation it : annotations.all()) {
      if (it.kind() == Annotation.Kind.NOFIX) {
        assertThat(refusal(fixed, file, it.line().number()).orElse(NONE))
            .as("%s, line %s", file, it.line().number())
            .contains(it.part())
            .isNotEmpty();
      }
    }
  }

  /// Those of the cases and of a module that they call, by their files.
  private static Map<String, Annotations> annotations(Rule rule, Source cases, RuleFolder folder)
      throws IOException {
    Map<String, Annotations> all = new TreeMap<>();
    String name = Path.of(cases.path()).getFileName().toString();
    all.put(name, Annotations.read(cases, rule.id()));
    Path module = RULES.resolve(folder.name()).resolve("module.bicep");
    if (name.endsWith(".bicep") && Files.exists(module)) {
      Source source = Source.of("module.bicep", Files.readString(module));
      all.put("module.bicep", Annotations.read(source, rule.id()));
    }
    return all;
  }

  private static String texts(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
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

  private static Set<String> places(Map<String, Annotations> annotations, Annotation.Kind kind) {
    Set<String> places = new TreeSet<>();
    annotations.forEach((file, all) ->
        all.all().stream()
            .filter(it -> it.kind() == kind)
            .forEach(it -> places.add(file + ":" + it.line().number())));
    return places;
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
