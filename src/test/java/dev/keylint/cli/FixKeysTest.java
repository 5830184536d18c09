package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys are not turned off where no token is accepted.
final class FixKeysTest {
  private static final Keylint KEYLINT =
      Keylint.with("openai-local-auth", "missing-custom-subdomain");

  private static final String ACCOUNT =
      """
      param name string = 'ai-${uniqueString(resourceGroup().id)}'
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: NAME
        kind: 'OpenAI'
        properties: {PROPERTIES}
      }
      """;

  @TempDir private Path folder;

  private Path write(String name, String properties) throws IOException {
    return Files.writeString(
        folder.resolve("main.bicep"),
        ACCOUNT.replace("NAME", name).replace("PROPERTIES", properties));
  }

  private String offered() throws IOException {
    KEYLINT.run(folder, "scan", "--output=sarif=all.sarif");
    return Files.readString(folder.resolve("all.sarif"));
  }

  @Test
  void keysStayOnWhileTheAccountTakesNoTokens() throws IOException {
    Path main = write("name", " customSubDomainName: null ");
    String before = Files.readString(main);
    assertThat(KEYLINT.run(folder, "fix", "--unsafe").out())
        .contains("not fixed openai-local-auth at main.bicep:2:1")
        .contains("it takes no tokens as long as `missing-custom-subdomain` at main.bicep:5:17 is")
        .contains("2 findings remain");
    assertThat(main).hasContent(before);
    assertThat(offered()).doesNotContain("artifactChanges");
  }

  @Test
  void keysGoOffWithWhatLetsTokensIn() throws IOException {
    Path main = write("'ai'", "");
    assertThat(offered()).contains("artifactChanges");
    assertThat(KEYLINT.run(folder, "fix", "--unsafe").out()).endsWith("none remain\n");
    assertThat(main).content().contains("customSubDomainName: 'ai'", "disableLocalAuth: true");
  }

  /// Where not all fixes can be made, they are tried in parts: keys go off last.
  @Test
  void keysGoOffAlsoWhereAnotherFixDoesNotHold() throws IOException {
    Path main = write("'ai'", "");
    Files.writeString(
        main,
        Files.readString(main)
            + Fixes.role("strong", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635")
            + Fixes.role("enough", "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd")
            + Fixes.CALLER);
    assertThat(
            Keylint.with("caller-can-manage", "openai-local-auth", "missing-custom-subdomain")
                .run(folder, "fix", "--unsafe")
                .out())
        .contains("not fixed caller-can-manage", "fixed 2 findings in 1 file; 1 finding remains");
  }

  @Test
  void theMissingSubdomainOfAnotherAccountIsNoObstacle() throws IOException {
    Path main = write("'ai'", " customSubDomainName: 'ai' ");
    Files.writeString(
        main,
        Files.readString(main)
            + ACCOUNT
                .replace("param name", "param other")
                .replace("resource ai", "resource old")
                .replace("NAME", "other")
                .replace("PROPERTIES", " disableLocalAuth: true, customSubDomainName: null "));
    assertThat(KEYLINT.run(folder, "fix", "--unsafe").out())
        .contains("fixed openai-local-auth", "1 finding remains");
  }
}
