package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bicep's own directives accept what keylint finds.
final class SuppressionTest {
  private static final Keylint KEYLINT = Keylint.with("openai-local-auth");

  @TempDir private Path folder;

  private Scanned scan(String main) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), main);
    return KEYLINT.scan(folder);
  }

  private static String account(String above, String inside) {
    return """
    %sresource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
      name: 'a'
      kind: 'OpenAI'
      properties: {
        %s
      }
    }
    """
        .formatted(above, inside);
  }

  @Test
  void withoutADirectiveItFails() throws IOException {
    assertThat(scan(account("", "disableLocalAuth: false")).exit()).isEqualTo(1);
  }

  @Test
  void aDirectiveAboveThePropertyAcceptsIt() throws IOException {
    Scanned scan =
        scan(
            account(
                "",
                "#disable-next-line openai-local-auth // until June\n    disableLocalAuth: false"));
    assertThat(scan.exit()).as(scan.out()).isEqualTo(0);
    assertThat(scan.out())
        .contains("no findings, 1 suppressed by directives")
        .doesNotContain("error[openai-local-auth]");
  }

  @Test
  void anAbsentPropertyIsAcceptedAboveTheResource() throws IOException {
    String directive = "#disable-next-line openai-local-auth\n";
    assertThat(scan(account(directive, "")).exit()).isEqualTo(0);
    assertThat(scan(account(directive, "disableLocalAuth: false")).exit()).isEqualTo(1);
  }

  @Test
  void aBlockAcceptsAllOfIt() throws IOException {
    Scanned scan =
        scan(
            account("#disable-diagnostics openai-local-auth\n", "disableLocalAuth: false")
                + "#restore-diagnostics openai-local-auth\n"
                + account("", "disableLocalAuth: false")
                    .replace("resource a", "resource b")
                    .replace("name: 'a'", "name: 'b'"));
    assertThat(scan.exit()).isEqualTo(1);
    assertThat(scan.out()).contains("1 error, 1 suppressed by directives");
  }

  @Test
  void whatAModuleAcceptsIsAcceptedWhereverItIsUsed() throws IOException {
    Files.writeString(
        folder.resolve("m.bicep"),
        "param off bool\n"
            + account("#disable-diagnostics openai-local-auth\n", "disableLocalAuth: off"));
    Scanned scan =
        scan("module m 'm.bicep' = {\n  name: 'm'\n  params: {\n    off: false\n  }\n}\n");
    assertThat(scan.exit()).as(scan.out()).isEqualTo(0);
  }

  @Test
  void oneThatAcceptsNothingIsNoted() throws IOException {
    Scanned scan =
        scan(account("#disable-next-line BCP035 openai-local-auth\n", "disableLocalAuth: true"));
    assertThat(scan.exit()).isEqualTo(0);
    assertThat(scan.out())
        .contains("note: `openai-local-auth` is disabled here")
        .contains("main.bicep:1:1")
        .doesNotContain("`BCP035`");
  }

  @Test
  void whatIsMeantToAcceptAndDoesNotIsNoted() throws IOException {
    Scanned typo =
        scan(account("#disable-next-line opanai-local-auth\n", "disableLocalAuth: false"));
    assertThat(typo.exit()).isEqualTo(1);
    assertThat(typo.out()).contains("perhaps `openai-local-auth` is meant", "main.bicep:1:1");
    for (String comment :
        new String[] {
          "// keylint-disable-next-line openai-local-auth",
          "/* keylint: ignore openai-local-auth */",
          "//keylint ignore",
        }) {
      Scanned scan = scan(account("\n" + comment + "\n", "disableLocalAuth: false"));
      assertThat(scan.exit()).isEqualTo(1);
      assertThat(scan.out()).contains("this comment silences nothing", "main.bicep:2:1");
    }
    assertThat(scan(account("// keylint finds this\n", "")).out()).doesNotContain("silences");
    assertThat(scan("#disable-nextline openai-local-auth\n").out())
        .contains("perhaps `#disable-next-line` is meant");
  }

  @Test
  void codeScanningSeesNoneOfItAndTheFullReportSaysWhy() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        account(
            "#disable-diagnostics openai-local-auth // until June\n", "disableLocalAuth: false"));
    KEYLINT.run(folder, "scan", "--output=sarif=some.sarif", "--output=sarif-full=all.sarif");
    assertThat(Files.readString(folder.resolve("some.sarif"))).doesNotContain("suppressions");
    assertThat(Files.readString(folder.resolve("all.sarif")).replaceAll("\\s+", " "))
        .contains("\"suppressions\": [ { \"kind\": \"inSource\", \"status\": \"accepted\"")
        .contains("\"justification\": \"until June\"");
  }
}
