package dev.keylint.report;

import static dev.keylint.report.SarifReport.Profile.CODE_SCANNING;
import static dev.keylint.report.SarifReport.Profile.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keylint.Golden;
import dev.keylint.finding.Coverage;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.rule.Severity;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SarifReportTest {
  @Test
  void uploadsActiveFailuresOnly() throws IOException {
    byte[] file = sarif(CODE_SCANNING, Samples.all());
    assertThat(IngestionChecker.violations(file)).isEmpty();
    Golden.assertMatches("report/all.sarif", text(file));
  }

  @Test
  void archivesEveryAnswer() throws IOException {
    ReportInput input =
        Samples.input(
            List.of(Samples.openAi(), Samples.open(), Samples.pass(), Samples.suppressed()),
            List.of());
    byte[] file = sarif(FULL, input);
    assertThat(IngestionChecker.violations(file)).isEmpty();
    Golden.assertMatches("report/all-full.sarif", text(file));
  }

  @Test
  void anEmptyRunHasResultsAndAllRules() throws IOException {
    byte[] file = sarif(CODE_SCANNING, Samples.input(List.of(), List.of()));
    assertThat(IngestionChecker.violations(file)).isEmpty();
    assertThat(run(file).path("results").isArray()).isTrue();
    assertThat(run(file).at("/tool/driver/rules"))
        .isEqualTo(run(sarif(CODE_SCANNING, Samples.all())).at("/tool/driver/rules"));
  }

  @Test
  void nothingCheckedIsAWarning() throws IOException {
    Coverage nothing =
        new Coverage(2, List.of(), List.of("main.bicep"), List.of(), Map.of(), 5, 0, 0, List.of());
    JsonNode said =
        run(sarif(CODE_SCANNING, Samples.covering(nothing, false)))
            .at("/invocations/0/toolExecutionNotifications");
    assertThat(said)
        .filteredOn(it -> it.path("level").asText().equals("warning"))
        .extracting(it -> it.at("/message/text").asText())
        .containsExactly("No resource matched any rule, so nothing was checked.");
    assertThat(new String(sarif(CODE_SCANNING, Samples.all()), StandardCharsets.UTF_8))
        .doesNotContain("No resource matched");
  }

  @Test
  void theOrderOfTheInputDoesNotMatter() throws IOException {
    List<Finding> findings =
        new ArrayList<>(List.of(Samples.openAi(), Samples.keysOnly(), Samples.keyInSetting()));
    byte[] forwards = sarif(FULL, Samples.input(findings, Samples.diagnostics()));
    Collections.reverse(findings);
    assertThat(sarif(FULL, Samples.input(findings, Samples.diagnostics().reversed())))
        .isEqualTo(forwards);
  }

  @Test
  void aMilderFindingThanItsRuleSaysSo() throws IOException {
    Finding warning = Samples.with(Samples.openAi(), Severity.WARNING, Samples.openAi().at());
    byte[] file = sarif(CODE_SCANNING, Samples.input(List.of(warning), List.of()));
    assertThat(run(file).at("/results/0/level").asText()).isEqualTo("warning");
  }

  @Test
  void findingsOnOneLineStayApart() throws IOException {
    String account = "{\"disableLocalAuth\": false}";
    Source minified = Source.of("main.json", "[" + account + "," + account + "]");
    List<Finding> findings =
        List.of(
            Samples.with(Samples.keysOnly(), Severity.ERROR, span(minified, 1, 27)),
            Samples.with(Samples.keysOnly(), Severity.ERROR, span(minified, 28, 54)));
    byte[] file = sarif(CODE_SCANNING, Samples.input(findings, List.of()));
    assertThat(IngestionChecker.violations(file)).isEmpty();
    assertThat(run(file).at("/results/0/partialFingerprints/primaryLocationLineHash").asText())
        .isEqualTo(LineHashes.of(minified.text()).getFirst());
  }

  @Test
  void twinsAreOneResult() throws IOException {
    Finding twin = Samples.openAi();
    byte[] file = sarif(CODE_SCANNING, Samples.input(List.of(twin, twin), List.of()));
    assertThat(run(file).path("results")).hasSize(1);
  }

  @Test
  void oddPlacesAreFitForUpload() throws IOException {
    Source odd = Source.of("a b/#1%.bicep", "\r\nx: '\u65e5'\r\n");
    List<Finding> findings = new ArrayList<>();
    for (int end = 0; end <= odd.text().length(); end++) {
      findings.add(Samples.with(Samples.openAi(), Severity.ERROR, span(odd, end, end)));
    }
    findings.add(
        Samples.with(Samples.openAi(), Severity.ERROR, new Location.WholeFile("C:\\x.json")));
    byte[] file = sarif(CODE_SCANNING, Samples.input(findings, List.of()));
    assertThat(IngestionChecker.violations(file)).isEmpty();
  }

  @Test
  void pathsStartAtTheRepository() throws IOException {
    ReportInput.Run inside =
        new ReportInput.Run(
            "templates",
            Optional.empty(),
            false,
            Optional.empty(),
            1,
            "apps/web",
            Optional.of(new ReportInput.Time(Instant.EPOCH, Instant.EPOCH.plusMillis(1500))),
            Optional.of(
                new ReportInput.Revision(
                    "https://example.com/contoso/app", "0123abcd", "refs/heads/main")),
            Map.of("build", "17"));
    JsonNode run = run(sarif(CODE_SCANNING, Samples.in(inside, List.of(Samples.openAi()))));
    assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("apps/web/infra/main.bicep");
    assertThat(run.at("/invocations/0/endTimeUtc").asText()).isEqualTo("1970-01-01T00:00:01.500Z");
    assertThat(run.at("/versionControlProvenance/0/branch").asText()).isEqualTo("refs/heads/main");
    assertThat(run.at("/properties/build").asText()).isEqualTo("17");
  }

  @Test
  void aRunThatDidNotComeToItsEndIsUnsuccessful() throws IOException {
    for (int exitCode = 0; exitCode <= 4; exitCode++) {
      JsonNode invocation =
          run(sarif(CODE_SCANNING, Samples.in(Samples.run("", exitCode), List.of())))
              .at("/invocations/0");
      assertThat(invocation.path("exitCode").asInt(-1)).isEqualTo(exitCode);
      assertThat(invocation.path("executionSuccessful").isBoolean()).isTrue();
      assertThat(invocation.path("executionSuccessful").asBoolean()).isEqualTo(exitCode <= 1);
    }
  }

  @Test
  void configurationFaultsAreToldApart() throws IOException {
    Diagnostic wrong =
        Diagnostic.of(
            Diagnostic.Kind.CONFIGURATION,
            "unknown key `rulez`",
            new Location.WholeFile(".keylint.yaml"));
    JsonNode run = run(sarif(CODE_SCANNING, Samples.input(List.of(), List.of(wrong))));
    assertThat(run.at("/invocations/0/toolConfigurationNotifications/0/message/text").asText())
        .isEqualTo("Unknown key `rulez`.");
  }

  @Test
  void whatMadeARunIncompleteIsNeverCut() throws IOException {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      Diagnostic.Kind kind = i < 1_500 ? Diagnostic.Kind.NOTE : Diagnostic.Kind.UNSUPPORTED;
      diagnostics.add(
          Diagnostic.of(kind, "thing " + i, new Location.WholeFile("f%04d.bicep".formatted(i))));
    }
    JsonNode said =
        run(sarif(CODE_SCANNING, Samples.input(List.of(), diagnostics)))
            .at("/invocations/0/toolExecutionNotifications");
    List<String> kinds = new ArrayList<>();
    said.forEach(it -> kinds.add(it.at("/descriptor/id").asText()));
    assertThat(kinds.stream().filter("unsupported"::equals)).hasSize(1_500);
    assertThat(kinds.stream().filter("note"::equals)).hasSize(1_000);
    assertThat(said.toString()).contains("500 more of these are not listed here");
  }

  @Test
  void openVerdictsThatFailARunAreNeverCut() throws IOException {
    List<Finding> open = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      open.add(
          Samples.worded(
              "openai-local-auth",
              "Open " + i + ".",
              new Location.WholeFile("f%04d.bicep".formatted(i)),
              List.of(),
              new Outcome.Open(
                  List.of(new Outcome.Cause("`x` has no value", new Location.WholeFile("m"))))));
    }
    for (int exitCode : new int[] {0, 3}) {
      JsonNode said =
          run(sarif(CODE_SCANNING, Samples.in(Samples.run("", exitCode), open)))
              .at("/invocations/0/toolExecutionNotifications");
      List<String> kinds = new ArrayList<>();
      said.forEach(it -> kinds.add(it.at("/descriptor/id").asText()));
      assertThat(kinds.stream().filter("undecided"::equals)).hasSize(exitCode == 3 ? 1_200 : 1_000);
    }
  }

  static byte[] sarif(SarifReport.Profile profile, ReportInput input) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SarifReport(profile).write(input, bytes);
    return bytes.toByteArray();
  }

  static JsonNode run(byte[] file) throws IOException {
    return new ObjectMapper().readTree(file).at("/runs/0");
  }

  static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static Location span(Source source, int start, int end) {
    return new Location.InFile(source, new Span(start, end));
  }
}
