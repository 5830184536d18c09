package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A value of a parameter counts only where the resource is deployed with it.
final class ChosenConditionsTest {
  private static final Keylint KEYLINT = Keylint.with("search-local-auth");

  private static final String BODY =
      """
      {
        name: 'desk'
        properties: { disableLocalAuth: OFF }
      }
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String verdict() {
    String out = KEYLINT.run(folder, "scan", "main.bicep").out();
    return out.startsWith("error") ? "fails" : out.startsWith("undecided") ? "open" : "passes";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          if (on)        | on         | passes
          if (on)        | !on        | fails
          if (!on)       | on         | fails
          if (e == 'a')  | e == 'a'   | passes
          if (e == 'a')  | e == 'b'   | fails
          if (e != 'c')  | e == 'a'   | open
          if (e != 'c')  | e != 'c'   | passes
          if (on)        | e == 'a'   | open
          if (other)     | on         | open
          """)
  void ofAResourceOrAModule(String condition, String off, String verdict) throws IOException {
    String parameters =
        """
        param on bool
        param other bool
        @allowed(['a', 'b', 'c'])
        param e string
        """;
    String deploy = "resource s 'Microsoft.Search/searchServices@2025-05-01' = ";
    write("main.bicep", parameters + deploy + condition + " " + BODY.replace("OFF", off));
    assertThat(verdict()).isEqualTo(verdict);
    write("part.bicep", "param off bool\n" + deploy + BODY.replace("OFF", "off"));
    write(
        "main.bicep",
        parameters
            + "module m 'part.bicep' = "
            + condition
            + " { params: { off: "
            + off
            + " } }\n");
    assertThat(verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"e == 'a', passes", "e == 'b', fails"})
  void ofALoopThatHasNoTurns(String off, String verdict) throws IOException {
    write(
        "main.bicep",
        """
        @allowed(['a', 'b'])
        param e string
        resource s 'Microsoft.Search/searchServices@2025-05-01' = [for i in (e == 'a' ? [1] : []): BODY]
        """
            .replace("BODY", BODY.replace("OFF", off).strip()));
    assertThat(verdict()).isEqualTo(verdict);
  }
}
