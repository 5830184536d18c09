package dev.keylint.report;

import static dev.keylint.report.SarifReport.Profile.CODE_SCANNING;
import static dev.keylint.report.SarifReport.Profile.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.rule.Severity;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What strangers write, what must stay secret, and more than code scanning takes.
final class SarifHostilityTest {
  private static final String KEY = "0f8a3c55d1e94b7f9a60c2be13d7a481";

  @Test
  void noSecretIsInAnyPartOfTheFile() throws IOException {
    Source source =
        Source.of("main.bicep", "var a = '" + KEY + "'\nvar b = 'open sesame'\nvar c = 1\n");
    Location whole = Samples.at(source, "var b = 'open sesame'");
    Finding finding =
        Samples.worded(
            "key-in-app-setting",
            "The setting holds " + KEY + ".",
            whole,
            List.of(new Finding.Related(Samples.at(source, KEY), "the key " + KEY)),
            new Outcome.Fail());
    Diagnostic diagnostic =
        Diagnostic.of(Diagnostic.Kind.SYNTAX, "no `" + KEY + "`", Samples.at(source, KEY));
    ReportInput input =
        Samples.with(
            Samples.input(List.of(finding), List.of(diagnostic)),
            new Redaction(List.of("open sesame"), false));
    for (SarifReport.Profile profile : SarifReport.Profile.values()) {
      String file = SarifReportTest.text(SarifReportTest.sarif(profile, input));
      assertThat(file).doesNotContain(KEY, "sesame").contains("var b = '***'");
    }
  }

  @Test
  void wordsOfStrangersMakeNoLinksAndNoOddBytes() throws IOException {
    Finding finding =
        Samples.worded(
            "openai-local-auth",
            "'[click](https://evil.example)\u001b[2J\u202e' is open",
            Samples.openAi().at(),
            List.of(new Finding.Related(Samples.at(Samples.MAIN, "param keysOff"), "a [b](7) c")),
            new Outcome.Fail());
    byte[] file = SarifReportTest.sarif(CODE_SCANNING, Samples.input(List.of(finding), List.of()));
    assertThat(IngestionChecker.violations(file)).isEmpty();
    String message = SarifReportTest.run(file).at("/results/0/message/text").asText();
    assertThat(message)
        .doesNotContain("](https", "](7)", "\u001b", "\u202e")
        .contains("[click]\u200b(https://evil.example)", "[a \\[b\\]\u200b(7) c](1)");
  }

  @Test
  void ofTooManyTheWorstAreKept() throws IOException {
    Source source = Source.of("main.bicep", "x\n".repeat(6_000));
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= 6_000; line++) {
      Location at =
          new Location.InFile(source, new Span(source.lineStart(line), source.lineStart(line) + 1));
      Severity severity = line % 2 == 0 ? Severity.ERROR : Severity.NOTE;
      findings.add(Samples.with(Samples.openAi(), severity, at));
    }
    Collections.shuffle(findings, new Random(7));
    byte[] file = SarifReportTest.sarif(CODE_SCANNING, Samples.input(findings, List.of()));
    JsonNode run = SarifReportTest.run(file);
    assertThat(run.path("results")).hasSize(5_000);
    List<String> levels = new ArrayList<>();
    run.path("results").forEach(result -> levels.add(result.path("level").asText()));
    assertThat(Collections.frequency(levels, "error")).isEqualTo(3_000);
    assertThat(run.at("/invocations/0/toolExecutionNotifications/1/message/text").asText())
        .startsWith("1000 results are left out");
    assertThat(
            SarifReportTest.run(SarifReportTest.sarif(FULL, Samples.input(findings, List.of())))
                .path("results"))
        .hasSize(6_000);
  }

  @Test
  void aFileThatIsTooLargeLosesTheMildestHalf() throws IOException {
    List<Integer> tried = new ArrayList<>();
    List<Finding> findings = Collections.nCopies(8, Samples.openAi());
    new SarifLimits(5, 40)
        .fit(
            findings,
            kept -> {
              tried.add(kept.size());
              return new com.contrastsecurity.sarif.Run().withResults(List.of());
            });
    assertThat(tried).containsExactly(5, 2, 1, 0);
  }

  @Test
  void aResourceOfAzureGetsAPathThatNoFileHas() throws IOException {
    String id =
        "/subscriptions/0f8a3c55-d1e9-4b7f-9a60-c2be13d7a481/resourceGroups/RG-AI/providers/"
            + "Microsoft.CognitiveServices/accounts/Chat (1)";
    Finding finding =
        Samples.with(
            Samples.openAi(),
            Severity.ERROR,
            new Location.InAzure(id, "/properties/disableLocalAuth"));
    byte[] file =
        SarifReportTest.sarif(CODE_SCANNING, Samples.in(Samples.live(), List.of(finding)));
    assertThat(IngestionChecker.violations(file)).isEmpty();
    JsonNode run = SarifReportTest.run(file);
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("keylint-live");
    JsonNode result = run.at("/results/0");
    JsonNode place = result.at("/locations/0/physicalLocation/artifactLocation");
    assertThat(place.path("uri").asText())
        .isEqualTo(
            "azure/subscriptions/0f8a3c55-d1e9-4b7f-9a60-c2be13d7a481/resourcegroups/rg-ai/"
                + "providers/microsoft.cognitiveservices/accounts/chat%20(1)");
    assertThat(place.at("/properties/href").asText())
        .isEqualTo(result.path("hostedViewerUri").asText())
        .startsWith("https://portal.azure.com/#resource/subscriptions/")
        .endsWith("Chat%20(1)");
    assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo(id + "#/properties/disableLocalAuth");
  }

  @Test
  void maskedSubscriptionsHaveNoLinks() throws IOException {
    String subscription = "0f8a3c55-d1e9-4b7f-9a60-c2be13d7a481";
    Finding finding =
        Samples.with(
            Samples.openAi(),
            Severity.ERROR,
            new Location.InAzure("/subscriptions/" + subscription + "/x/y", ""));
    ReportInput input =
        Samples.with(Samples.in(Samples.live(), List.of(finding)), new Redaction(List.of(), true));
    byte[] file = SarifReportTest.sarif(CODE_SCANNING, input);
    assertThat(IngestionChecker.violations(file)).isEmpty();
    assertThat(SarifReportTest.text(file))
        .doesNotContain(subscription, "portal.azure.com")
        .contains("azure/subscriptions/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxx7a481/x/y");
  }
}
