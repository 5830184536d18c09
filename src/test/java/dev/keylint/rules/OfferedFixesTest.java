package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keylint.cli.Keylint;
import dev.keylint.cli.Scanned;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What SARIF offers for the cases of each rule is what `keylint fix` makes: nobody takes an edit
/// out of a report that keylint itself would not make.
final class OfferedFixesTest {
  private static final Path RULES = Path.of("rules");
  private static final Keylint ALL = Keylint.withAllRules();

  /// A name with dots or an index, as paths of rules have it.
  private static final Pattern INTERNAL =
      Pattern.compile(
          "`(role|principal|sink|target|settings|given|grants|only|unsigned|blank|meant)(\\[\\d])?\\.|"
              + "`(call|grant|keyFlow|workload|resource|moduleCall|variables|access)\\.|`value`");

  /// A second fault, which the first one hid and which no fix is for: only a scan of the changed
  /// files sees it.
  private static final Pattern UNCOVERS =
      Pattern.compile(
          "it would bring"
              + " `(list-keys-without-keys|regional-endpoint-with-token|role-on-other-identity"
              + "|unattached-client-id)`");

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleFolder folder : RuleDirectory.load(RULES, "rules")) {
      Stream.of(folder.bicepCases(), folder.armCases())
          .flatMap(Optional::stream)
          .forEach(it -> tests.add(dynamicTest(it.path(), () -> isMade(it, folder))));
    }
    return tests;
  }

  private static void isMade(Source cases, RuleFolder rule) throws IOException {
    Path folder = copy(cases, rule);
    Keylint own = only(rule);
    List<OfferedFixes> offered = OfferedFixes.in(folder, own);
    Scanned fixed = own.run(folder, "fix", "--unsafe", "--diff", "--profile=all");
    List<String> refused =
        fixed
            .err()
            .lines()
            .filter(it -> it.startsWith("not fixed ") && !UNCOVERS.matcher(it).find())
            .toList();
    for (OfferedFixes fix : offered) {
      assertThat(refused)
          .noneMatch(it -> it.startsWith("not fixed " + fix.rule() + " at " + fix.place() + ":"));
      assertThat(fix.title()).as(fix.rule() + " at " + fix.place()).doesNotContainPattern(INTERNAL);
    }
  }

  static Path copy(Source cases, RuleFolder rule) throws IOException {
    Path folder = Files.createTempDirectory("offered");
    String name = Path.of(cases.path()).getFileName().toString();
    Files.writeString(folder.resolve(name), cases.text());
    Path module = RULES.resolve(rule.name()).resolve("module.bicep");
    if (name.endsWith(".bicep") && Files.exists(module)) {
      Files.copy(module, folder.resolve("module.bicep"));
    }
    return folder;
  }

  /// Each alone, as an editor takes it: its finding is gone, and no other is there.
  @TestFactory
  List<DynamicTest> alone() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleFolder folder : RuleDirectory.load(RULES, "rules")) {
      Stream.of(folder.bicepCases(), folder.armCases())
          .flatMap(Optional::stream)
          .forEach(it -> tests.add(dynamicTest(it.path(), () -> holdsAlone(it, folder))));
    }
    return tests;
  }

  private static void holdsAlone(Source cases, RuleFolder rule) throws IOException {
    Path folder = copy(cases, rule);
    Keylint own = only(rule);
    int before = failures(own.scan(folder, "--profile=all"));
    List<String> uncovering =
        own.run(folder, "fix", "--unsafe", "--diff", "--profile=all")
            .err()
            .lines()
            .filter(it -> UNCOVERS.matcher(it).find())
            .toList();
    for (OfferedFixes fix : OfferedFixes.in(folder, own)) {
      if (uncovering.stream().anyMatch(it -> it.contains(" at " + fix.place() + ":"))) {
        continue;
      }
      Path changed = copy(cases, rule);
      fix.make(changed);
      assertThat(failures(own.scan(changed, "--profile=all")))
          .as(fix.toString())
          .isLessThan(before);
    }
  }

  private static Keylint only(RuleFolder rule) {
    return new Keylint(
        ALL.rules().stream().filter(it -> it.id().equals(rule.name())).toList(), Map.of());
  }

  private static int failures(Scanned scanned) {
    return (int) scanned.verdicts().stream().filter(it -> it.kind().equals("fail")).count();
  }
}
