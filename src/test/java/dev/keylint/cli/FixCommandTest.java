package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `keylint fix` changes, what it leaves alone, and what it says about that.
final class FixCommandTest {
  private static final Keylint KEYLINT = Keylint.with("openai-local-auth", "search-local-auth");

  private static final String ACCOUNT =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
        properties: %s
      }
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String account(String properties) {
    return ACCOUNT.replace("%s", properties);
  }

  private String fixed(String text) throws IOException {
    Path file = write("main.bicep", text);
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).endsWith("none remain\n");
    assertThat(run.exit()).isZero();
    return Files.readString(file);
  }

  @Test
  void unsafeFixesAreMadeOnRequestOnly() throws IOException {
    Path file = write("main.bicep", account("{}"));
    Scanned run = KEYLINT.run(folder, "fix");
    assertThat(run.out())
        .isEqualTo(
            "nothing to fix; 1 finding remains, 1 of them with an unsafe fix, which --unsafe"
                + " makes\n");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(file).hasContent(account("{}"));
  }

  @Test
  void rulesThatFewWantAreNotAskedAsInAScan() throws IOException {
    write("main.bicep", account("{ disableLocalAuth: true }"));
    Keylint keylint = Keylint.with("openai-local-auth", "missing-diagnostic-settings");
    assertThat(keylint.run(folder, "scan", "--fail-on", "note").exit()).isZero();
    Scanned run = keylint.run(folder, "fix", "--fail-on", "note");
    assertThat(run.out()).isEqualTo("nothing to fix; none remain\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void oneLineObjectsStayOnTheirLine() throws IOException {
    assertThat(fixed(account("{ publicNetworkAccess: 'Disabled' }")))
        .isEqualTo(account("{ publicNetworkAccess: 'Disabled', disableLocalAuth: true }"));
  }

  @Test
  void commentsAndIndentsStay() throws IOException {
    String before =
        """
        {
                // who may come in
                publicNetworkAccess: 'Disabled' // nobody
                /* the rest
                   is left out */
          }\
        """;
    assertThat(fixed(account(before)))
        .isEqualTo(
            account(before.replace("// nobody\n", "// nobody\n        disableLocalAuth: true\n")));
  }

  @Test
  void lineEndsAndAMissingLastOneStay() throws IOException {
    String before = account("{\n    x: 1\n  }").strip().replace("\n", "\r\n");
    assertThat(fixed(before))
        .isEqualTo(before.replace("x: 1\r\n", "x: 1\r\n    disableLocalAuth: true\r\n"));
  }

  @Test
  void aByteOrderMarkStays() throws IOException {
    String fixed = fixed("\uFEFF" + account("{}"));
    assertThat(fixed).startsWith("\uFEFFresource").contains("disableLocalAuth: true");
  }

  @Test
  void missingPropertiesAreWrittenIntoTheDeclaration() throws IOException {
    String before = account("{}").replace("  properties: {}\n", "  // nothing more\n");
    assertThat(fixed(before))
        .isEqualTo(
            before.replace(
                "  // nothing more\n",
                "  properties: {\n    disableLocalAuth: true\n  }\n  // nothing more\n"));
  }

  @Test
  void spreadsAndUnionsAreChangedWhereTheLiteralStands() throws IOException {
    String spread = "var off = { disableLocalAuth: false }\n" + account("{\n    ...off\n  }");
    assertThat(fixed(spread)).isEqualTo(spread.replace("false", "true"));
    String union = "param more object = {}\n" + account("union(more, { x: 1 })");
    assertThat(fixed(union)).isEqualTo(union.replace("x: 1", "x: 1, disableLocalAuth: true"));
  }

  @Test
  void aParameterIsChangedInItsFile() throws IOException {
    Path template = write("main.bicep", "param off bool\n" + account("{ disableLocalAuth: off }"));
    Path one = write("one.bicepparam", "using 'main.bicep'\nparam off = false // for now\n");
    Path two =
        write(
            "main.parameters.json",
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
              "contentVersion": "1.0.0.0",
              "parameters": {"off": {"value": false}}
            }
            """);
    String before = Files.readString(template);
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).contains("in 2 files; none remain");
    assertThat(template).hasContent(before);
    assertThat(one).hasContent("using 'main.bicep'\nparam off = true // for now\n");
    assertThat(two).content().contains("{\"value\": true}");
  }

  @Test
  void aModuleArgumentIsChangedAtTheCall() throws IOException {
    write("ai.bicep", "param off bool\n" + account("{ disableLocalAuth: off }"));
    Path main =
        write(
            "main.bicep",
            """
            module ai 'ai.bicep' = {
              params: { off: false }
            }
            """);
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).contains("none remain");
    assertThat(main).content().contains("params: { off: true }");
  }

  @Test
  void whatDecidesOtherThingsTooIsLeftAlone() throws IOException {
    String text =
        "param off bool = false\n"
            + account("{ disableLocalAuth: off, restrictOutboundNetworkAccess: off }");
    Path file = write("main.bicep", text);
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).contains("`off` decides other things, too");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(file).hasContent(text);
  }

  @Test
  void whatIsCalledLikeThePropertyIsItsSwitch() throws IOException {
    String text =
        """
        param authOptions object = {}
        param searchDisableLocalAuth bool = false
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: {
            authOptions: searchDisableLocalAuth ? null : authOptions
            disableLocalAuth: searchDisableLocalAuth
          }
        }
        """;
    assertThat(fixed(text)).isEqualTo(text.replace("bool = false", "bool = true"));
  }

  @Test
  void aBranchOfAConditionIsLeftAlone() throws IOException {
    String text = "param on bool = true\n" + account("{ disableLocalAuth: on ? false : true }");
    Path file = write("main.bicep", text);
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).contains("depends on a condition");
    assertThat(file).hasContent(text);
  }

  @Test
  void aFixThatWouldBringAnotherFindingIsNotMade() throws IOException {
    write(
        "main.bicep",
        """
        param plain bool
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'ai'
          kind: 'OpenAI'
          properties: { disableLocalAuth: plain }
        }
        resource other 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'other'
          kind: 'OpenAI'
        }
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: !plain }
        }
        """);
    Path values = write("main.bicepparam", "using 'main.bicep'\nparam plain = false\n");
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out())
        .contains("not fixed openai-local-auth at main.bicep:5")
        .contains("it would bring `search-local-auth` at main.bicep:16")
        .contains("fixed 1 finding in 1 file; 1 finding remains");
    assertThat(values).hasContent("using 'main.bicep'\nparam plain = false\n");
  }

  @Test
  void builtFilesAreNeverEdited() throws IOException {
    Path built =
        write(
            "main.json",
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "metadata": {"_generator": {"name": "bicep", "version": "0.38.5.1644", "templateHash": "1"}},
              "resources": [
                {
                  "type": "Microsoft.CognitiveServices/accounts",
                  "apiVersion": "2025-06-01",
                  "name": "ai",
                  "kind": "OpenAI",
                  "properties": {}
                }
              ]
            }
            """);
    String before = Files.readString(built);
    Path source = write("main.bicep", account("{}"));
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).contains("build `main.json` again").contains("fixed openai-local-auth");
    assertThat(built).hasContent(before);
    assertThat(source).content().contains("disableLocalAuth: true");
    Scanned again = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(again.out()).contains("made by the Bicep compiler");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(built).hasContent(before);
  }

  @Test
  void readOnlyFilesAreLeftAlone() throws IOException {
    Path file = write("main.bicep", account("{}"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).contains("`main.bicep` is read-only");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(file).hasContent(account("{}"));
  }

  @Test
  void aPatchNeedsNoWriteAccess() throws IOException {
    Path file = write("main.bicep", account("{}"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe", "--diff");
    assertThat(run.out()).contains("+  properties: {", "+    disableLocalAuth: true");
    assertThat(run.err()).contains("would fix 1 finding in 1 file");
    assertThat(file).hasContent(account("{}"));
  }

  @Test
  void aProfileChoosesRulesAsInAScan() throws IOException {
    Path file = write("main.bicep", account("{}"));
    Keylint keylint = Keylint.with("openai-local-auth", "missing-custom-subdomain");
    assertThat(keylint.run(folder, "scan", "--profile=will-it-work").out())
        .contains("missing-custom-subdomain")
        .doesNotContain("openai-local-auth");
    Scanned run = keylint.run(folder, "fix", "--unsafe", "--profile=will-it-work");
    assertThat(run.out()).contains("fixed missing-custom-subdomain").endsWith("none remain\n");
    assertThat(file).content().contains("customSubDomainName: 'ai'").doesNotContain("disableLocal");
    assertThat(keylint.run(folder, "fix", "--profile=keyles").exit()).isEqualTo(2);
  }

  @Test
  void theProfileOfAllRulesHasThoseThatFewWant() throws IOException {
    String logs =
        """
        resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
          name: 'logs'
        }
        """;
    Path file = write("main.bicep", logs + account("{ disableLocalAuth: true }"));
    Keylint keylint = Keylint.with("missing-diagnostic-settings");
    Scanned run = keylint.run(folder, "fix", "--profile=all");
    assertThat(run.out()).endsWith("none remain\n");
    assertThat(file)
        .hasContent(
            logs
                + account("{ disableLocalAuth: true }")
                + """

                resource aiLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
                  name: 'audit'
                  scope: ai
                  properties: {
                    workspaceId: logs.id
                    logs: [
                      { categoryGroup: 'audit', enabled: true }
                    ]
                  }
                }
                """);
  }

  @Test
  void linksStayLinksAndNothingOutsideIsTouched() throws IOException {
    Path outside = write("outside/ai.bicep", account("{}"));
    Path inside = write("repo/modules/ai.bicep", account("{}"));
    Path repo = folder.resolve("repo");
    Path link = Files.createSymbolicLink(repo.resolve("main.bicep"), Path.of("modules/ai.bicep"));
    Files.createSymbolicLink(repo.resolve("other.bicep"), outside);
    KEYLINT.run(repo, "fix", "--unsafe");
    assertThat(inside).content().contains("disableLocalAuth: true");
    assertThat(link).isSymbolicLink();
    assertThat(outside).hasContent(account("{}"));
  }

  @Test
  void bytesThatAreNoTextAreNotLost() throws IOException {
    byte[] bytes = account("{ /* \u00e9 */ }").getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("main.bicep"), bytes);
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).contains("has bytes that are no text");
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void aTooOldApiVersionIsRaised() throws IOException {
    String old = account("{}").replace("2025-06-01", "2017-04-18");
    assertThat(fixed(old)).contains("accounts@2025-06-01'").contains("disableLocalAuth: true");
  }

  @Test
  void thePatchIsTakenByGit() throws Exception {
    List<String> names = List.of("main.bicep", "with space/two.bicep", "crlf.bicep", "odd.bicep");
    write(names.get(0), account("{\n    x: 1\n  }"));
    write(names.get(1), account("{}"));
    write(names.get(2), account("{}").replace("\n", "\r\n"));
    write(names.get(3), account("{ x: 1 }").strip());
    git("init", "-q");
    git("add", "-A");
    Scanned patch = KEYLINT.run(folder, "fix", "--unsafe", "--diff");
    assertThat(patch.exit()).isEqualTo(1);
    assertThat(patch.out()).doesNotContain("\u001b").contains("\\ No newline at end of file");
    assertThat(patch.err()).endsWith("would fix 4 findings in 4 files; none remain\n");
    for (String name : names) {
      assertThat(folder.resolve(name)).content().doesNotContain("disableLocalAuth");
    }
    Files.writeString(folder.resolve("fix.patch"), patch.out());
    git("apply", "--check", "fix.patch");
    git("apply", "fix.patch");
    for (String name : names) {
      assertThat(folder.resolve(name)).content().contains("disableLocalAuth: true");
    }
    assertThat(KEYLINT.run(folder, "fix", "--unsafe", "--diff").out()).isEmpty();
  }

  @Test
  void onATerminalThePatchHasColours() throws IOException {
    write("main.bicep", account("{}"));
    Scanned patch = KEYLINT.inColour().run(folder, "fix", "--unsafe", "--diff");
    assertThat(patch.out()).contains("\u001b[32m+    disableLocalAuth: true\u001b[0m");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }
}
