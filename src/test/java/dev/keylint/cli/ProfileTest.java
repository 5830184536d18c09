package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A profile asks the rules with its tag, and no run asks an opt-in rule unasked.
final class ProfileTest {
  private static final Keylint NO_RULES = Keylint.with();

  @TempDir private Path folder;

  @BeforeEach
  void rules() throws IOException {
    rule("no-keys", "tags: [keyless]");
    rule("few-rights", "tags: [security, least-privilege]");
    rule("calls-work", "tags: [will-it-work, keyless]");
    rule("untagged", "tags: []");
    rule("on-request", "tags: [keyless]\nopt-in: true");
    Files.writeString(
        folder.resolve("main.bicep"),
        "resource a 'Microsoft.Search/searchServices@2025-05-01' = {\n  name: 'desk'\n}\n");
  }

  private void rule(String id, String more) throws IOException {
    Path file = folder.resolve("rules/" + id + "/rule.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        id: %s
        title: t
        severity: error
        precision: high
        since: 0.1.0
        match: {resource: Microsoft.Search/searchServices}
        validations: [{expression: 'false', message: m}]
        remediation: r
        docs: {why: w}
        %s
        """
            .formatted(id, more));
  }

  private Scanned scan(String... options) {
    List<String> all = new ArrayList<>(List.of("main.bicep", "--rules=rules"));
    all.addAll(List.of(options));
    return NO_RULES.scan(folder, all.toArray(String[]::new));
  }

  private static List<String> found(Scanned run) {
    return run.verdicts().stream().map(Scanned.Verdict::rule).sorted().toList();
  }

  @Test
  void withoutOneEveryRuleIsAskedThatIsNotOptIn() {
    Scanned run = scan();
    assertThat(found(run)).containsExactly("calls-work", "few-rights", "no-keys", "untagged");
    assertThat(run.out()).contains("ran 4 rules: ").doesNotContain("profile");
  }

  @ParameterizedTest
  @CsvSource({
    "keyless, calls-work no-keys",
    "least-privilege, few-rights",
    "will-it-work, calls-work",
    "ALL, calls-work few-rights no-keys on-request untagged",
  })
  void oneAsksTheRulesWithItsTag(String profile, String rules) {
    Scanned run = scan("--profile=" + profile);
    assertThat(found(run)).containsExactly(rules.split(" "));
    String name = profile.toLowerCase(Locale.ROOT);
    assertThat(run.out()).contains("of the profile `" + name + "`: ");
    assertThat(
            NO_RULES.run(folder, "scan", "--rules=rules", "--output=sarif", "--profile", profile))
        .extracting(Scanned::out)
        .asString()
        .contains("\"profile\": \"" + name + "\"");
  }

  @Test
  void anUnknownOneIsAUsageError() {
    for (String[] command :
        new String[][] {
          {"scan", "--profile=keyles"},
          {"live", "--subscription=x", "--profile=keyles"},
          {"rules", "list", "--profile=keyles"}
        }) {
      Scanned run = NO_RULES.run(folder, command);
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err())
          .contains("no profile `keyles`", "keyless, least-privilege, will-it-work, all")
          .hasLineCount(1);
    }
  }

  @Test
  void aDirectiveForARuleThatIsNotAskedIsNoMistake() throws IOException {
    Path main = folder.resolve("main.bicep");
    Files.writeString(main, "#disable-next-line no-keys\n" + Files.readString(main));
    assertThat(scan("--profile=least-privilege").out())
        .doesNotContain("no-keys", "perhaps", "would report nothing");
    assertThat(scan().out()).contains("1 suppressed by directives");
  }

  @Test
  void aTraceOfARuleThatIsNotAskedSaysWhy() {
    assertThat(scan("--profile=keyless", "--trace", "few-rights", "desk").err())
        .contains("`few-rights`, which is none of the profile `keyless`");
    assertThat(scan("--trace", "on-request", "desk").err())
        .contains("`on-request`, which is asked with `--profile all` only");
  }

  @Test
  void optInIsTrueOrFalse() throws IOException {
    rule("on-request", "opt-in: sometimes");
    assertThat(NO_RULES.run(folder, "scan", "--rules=rules").err())
        .contains("rules/on-request/rule.yaml:10:9: `opt-in` is `true` or `false`");
  }

  @Test
  void aListNamesWhatAProfileAsks() {
    assertThat(list("--profile=keyless")).containsExactly("calls-work", "no-keys");
    assertThat(list("--profile=keyless", "--profile=least-privilege"))
        .containsExactly("calls-work", "few-rights", "no-keys");
    assertThat(list("--profile=keyless", "--tag=WILL-IT-WORK")).containsExactly("calls-work");
    assertThat(list("--severity=note")).isEmpty();
    assertThat(list("--severity=note", "--severity=error")).hasSize(5);
    Scanned all = NO_RULES.run(folder, "rules", "list", "--rules=rules");
    assertThat(all.out()).contains("on-request  error    t (with --profile all)");
    Scanned none = NO_RULES.run(folder, "rules", "list", "--rules=rules", "--tag=keyles");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("no rule has the tag `keyles`, perhaps `keyless`");
  }

  private List<String> list(String... options) {
    List<String> all = new ArrayList<>(List.of("rules", "list", "--rules=rules"));
    all.addAll(List.of(options));
    Scanned run = NO_RULES.run(folder, all.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out().lines().map(line -> line.split(" ")[0]).toList();
  }

  @Test
  void aListForProgramsIsJson() {
    Scanned run =
        NO_RULES.run(folder, "rules", "list", "--rules=rules", "--profile=all", "-o", "json");
    assertThat(run.out()).startsWith("[\n  {\n    \"id\": \"calls-work\",").endsWith("]\n");
    assertThat(run.out()).contains("\"optIn\": true", "\"profiles\": [\n      \"keyless\",\n");
  }

  @Test
  void thePageOfARuleSaysWhoAsksIt() {
    assertThat(NO_RULES.run(folder, "rules", "show", "calls-work", "--rules=rules").out())
        .contains("| Profiles | keyless, will-it-work |");
    assertThat(NO_RULES.run(folder, "rules", "show", "on-request", "--rules=rules").out())
        .contains("| Profiles | only `--profile all` |");
    assertThat(NO_RULES.run(folder, "rules", "show", "untagged", "--rules=rules").out())
        .doesNotContain("Profiles");
  }
}
