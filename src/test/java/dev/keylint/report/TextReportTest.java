package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.Golden;
import dev.keylint.finding.Coverage;
import dev.keylint.finding.CoverageUnit;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.rule.Severity;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TextReportTest {
  private static final String KEY = "0f8a3c55d1e94b7f9a60c2be13d7a481";

  @Test
  void showsEachFindingWithItsCode() throws IOException {
    Golden.assertMatches("report/all.txt", text(Samples.all(), false, 120));
  }

  @Test
  void fitsIntoEightyColumns() throws IOException {
    String text = text(Samples.all(), false, 80);
    Golden.assertMatches("report/all-80.txt", text);
    List<String> lines = text.lines().toList();
    assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.length() <= 80);
  }

  @Test
  void coloursAreAllThatColourAdds() throws IOException {
    String colours = text(Samples.all(), true, 100);
    assertThat(colours).contains("\u001b[1;31merror[openai-local-auth]\u001b[0m");
    assertThat(colours.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(Samples.all(), false, 100));
  }

  @Test
  void marksStandUnderWhatIsMeant() throws IOException {
    Source odd =
        Source.of(
            "odd.bicep",
            "\tname:\t'x'\t// tabs\r\n"
                + "  name: '日本語' // wide: 'x'\r\n"
                + "  name: 'e\u0301' // marks: 'y'\r\n"
                + "  key: '"
                + KEY
                + "' // behind a secret: 'z'\r\n"
                + "  last: 'end'");
    List<Finding> findings = new ArrayList<>();
    for (String meant :
        List.of("'x'\t// tabs", "'日本語'", "wide: 'x'", "'y'", "'" + KEY + "'", "'z'", "'end'")) {
      findings.add(
          Samples.worded(
              "openai-local-auth",
              "Meant is " + meant.replace(KEY, "a key").replace('\t', ' ') + ".",
              Samples.at(odd, meant),
              List.of(),
              new Outcome.Fail()));
    }
    Golden.assertMatches("report/odd.txt", text(Samples.input(findings, List.of()), false, 80));
  }

  @Test
  void ofALongLineThePartThatMattersIsShown() throws IOException {
    String other = "{\"type\":\"Microsoft.Web/sites\",\"name\":\"other\"},";
    Source minified =
        Source.of(
            "main.json",
            "[" + other.repeat(50) + "{\"disableLocalAuth\":false}," + other.repeat(50) + "{}]");
    List<Finding> findings =
        List.of(
            Samples.with(
                Samples.openAi(),
                Severity.ERROR,
                Samples.at(minified, "\"disableLocalAuth\":false")),
            Samples.with(Samples.openAi(), Severity.NOTE, Samples.at(minified, minified.text())));
    String text = text(Samples.input(findings, List.of()), false, 80);
    Golden.assertMatches("report/minified.txt", text);
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void noSecretIsShown() throws IOException {
    Source source = Source.of("main.bicep", "var a = '" + KEY + "' // open sesame\n");
    Finding finding =
        Samples.worded(
            "key-in-app-setting",
            "The setting holds " + KEY + ".",
            Samples.at(source, "open sesame"),
            List.of(new Finding.Related(Samples.at(source, KEY), "the key " + KEY)),
            new Outcome.Fail());
    ReportInput input =
        Samples.with(
            Samples.input(List.of(finding), List.of()),
            new Redaction(List.of("open sesame"), false));
    assertThat(text(input, false, 100))
        .doesNotContain(KEY, "sesame")
        .contains("var a = '***' // ***");
  }

  @Test
  void strangersCommandNeitherTerminalNorPipeline() throws IOException {
    String evil = "##vso[task.complete]\u001b]0;owned\u0007##[error]x\u202e\u2028::error::y";
    Source source = Source.of("a\n::error::" + evil, "var a = '" + evil + "'\n");
    Location at = Samples.at(source, "var a");
    Finding finding =
        Samples.worded(
            "openai-local-auth",
            "::error " + "long ".repeat(20) + "::error:: " + evil,
            at,
            List.of(new Finding.Related(at, evil)),
            new Outcome.Fail());
    Diagnostic diagnostic =
        Diagnostic.of(Diagnostic.Kind.SYNTAX, evil, new Location.WholeFile(evil)).help(evil);
    String text = text(Samples.input(List.of(finding), List.of(diagnostic)), false, 80);
    assertThat(text).doesNotContain("##vso[", "##[", "\u001b", "\u0007", "\u202e", "\u2028", "\r");
    assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("::"));
  }

  @Test
  void oneMissingValueIsSaidOnce() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      findings.add(
          new Finding(
              "search-local-auth",
              Severity.ERROR,
              Samples.open().outcome(),
              "It may be that API keys open it.",
              new Location.WholeFile("infra/search" + i + ".bicep"),
              List.of(),
              new Finding.Subject("Microsoft.Search/searchServices", "srch" + i, "id" + i, ""),
              List.of(),
              1,
              "",
              Optional.empty(),
              Optional.empty()));
    }
    String text = text(Samples.input(findings, List.of()), false, 100);
    assertThat(text)
        .containsOnlyOnce("  = why: parameter `keysOff` has no value -> infra/main.bicep:2:1\n")
        .containsOnlyOnce("  = to decide: give `keysOff` a value in a parameter file");
    assertThat(text)
        .contains("  = also: 3 more\n")
        .contains("\nno findings, 13 undecided; incomplete");
  }

  @Test
  void aModuleThatIsMissingEverywhereIsSaidOnce() throws IOException {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      diagnostics.add(
          Diagnostic.of(
              Diagnostic.Kind.MISSING_MODULE,
              "module `a.bicep` is not here",
              new Location.WholeFile("main" + i + ".bicep")));
    }
    assertThat(text(Samples.input(List.of(), diagnostics), false, 100))
        .containsOnlyOnce("incomplete[missing-module]: module `a.bicep` is not here")
        .contains(" --> main0.bicep\n  = also: main1.bicep\n", "  = also: 2 more places\n");
  }

  @Test
  void whatIsLeftOutWasCheckedTooAsFarAsItCanBe() throws IOException {
    Coverage leftOut =
        new Coverage(1, List.of(), List.of("main.bicep"), List.of(), Map.of(), 5, 0, 2, List.of());
    assertThat(text(Samples.covering(leftOut, false), false, 100))
        .doesNotContain("no resource matched")
        .contains("2 declarations left out");
  }

  @Test
  void nothingCheckedIsAWarning() throws IOException {
    Coverage nothing =
        new Coverage(2, List.of(), List.of("main.bicep"), List.of(), Map.of(), 5, 0, 0, List.of());
    assertThat(text(Samples.covering(nothing, false), false, 100))
        .isEqualTo(
            """
            warning: no resource matched any rule, so nothing was checked

            read 2 files, expanded 1 deployment, 0 resources, ran 5 rules: no findings
            """);
  }

  @Test
  void ofAzureTheQueriesAreCounted() throws IOException {
    Coverage partly =
        new Coverage(
            0,
            List.of(),
            List.of(),
            List.of(),
            Map.of("Microsoft.Search/searchServices", 3),
            5,
            3,
            0,
            List.of(
                new CoverageUnit("/subscriptions/a", "accounts", CoverageUnit.State.OK, 3, ""),
                new CoverageUnit("/subscriptions/b", "accounts", CoverageUnit.State.DENIED, 0, ""),
                new CoverageUnit(
                    "/subscriptions/c", "accounts", CoverageUnit.State.DENIED, 0, "")));
    assertThat(text(Samples.covering(partly, true), false, 100))
        .isEqualTo(
            """
            read 1 of 3 queries, 3 resources, ran 5 rules
            no findings; incomplete: 2 queries denied
            """);
  }

  private static String text(ReportInput input, boolean colour, int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TextReport(colour, width).write(input, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
