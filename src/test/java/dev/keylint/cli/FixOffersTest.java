package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What reports and `keylint fix` offer is what can be done.
final class FixOffersTest {
  private static final Keylint KEYLINT = Keylint.with("openai-local-auth", "search-local-auth");

  /// One switch for two: whatever it is, keys of one of them are on.
  private static final String SEESAW =
      """
      param plain bool
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
        properties: { disableLocalAuth: plain }
      }
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: { disableLocalAuth: !plain }
      }
      """;

  private static final String OPEN =
      """
      resource other 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'other'
        kind: 'OpenAI'
      }
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void seesaw(String at) throws IOException {
    write(at + "main.bicep", SEESAW);
    write(at + "main.bicepparam", "using 'main.bicep'\nparam plain = false\n");
  }

  private int offers() throws IOException {
    KEYLINT.run(folder, "scan", "--output=sarif=all.sarif");
    String sarif = Files.readString(folder.resolve("all.sarif"));
    return (int) Pattern.compile("\"artifactChanges\"").matcher(sarif).results().count();
  }

  @Test
  void whatWouldBringAnotherFindingIsNotOffered() throws IOException {
    seesaw("");
    assertThat(offers()).isZero();
    assertThat(KEYLINT.run(folder, "fix").out())
        .startsWith("not fixed ")
        .endsWith(
            "\nnothing to fix; 1 finding remains, 1 of them with a fix that can't be made here\n");
  }

  @Test
  void whatHoldsBesideItIs() throws IOException {
    write("main.bicep", SEESAW + OPEN);
    write("main.bicepparam", "using 'main.bicep'\nparam plain = false\n");
    assertThat(offers()).isOne();
    assertThat(KEYLINT.run(folder, "fix").out())
        .startsWith("not fixed ")
        .endsWith(
            "\nnothing to fix; 2 findings remain, 1 of them with an unsafe fix, which --unsafe"
                + " makes, 1 of them with a fix that can't be made here\n");
  }

  @Test
  void deploymentsThatShareNothingAreTriedApart() throws IOException {
    seesaw("a/");
    write("b/main.bicep", OPEN);
    write("c/main.bicep", "module it 'part.bicep' = { name: 'it' }\n");
    write("c/part.bicep", OPEN);
    write("d/main.bicep", OPEN.replace("name: 'other'", "name: 'other'\n  properties: {}"));
    assertThat(offers()).isEqualTo(3);
    assertThat(KEYLINT.run(folder, "fix").out())
        .contains("4 findings remain, 3 of them with an unsafe fix");
    assertThat(KEYLINT.run(folder, "fix", "--unsafe").out())
        .contains("not fixed openai-local-auth at a/main.bicep:5")
        .contains("it would bring `search-local-auth` at a/main.bicep:9")
        .contains("fixed 3 findings in 3 files; 1 finding remains\n");
    assertThat(KEYLINT.run(folder, "scan").out()).contains(": 1 error");
  }

  @Test
  void aFileThatSeveralDeploymentsUseIsTriedInAll() throws IOException {
    write("part.bicep", SEESAW);
    write("a/main.bicep", call("true"));
    write("b/main.bicep", call("true") + OPEN);
    write("c/main.bicep", OPEN);
    assertThat(offers()).isEqualTo(2);
  }

  private static String call(String plain) {
    return "module it '../part.bicep' = { name: 'it', params: { plain: " + plain + " } }\n";
  }

  @Test
  void whatCanNotBeWrittenIsNotCounted() throws IOException {
    write(
        "main.bicep",
        """
        param a bool
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'ai'
          kind: 'OpenAI'
          properties: { disableLocalAuth: a ? false : (1 == 2) }
        }
        """);
    write("main.bicepparam", "using 'main.bicep'\nparam a = true\n");
    assertThat(offers()).isZero();
    assertThat(KEYLINT.run(folder, "fix").out())
        .startsWith("not fixed ")
        .endsWith(
            "\nnothing to fix; 1 finding remains, 1 of them with a fix that can't be made here\n");
  }

  /// Each of these takes two expansions to be tried: one as it is, and one with its fix.
  @Test
  void aReportOfManyDeploymentsOffersThoseThatItMeetsFirst() throws IOException {
    for (int i = 10; i < 40; i++) {
      write("d" + i + "/main.bicep", OPEN);
    }
    assertThat(offers()).isEqualTo(10);
  }

  @Test
  void aReportOffersNothingForFilesThatNobodyWrites() throws IOException {
    write("main.bicep", OPEN + "// long\n".repeat(70_000));
    assertThat(offers()).isZero();
    write("main.bicep", OPEN + "// long\n".repeat(1_000));
    assertThat(offers()).isOne();
  }

  @Test
  void deploymentsThatShareFilesByWayOfAnotherOneAreOnePart() {
    Again.Part one = new Again.Part(List.of(), Set.of("a", "m"));
    Again.Part apart = new Again.Part(List.of(), Set.of("x"));
    Again.Part two = new Again.Part(List.of(), Set.of("b", "n"));
    Again.Part between = new Again.Part(List.of(), Set.of("m", "n"));
    assertThat(Again.Part.of(List.of(one, apart, two, between)))
        .extracting(Again.Part::files)
        .containsExactly(Set.of("a", "m", "b", "n"), Set.of("x"));
  }
}
