package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where reports go: a report that is lost is an error with its reason, never an empty success.
final class OutputsTest {
  @TempDir private Path folder;

  @BeforeEach
  void oneTemplateThatPasses() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        resource a 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'desk'
          properties: {
            disableLocalAuth: true
          }
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scan",
        "scan --output=sarif",
        "scan --output=sarif-full",
        "expand main.bicep",
        "restore",
        "rules list",
        "rules show openai-local-auth",
        "--help",
        "scan --help",
        "--version"
      })
  void aFullStandardOutputIsAnErrorWithItsReason(String arguments) {
    Scanned run = Scanned.command(folder, Map.of(), new Full(), arguments.split(" "));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("keylint: standard output can't be written: no space left on device\n");
  }

  @Test
  void theOtherReportsAreWrittenAllTheSame() {
    Scanned run =
        Scanned.command(
            folder, Map.of(), new Full(), "scan", "--output=text", "--output=sarif=out.sarif");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(folder.resolve("out.sarif")).content().contains("\"runs\"").endsWith("}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--output=text --output=sarif",
        "--output=sarif=- --output=sarif-full",
        "--output=text --output=text",
        "--output=text --output=sarif=/dev/stdout",
        "--output=sarif=/dev/fd/1 --output=sarif-full=//proc/self/fd/1",
        "--output=text --output=sarif=/dev/../dev/stdout",
        "-otext=a.txt -osarif=a.txt",
        "-otext=a.txt -osarif=./b/../a.txt",
        "-otext=a.txt -osarif=link/a.txt"
      })
  void twoReportsInOnePlaceAreAUsageError(String options) throws IOException {
    Files.createDirectories(folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("link"), folder);
    String[] arguments = ("scan " + options).split(" ");
    Scanned run = Scanned.command(folder, arguments);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("keylint: both ").contains("would go to").hasLineCount(1);
    assertThat(folder.resolve("a.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
  void oneReportGoesToStandardOutputByAnyOfItsNames(String name) {
    Scanned run = Scanned.command(folder, "scan", "--output=sarif=" + name);
    assertThat(run.out()).startsWith("{").contains("\"runs\"").endsWith("}\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void whyAFileCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("plain"), "");
    Files.createDirectories(folder.resolve("there"));
    assertThat(Scanned.command(folder, "scan", "--output=sarif=there").err())
        .startsWith("keylint: `there` can't be written: ")
        .contains("is a directory");
    assertThat(Scanned.command(folder, "scan", "--output=sarif=plain/x.sarif").err())
        .startsWith("keylint: `plain/x.sarif` can't be written: ")
        .doesNotContain("written: plain", "Exception");
    Scanned live =
        Scanned.command(
            folder,
            "live",
            "--subscription=00000000-0000-0000-0000-000000000000",
            "--save=nowhere/x.jsonl");
    assertThat(live.exit()).isEqualTo(2);
    assertThat(live.err())
        .isEqualTo(
            "keylint: `nowhere/x.jsonl` can't be written: there is no such file or folder\n");
  }

  @Test
  void aReadingThatFailsLeavesTheOneBefore() throws IOException {
    Path kept = Files.writeString(folder.resolve("x.jsonl"), "from before\n");
    Scanned live =
        Scanned.command(
            folder,
            "live",
            "--subscription=00000000-0000-0000-0000-000000000000",
            "--save=x.jsonl");
    assertThat(live.err()).startsWith("keylint: no way to sign in to Azure worked");
    assertThat(live.exit()).isEqualTo(2);
    assertThat(kept).hasContent("from before\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(kept, folder.resolve("main.bicep"));
    }
  }

  @Test
  void aReadingThatIsKeptLeavesNothingElse() throws IOException {
    List<Path> before = snapshots();
    Scanned.command(
        folder,
        "live",
        "--subscription=00000000-0000-0000-0000-000000000000",
        "--save=nowhere/x.jsonl");
    assertThat(snapshots()).isEqualTo(before);
  }

  private static List<Path> snapshots() throws IOException {
    Path probe = Files.createTempFile("probe", "");
    Files.delete(probe);
    try (Stream<Path> files = Files.list(probe.resolveSibling("."))) {
      return files.filter(it -> it.getFileName().toString().matches("keylint.*jsonl")).toList();
    }
  }

  @Test
  void anEndpointThatIsNoUrlIsAUsageError() {
    for (String endpoint : new String[] {"not a url", "management.azure.com", ""}) {
      Scanned run =
          Scanned.command(
              folder,
              Map.of("AZURE_RESOURCE_MANAGER_ENDPOINT", endpoint),
              new ByteArrayOutputStream(),
              "live",
              "--subscription=00000000-0000-0000-0000-000000000000");
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("AZURE_RESOURCE_MANAGER_ENDPOINT").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5           | is a number, and must be a text",
        "true        | is true or false, and must be a text",
        "null        | is null, and must be a text",
        "['a']       | is a list, and must be a text",
        "{'a': 'b'}  | is an object, and must be a text",
        "\"\"          | is empty; leave out what is not known",
      })
  void aContextIsMadeOfTexts(String value, String words) throws IOException {
    String text = "{'cloud': 'AzureCloud', 'location': VALUE}".replace("VALUE", value);
    Files.writeString(folder.resolve("context.json"), text.replace('\'', '"'));
    Scanned run = Scanned.command(folder, "scan", "--context=context.json");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("keylint: `context.json`: `location` " + words + "\n");
  }

  @Test
  void whyAFileCannotBeReadIsSaid() throws IOException {
    Files.writeString(
        folder.resolve("latin.json"), "{\"cloud\": \"M\u00fcnchen\"}", StandardCharsets.ISO_8859_1);
    assertThat(Scanned.command(folder, "scan", "--context=none.json").err())
        .isEqualTo("keylint: `none.json` can't be read: there is no such file or folder\n");
    assertThat(Scanned.command(folder, "scan", "--context=latin.json").err())
        .isEqualTo("keylint: `latin.json` can't be read: it is no text in UTF-8\n");
    Scanned state = Scanned.command(folder, "scan", "--state=none.jsonl");
    assertThat(state.exit()).isEqualTo(2);
    assertThat(state.err())
        .isEqualTo("keylint: `none.jsonl` can't be read: there is no such file or folder\n");
  }

  @Test
  void linesAreAsLongAsTheTerminalIsWide() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        resource a 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'desk'
          properties: {}
        }
        """);
    assertThat(widest("60")).isBetween(45, 60);
    assertThat(widest("100")).isBetween(85, 100);
    assertThat(widest("160")).isBetween(110, 160);
    assertThat(widest("")).isEqualTo(widest("100"));
    assertThat(widest("wide")).isEqualTo(widest("100"));
    assertThat(widest("0")).isEqualTo(widest("100"));
    assertThat(widest("99999999999999999999")).isEqualTo(widest("100"));
  }

  private int widest(String columns) {
    Map<String, String> environment = columns.isEmpty() ? Map.of() : Map.of("COLUMNS", columns);
    Scanned run = Scanned.command(folder, environment, new ByteArrayOutputStream(), "scan");
    return run.out().lines().mapToInt(String::length).max().orElse(0);
  }

  @Test
  void namesOfAllLanguagesArePrintedAsTheyAre() throws IOException {
    Files.createDirectories(folder.resolve("größe"));
    Files.writeString(
        folder.resolve("größe/日本.bicep"),
        "resource a 'Microsoft.Search/searchServices@2025-05-01' = {\n  name: 'ü'\n}\n");
    assertThat(Scanned.command(folder, "scan", "größe").out())
        .contains("größe/日本.bicep:1:1", "'ü'");
  }

  /// A device without room, as `/dev/full` is.
  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
