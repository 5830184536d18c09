package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A pull request is written by a stranger: whatever it holds gives one clear message, and the rest
/// is still scanned.
final class BadInputTest {
  private static final Keylint KEYLINT = Keylint.with("openai-local-auth");

  private static final String ACCOUNT =
      """
      resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'a'
        kind: 'OpenAI'
        properties: {
          disableLocalAuth: true
        }
      }
      """;

  private static final String SCHEMA =
      "\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\"contentVersion\":\"1.0.0.0\"";

  @TempDir private Path folder;

  @BeforeEach
  void aGoodFileStandsBeside() throws IOException {
    Files.writeString(folder.resolve("good.bicep"), ACCOUNT);
  }

  static Stream<Arguments> badFiles() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String copies =
        "\"type\":\"Microsoft.Search/searchServices\",\"apiVersion\":\"2025-05-01\",\"name\":\"[concat('s',"
            + " copyIndex())]\",\"properties\":{\"disableLocalAuth\":true},";
    return Stream.of(
        bad("binary.bicep", "\u0001\u0002\u0000\u0003", "binary.bicep"),
        bad("open.bicep", "param a string = 'never closed\nparam b string\n", "open.bicep:1:"),
        bad("cut.json", "{" + SCHEMA + ",\"resources\":[{\"type\":\"Microsoft", "cut.json:1:"),
        bad("deep.bicep", "var x = " + deep + "\n", "deep.bicep:1:"),
        bad(
            "deep.json",
            "{" + SCHEMA + ",\"resources\":[],\"variables\":{\"x\":" + deep + "}}",
            "deep.json:1:"),
        bad(
            "copies.json",
            "{"
                + SCHEMA
                + ",\"resources\":[{"
                + copies
                + "\"copy\":{\"name\":\"c\",\"count\":1000000000}}]}",
            "copies.json:1:"),
        bad(
            "leaves.bicep",
            "module m '../../../etc/m.bicep' = {\n  name: 'm'\n}\n",
            "leaves.bicep:1:"),
        bad(
            "loads.bicep",
            "var x = loadTextContent('/etc/passwd')\noutput y string = x\n",
            "loads.bicep:1:"));
  }

  private static Arguments bad(String name, String text, String place) {
    return Arguments.of(name, text, place);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void oneClearMessageWithItsPlace(String name, String text, String place) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.exit()).as(scan.out() + scan.err()).isEqualTo(3);
    assertThat(scan.out() + scan.err())
        .contains(place)
        .doesNotContain("Exception")
        .doesNotContain("root:");
    assertThat(scan.places("openai-local-auth", "pass")).containsExactly("good.bicep:5");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws IOException {
    Files.writeString(folder.resolve("empty.bicep"), "");
    Files.writeString(folder.resolve("empty.json"), "\n");
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.places("openai-local-auth", "pass")).containsExactly("good.bicep:5");
    assertThat(scan.out()).contains("empty.json").contains("empty.bicep").contains("is empty");
    assertThat(scan.exit()).isEqualTo(0);
    assertThat(KEYLINT.scan(folder, "empty.json").exit()).isEqualTo(3);
  }

  @Test
  void aFileOfFiftyMegabytesIsNotRead() throws IOException {
    byte[] large = new byte[50 << 20];
    Arrays.fill(large, (byte) ' ');
    Files.write(folder.resolve("large.bicep"), large);
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.out() + scan.err()).contains("large.bicep").contains("MiB");
    assertThat(scan.places("openai-local-auth", "pass")).containsExactly("good.bicep:5");
  }

  @Test
  void dataOfFiftyMegabytesIsMentioned() throws IOException {
    Files.write(folder.resolve("data.json"), new byte[50 << 20]);
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.exit()).isEqualTo(0);
    assertThat(scan.out()).contains("data.json").contains("MiB");
    assertThat(KEYLINT.scan(folder, "data.json").exit()).isEqualTo(3);
  }

  @Test
  void modulesThatCallEachOtherEnd() throws IOException {
    Files.writeString(folder.resolve("a.bicep"), "module b 'b.bicep' = {\n  name: 'b'\n}\n");
    Files.writeString(folder.resolve("b.bicep"), "module a 'a.bicep' = {\n  name: 'a'\n}\n");
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.out() + scan.err()).contains("a.bicep").contains("b.bicep").contains("circle");
  }

  @Test
  void aLinkOutOfTheRootIsNotFollowed() throws IOException {
    Path outside = Files.createTempFile("outside", ".bicep");
    Files.writeString(outside, ACCOUNT);
    Files.createSymbolicLink(folder.resolve("link.bicep"), outside);
    Scanned scan = KEYLINT.scan(folder);
    assertThat(scan.out() + scan.err()).contains("link.bicep");
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.verdicts()).extracting(Scanned.Verdict::file).containsOnly("good.bicep");
    Files.delete(outside);
  }

  @Test
  void aRuleWithATypoStopsTheScan() throws IOException {
    rule(
        "my-rule", "my-rule", "resource.properties.?publicNetworkAccess.orVale('')  == 'Disabled'");
    Scanned scan = KEYLINT.scan(folder, "--rules=rules");
    assertThat(scan.exit()).isEqualTo(2);
    assertThat(scan.err()).contains("rule.yaml:").contains("orVale").doesNotContain("Exception");
  }

  @Test
  void aRuleIdIsGivenOnce() throws IOException {
    rule("openai-local-auth", "openai-local-auth", "true");
    Scanned scan = KEYLINT.scan(folder, "--rules=rules");
    assertThat(scan.exit()).isEqualTo(2);
    assertThat(scan.err()).contains("openai-local-auth").contains("rule.yaml:");
  }

  @Test
  void aPathThatIsNotThereIsAUsageError() {
    Scanned scan = KEYLINT.scan(folder, "nowhere.bicep");
    assertThat(scan.exit()).isEqualTo(2);
    assertThat(scan.err()).contains("nowhere.bicep");
  }

  @Test
  void anUnknownFormatIsAUsageError() {
    Scanned scan = KEYLINT.scan(folder, "--output=pdf");
    assertThat(scan.exit()).isEqualTo(2);
    assertThat(scan.err()).contains("pdf").contains("sarif");
  }

  private void rule(String directory, String id, String expression) throws IOException {
    Path file = folder.resolve("rules").resolve(directory).resolve("rule.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        id: %s
        title: A rule of ours
        severity: error
        precision: high
        since: 0.1.0
        tags: [keyless]
        match:
          resource: Microsoft.CognitiveServices/accounts
        validations:
          - expression: "%s"
            at: resource.properties.publicNetworkAccess
            message: "Public access of '{resource.name}' is on."
        remediation: Switch it off.
        docs:
          why: Because.
          see: []
        """
            .formatted(id, expression));
  }
}
