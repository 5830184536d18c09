package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Variables of the environment count when the user names them, and are shown nowhere.
final class EnvironmentTest {
  private static final List<Rule> RULES =
      Keylint.with("search-local-auth", "search-keys-only").rules();
  private static final String SCHEMA =
      "\"$schema\":"
          + " \"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\"";

  @TempDir private Path folder;

  @BeforeEach
  void aTemplateWhoseVerdictAVariableDecides() throws IOException {
    write(
        "main.bicep",
        """
        param keyless bool = true
        param suffix string = 'x'
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs-${suffix}'
          properties: { disableLocalAuth: keyless }
        }
        output name string = 'docs-${suffix}'
        """);
    write(
        "main.parameters.json",
        """
        {
          SCHEMA,
          "parameters": {
            "keyless": {"value": "${DOCS_KEYLESS}"},
            "suffix": {"value": "${DOCS_SUFFIX=plain}"}
          }
        }
        """
            .replace("SCHEMA", SCHEMA));
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private Scanned scan(Map<String, String> process, String... options) {
    return new Keylint(RULES, process).scan(folder, options);
  }

  @Test
  void theProcessDoesNotCountByItself() {
    Scanned run = scan(Map.of("DOCS_KEYLESS", "false"));
    assertThat(run.exit()).isZero();
    assertThat(run.outWords())
        .containsOnlyOnce(
            "these variables have no value here, so their parameters are not given:"
                + " `DOCS_KEYLESS` (`keyless`, line 4)");
  }

  /// The file gives the parameter, so what is missing is the variable.
  @ParameterizedTest
  @CsvSource({
    "${DOCS_KEYLESS}, .azure/NAME/.env",
    "${{DOCS_KEYLESS}}, env/.env.NAME",
  })
  void theVariableIsWhatWouldDecide(String written, String file) throws IOException {
    replace("main.bicep", " = true", "");
    replace("main.parameters.json", "${DOCS_KEYLESS}", written);
    Scanned run = scan(Map.of());
    assertThat(run.outWords())
        .contains(
            "= why: parameter `keyless` has no value -> main.bicep:1:1",
            "to decide: `--env DOCS_KEYLESS=…` says what it is (read at"
                + " main.parameters.json:4:5): it fails for false",
            "`--env-file " + file + "`")
        .doesNotContain("in a parameter file");
  }

  private void replace(String name, String old, String by) throws IOException {
    write(name, Files.readString(folder.resolve(name)).replace(old, by));
  }

  @Test
  void aVariableThatNobodyAsksForIsSaid() throws IOException {
    write("dev.env", "OTHER='x'\n");
    Scanned run =
        scan(Map.of(), "--env", "DOC_KEYLESS=false", "--env=ZZZ=1", "--env-file", "dev.env");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "note: no file that was read asks for the variable `DOC_KEYLESS`; perhaps"
                + " `DOCS_KEYLESS` is meant\n",
            "note: no file that was read asks for the variable `ZZZ`\n")
        .doesNotContain("OTHER");
    assertThat(scan(Map.of(), "--env", "DOCS_KEYLESS=false").out()).doesNotContain("asks for");
  }

  @Test
  void aBicepFileAsksForItsVariables() throws IOException {
    Files.delete(folder.resolve("main.parameters.json"));
    write(
        "main.bicepparam",
        "using 'main.bicep'\nparam suffix = readEnvironmentVariable('DOCS_SUFFIX', 'x')\n");
    assertThat(scan(Map.of(), "--env", "DOCS_SUFFIX=y").out()).doesNotContain("asks for");
    assertThat(scan(Map.of(), "--env", "docs_suffix=y").out())
        .contains("perhaps `DOCS_SUFFIX` is meant");
  }

  @Test
  void eachOptionGivesItsVariables() throws IOException {
    write("dev.env", "# of azd\nDOCS_KEYLESS=\"false\"\nOTHER='x'\n");
    assertThat(scan(Map.of(), "--env", "DOCS_KEYLESS=false").exit()).isEqualTo(1);
    assertThat(scan(Map.of(), "--env-file", "dev.env").exit()).isEqualTo(1);
    assertThat(scan(Map.of("DOCS_KEYLESS", "false"), "--env-from-process", "DOCS_*").exit())
        .isEqualTo(1);
    assertThat(scan(Map.of("DOCS_KEYLESS", "false"), "--env-from-process", "DOC").exit()).isZero();
  }

  @Test
  void whatIsNearerToTheUserWins() throws IOException {
    write("dev.env", "DOCS_KEYLESS=false\n");
    Map<String, String> process = Map.of("DOCS_KEYLESS", "true");
    String[] both = {"--env-from-process", "DOCS_*", "--env-file", "dev.env"};
    assertThat(scan(process, both).exit()).isEqualTo(1);
    assertThat(scan(process, both[0], both[1], both[2], both[3], "--env", "DOCS_KEYLESS=true"))
        .extracting(Scanned::exit)
        .isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "**", "?*", "", "*_*", "A-*", "A*|.*"})
  void theWholeProcessIsNeverTaken(String pattern) {
    Scanned run = scan(Map.of("SECRET", "s"), "--env-from-process", pattern);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--env-from-process wants a pattern of names such as AI_*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NAME", "=x", "1A=x", "A-B=hidden-value"})
  void whatIsNoVariableIsRefusedWithoutItsValue(String variable) {
    Scanned run = scan(Map.of(), "--env", variable);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--env wants NAME=VALUE").doesNotContain("hidden-value");
  }

  @Test
  void aFileThatIsNoneIsRefusedWithItsLine() throws IOException {
    write("dev.env", "A=1\n\nno variable\n");
    Scanned run = scan(Map.of(), "--env-file", "dev.env");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("`dev.env`, line 3 is no NAME=VALUE");
    assertThat(scan(Map.of(), "--env-file", "none.env").exit()).isEqualTo(2);
  }

  /// Also where the property is made of the parameter, here or in a module, or picked by it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "param mode string = 'keys'            | mode != 'keys'",
        "param mode string = 'keys'            | mode == 'keys' ? false : true",
        "param mode string = 'keys'            | !contains(['keys', 'both'], mode)",
        "param mode string = 'keys'            | { keys: false, none: true }[mode]",
        "param mode string = 'keys'            | off",
        "param mode object = { off: 'false' }  | mode.off == 'true'",
        "param mode string = 'keys'            | MODULE",
      })
  void aFindingSaysThatADefaultDecidedWhatIsMadeOfIt(String parameter, String made)
      throws IOException {
    String service =
        """
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: %s }
        }
        """;
    boolean isModule = made.equals("MODULE");
    write("docs.bicep", "param mode string\n" + service.formatted("mode != 'keys'"));
    write(
        "main.bicep",
        parameter
            + "\nvar off = endsWith(mode, 'less')\n".repeat(made.equals("off") ? 1 : 0)
            + "\n"
            + (isModule
                ? "module docs 'docs.bicep' = { params: { mode: toLower(mode) } }"
                : service.formatted(made)));
    write(
        "main.parameters.json",
        "{SCHEMA, \"parameters\": {\"mode\": {\"value\": \"${DOCS_MODE}\"}}}"
            .replace("SCHEMA", SCHEMA));
    assertThat(scan(Map.of()).words())
        .contains("by the default of `mode`; `--env DOCS_MODE=…` may decide otherwise");
    assertThat(scan(Map.of(), "--env", "DOCS_MODE=keys").words())
        .doesNotContain("decide otherwise");
  }

  @Test
  void aFindingSaysThatADefaultDecided() throws IOException {
    write(
        "main.bicep",
        Files.readString(folder.resolve("main.bicep")).replace("bool = true", "bool = false"));
    Scanned run = scan(Map.of());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("by the default of `keyless`; `--env DOCS_KEYLESS=…` would decide otherwise");
    write(
        "main.parameters.json",
        Files.readString(folder.resolve("main.parameters.json"))
            .replace("${DOCS_KEYLESS}", "${DOCS_KEYLESS=false}"));
    assertThat(scan(Map.of()).out().replaceAll("\\s+(= note: )?", " "))
        .contains(
            "by the default of `DOCS_KEYLESS`; `--env DOCS_KEYLESS=…` would decide otherwise");
    assertThat(scan(Map.of(), "--env", "DOCS_KEYLESS=false").out())
        .doesNotContain("would decide otherwise");
    Files.delete(folder.resolve("main.parameters.json"));
    write(
        "main.bicepparam",
        """
        using 'main.bicep'
        var off = readEnvironmentVariable('DOCS_KEYLESS', 'false')
        param keyless = bool(off)
        """);
    assertThat(scan(Map.of()).out().replaceAll("\\s+(= note: )?", " "))
        .contains(
            "by the default of `DOCS_KEYLESS`; `--env DOCS_KEYLESS=…` would decide otherwise");
  }

  @Test
  void givenValuesAreShownNowhere() throws IOException {
    String value = "Wader-Under-Reed";
    write(
        "main.bicepparam",
        """
        using 'main.bicep'
        param keyless = bool(readEnvironmentVariable('DOCS_KEYLESS', 'true'))
        param suffix = toLower(readEnvironmentVariable('DOCS_SUFFIX'))
        """);
    Path report = folder.resolve("out.sarif");
    Scanned run =
        new Keylint(RULES, Map.of())
            .run(
                folder,
                "scan",
                "-o=text",
                "-o=sarif-full=" + report,
                "--env=DOCS_SUFFIX=" + value,
                "--env=DOCS_KEYLESS=false");
    assertThat(run.exit()).isEqualTo(1);
    for (String text : List.of(run.out(), run.err(), Files.readString(report))) {
      assertThat(text).doesNotContainIgnoringCase(value);
    }
    for (String parameters : List.of("main.bicepparam", "main.parameters.json")) {
      Scanned expanded =
          new Keylint(RULES, Map.of())
              .run(
                  folder,
                  "expand",
                  "main.bicep",
                  "--parameters=" + parameters,
                  "--env=DOCS_SUFFIX=" + value,
                  "--env=DOCS_KEYLESS=false");
      assertThat(expanded.out())
          .doesNotContainIgnoringCase(value)
          .contains("\"disableLocalAuth\": false");
    }
  }

  @Test
  void whatCannotBeSubstitutedIsSaidWithoutItsValue() throws IOException {
    write("main.bicep", "param list array\noutput o array = list\n");
    write(
        "main.parameters.json",
        "{SCHEMA, \"parameters\": {\"list\": {\"value\": \"${LIST}\"}}}".replace("SCHEMA", SCHEMA));
    Scanned run = scan(Map.of(), "--env", "LIST=Wader-Under-Reed");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("is no JSON").doesNotContain("Wader-Under-Reed");
  }

  @Test
  void theSignedInPrincipalIsThere() throws IOException {
    write(
        "main.bicep",
        """
        param me string = ''
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = if (empty(me)) {
          name: 'docs'
          properties: { disableLocalAuth: false }
        }
        """);
    write(
        "main.parameters.json",
        "{SCHEMA, \"parameters\": {\"me\": {\"value\": \"${AZURE_PRINCIPAL_ID}\"}}}"
            .replace("SCHEMA", SCHEMA));
    assertThat(scan(Map.of()).exit()).isZero();
    write("main.parameters.json", "{}");
    assertThat(scan(Map.of()).exit()).isEqualTo(1);
    write(
        "main.bicepparam",
        "using 'main.bicep'\nparam me = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')\n");
    assertThat(scan(Map.of()).exit()).isZero();
  }

  @Test
  void aRuleAboutTheDefaultShowsItAndNotWhatIsGivenInstead() throws IOException {
    write(
        "main.bicep",
        """
        param keyless bool = false
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: keyless }
        }
        """);
    write(
        "main.parameters.json",
        """
        {SCHEMA, "parameters": {"keyless": {"value": "${DOCS_KEYLESS=true}"}}}
        """
            .replace("SCHEMA", SCHEMA));
    List<Rule> rules = Keylint.with("keys-on-by-default").rules();
    Scanned run = new Keylint(rules, Map.of()).scan(folder);
    assertThat(run.out())
        .contains("default of parameter `keyless`")
        .doesNotContain("DOCS_KEYLESS", "value of parameter");
  }
}
