package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts of objects and lists in a Bicep parameter file, each by variables of its own.
final class PartVariablesTest extends SearchFolder {
  private String words(String type, String value, String keysOff) throws IOException {
    write(
        "main.bicep",
        "param p "
            + type
            + "\nresource docs 'Microsoft.Search/searchServices@2025-05-01' = {\n"
            + "  name: 'docs'\n  properties: { disableLocalAuth: "
            + keysOff
            + " }\n}\n");
    write(
        "main.bicepparam",
        "using 'main.bicep'\nvar v = readEnvironmentVariable('ON', 'no')\nparam p = " + value);
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("error main.bicep");
    return run.words();
  }

  private static String read(String name, String otherwise) {
    return "readEnvironmentVariable('" + name + "', '" + otherwise + "')";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "object | { on: ON, other: OTHER }              | p.on == 'yes'",
        "object | { on: bool(ON == 'yes'), other: OTHER } | p.on",
        "object | { on: { a: ON, b: OTHER } }           | p.on.a == 'yes'",
        "object | { on: v, other: OTHER }               | p.on == 'yes'",
        "array  | [ON, OTHER]                           | p[0] == 'yes'",
        "array  | [OTHER, { on: ON }]                   | p[1].on == 'yes'",
      })
  void onlyThoseOfThePartAreNamed(String type, String value, String keysOff) throws IOException {
    String file = value.replace("ON", read("ON", "no")).replace("OTHER", read("OTHER", "x"));
    assertThat(words(type, file, keysOff))
        .contains("by the default of `ON`; `--env ON=…` may decide otherwise")
        .doesNotContain("OTHER=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "object | { ...json(ON), other: 'x' } | p.on",
        "object | json(ON)                    | p.on",
        "object | { '${ON}': true, a: 'x' }   | p.?yes ?? false",
      })
  void whereThePartsAreNotWrittenOutAllAreNamed(String type, String value, String keysOff)
      throws IOException {
    assertThat(words(type, value.replace("ON", read("ON", "{\"on\": false}")), keysOff))
        .contains("by the default of `ON`; `--env ON=…` may decide otherwise");
  }

  /// Each would be tried with each of all the others.
  @Test
  void manyPartsAreReadInTurn() throws IOException {
    String all =
        IntStream.range(0, 3_000)
            .mapToObj(it -> "k" + it + ": " + read("M" + it, "no"))
            .collect(Collectors.joining("\n"));
    assertThat(words("object", "{\n" + all + "\n}", "p.k17 == 'yes'")).contains("--env M17=…");
  }
}
