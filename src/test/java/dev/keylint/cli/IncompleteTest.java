package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.text.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that missed something says so in its last line, and all its outputs agree with its exit
/// code.
final class IncompleteTest {
  private static final String CLOSED =
      """
      resource s 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'desk'
        properties: {
          disableLocalAuth: true
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void aValueThatIsNotUnderstood() throws IOException {
    write("main.bicep", CLOSED + "output o string = inventedFunction('x')\n");
    Run run = run();
    assertThat(run.last).isEqualTo("incomplete: 1 file not fully understood; no findings");
    run.agrees(3, "main.bicep");
  }

  @Test
  void aParameterFileThatIsNotUnderstood() throws IOException {
    write("main.bicep", "param a string\n" + CLOSED.replace("'desk'", "a"));
    write("main.bicepparam", "using 'main.bicep'\nparam a = inventedFunction('x')\n");
    Run run = run();
    assertThat(run.last).isEqualTo("incomplete: 1 file not fully understood; no findings");
    run.agrees(3, "main.bicepparam");
  }

  @Test
  void severalThingsAreCountedApart() throws IOException {
    write("main.bicep", CLOSED + "module m 'br/public:avm/res/a/b:1.0.0' = {}\n");
    write("broken.bicep", "resource x\n");
    write("other.json", "{\"$schema\": \"https://x/deploymentTemplate.json#\", ");
    Run run = run();
    assertThat(run.last)
        .isEqualTo("incomplete: 2 files not fully understood, 1 module missing; no findings");
    run.agrees(3, "broken.bicep", "other.json");
    assertThat(run.sarif.at("properties", "coverage").array("modulesMissing").orElseThrow().items())
        .singleElement()
        .isInstanceOfSatisfying(
            JsonString.class,
            it -> assertThat(it.value()).isEqualTo("br/public:avm/res/a/b:1.0.0"));
  }

  @Test
  void aModuleThatNothingCallsOrThatOnlyGivesTypesIsMissingToo() throws IOException {
    write(
        "main.bicep",
        CLOSED
            + """
            import { t } from 'br/public:avm/utl/types:1.0.0'
            module m 'br/public:avm/res/a/b:1.0.0' = {}
            module off 'br/public:avm/res/c/d:1.0.0' = if (false) {}
            module twice 'br/public:avm/res/a/b:1.0.0' = {}
            module lost './lost.bicep' = if (false) {}
            """);
    Run run = run();
    assertThat(run.last).isEqualTo("incomplete: 4 modules missing; no findings");
    run.agrees(3);
  }

  @Test
  void findingsWinAndBothAreSaid() throws IOException {
    write("main.bicep", CLOSED.replace("true", "false"));
    write("broken.bicep", "resource x\n");
    Run run = run();
    assertThat(run.last).matches("1 error.*; incomplete: 1 file not fully understood");
    run.agrees(1, "broken.bicep");
    Run lenient = run("--fail-on=none");
    assertThat(lenient.last).matches("incomplete: 1 file not fully understood; 1 error.*");
    lenient.agrees(3, "broken.bicep");
  }

  @Test
  void openVerdictsThatFailTheRun() throws IOException {
    write("main.bicep", "param keysOff bool\n" + CLOSED.replace("true", "keysOff"));
    Run run = run("--fail-on-open");
    assertThat(run.last).matches("incomplete: [1-9] checks? undecided; no findings, .* undecided");
    run.agrees(3);
    Run lenient = run();
    assertThat(lenient.last).contains("read 1 file").doesNotContain("incomplete");
    lenient.agrees(0);
  }

  @Test
  void nothingIsIncompleteWithoutReason() throws IOException {
    write("main.bicep", CLOSED);
    Run run = run();
    assertThat(run.last).endsWith(": no findings");
    run.agrees(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void theLastLineIsNotBroken(int columns) throws IOException {
    write("main.bicep", CLOSED.replace("true", "false") + "module m 'br/public:a/b:1' = {}\n");
    write("broken.bicep", "resource x\n");
    Scanned run =
        Scanned.command(
            folder,
            Map.of("COLUMNS", Integer.toString(columns)),
            new ByteArrayOutputStream(),
            "scan");
    assertThat(run.out().lines().toList().getLast()).contains("1 error", "incomplete", "1 module");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Run run(String... options) throws IOException {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "scan";
    arguments[1] = "--output=text";
    arguments[2] = "--output=sarif=out.sarif";
    System.arraycopy(options, 0, arguments, 3, options.length);
    Scanned scanned = Scanned.command(folder, arguments);
    Path file = folder.resolve("out.sarif");
    JsonObject log = JsonReader.read(Source.of("o", Files.readString(file))).object().orElseThrow();
    Files.delete(file);
    JsonObject sarif = (JsonObject) log.array("runs").orElseThrow().items().getFirst();
    return new Run(scanned.exit(), scanned.out().lines().toList().getLast(), new Sarif(sarif));
  }

  private record Run(int exit, String last, Sarif sarif) {
    void agrees(int code, String... files) {
      assertThat(exit).isEqualTo(code);
      JsonObject invocation =
          (JsonObject) sarif.run.array("invocations").orElseThrow().items().getFirst();
      assertThat(invocation.value("exitCode").orElseThrow())
          .isInstanceOfSatisfying(
              JsonNumber.class, it -> assertThat(it.value().intValue()).isEqualTo(code));
      assertThat(invocation.value("executionSuccessful").orElseThrow())
          .isInstanceOfSatisfying(
              JsonBoolean.class, it -> assertThat(it.value()).isEqualTo(code <= 1));
      List<String> unread =
          sarif
              .at("properties", "coverage")
              .array("filesNotUnderstood")
              .map(JsonArray::items)
              .orElseThrow()
              .stream()
              .map(it -> ((JsonString) it).value())
              .toList();
      assertThat(unread).containsExactly(files);
    }
  }

  private record Sarif(JsonObject run) {
    JsonObject at(String... path) {
      JsonObject object = run;
      for (String name : path) {
        object = object.object(name).orElseThrow();
      }
      return object;
    }
  }
}
