package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A text where a boolean is due is said, and the run does not pass.
final class MisfitTest {
  private static final String NET = "properties: {\n    publicNetworkAccess: net\n    ";

  @TempDir private Path folder;

  private Scanned scan(String template) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), template);
    return Scanned.folder(folder);
  }

  /// Whatever the text is, and whatever else is not known.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "param off string                              | off",
        "@allowed(['true', 'false']) param off string | off",
        "param off string                              | '${off}x'",
        "param off bool                                | 'true'",
        "param off bool                                | off ? 'true' : 'false'",
        "param off bool                                | toLower(string(off))",
        "@secure() param off string                    | off",
        "param off bool                                | 'false'",
      })
  void inAPropertyItIsNoBoolean(String parameter, String off) throws IOException {
    Scanned scan =
        scan(
            parameter.replace(") ", ")\n")
                + "\nparam net string\n"
                + OpenAi.account("'acct'", off).replace("properties: { ", NET));
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.out())
        .contains("incomplete[semantic]: `properties.disableLocalAuth` is ")
        .containsPattern("text.*, not a boolean");
  }

  @Test
  void asAConditionAzureRefusesIt() throws IOException {
    Scanned scan =
        scan("param on string\n" + OpenAi.account("'acct'", "false").replace("= {", "= if (on) {"));
    assertThat(scan.outWords())
        .contains(
            "incomplete[semantic]: a condition wants a bool, got string, which Azure refuses");
  }

  /// Azure Resource Manager checks what parameters are given.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"'true'", "text", "open"})
  void aParameterOfTypeBoolTakesNone(String given) throws IOException {
    Files.writeString(
        folder.resolve("ai.bicep"), "param off bool\n" + OpenAi.account("'acct'", "off"));
    Scanned scan =
        scan(
            """
            param text string = 'false'
            param open string
            module ai 'ai.bicep' = {
              params: {
                off: GIVEN
              }
            }
            """
                .replace("GIVEN", given));
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.outWords())
        .contains("`off` is of type bool and gets a text, which Azure refuses --> main.bicep:5:5");
  }

  /// Whatever the other operands are.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "!on               | `not` wants a bool",
        "on ? true : false | `if` wants a bool as its condition",
        "on && true        | `and` wants bools",
        "or(open, on)      | `or` wants bools",
      })
  void noOperandIsAText(String off, String words) throws IOException {
    Scanned scan =
        scan(
            "param on string\nparam open bool\n"
                + OpenAi.account("'acct'", off.replace("or(open, on)", "open || on")));
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.out()).contains("incomplete[semantic]: " + words);
  }

  @ParameterizedTest
  @CsvSource({"true", "NONE"})
  void aBooleanThatMayBeTextsOnlyIsSaid(String otherwise) throws IOException {
    String parameter = "@allowed(['true', 'false'])\nparam off bool = " + otherwise;
    assertThat(
            scan(parameter.replace(" = NONE", "") + "\n" + OpenAi.account("'acct'", "off"))
                .outWords())
        .contains("`off` is of type bool and may be texts only, which Azure refuses");
  }

  @Test
  void aVariableOfAParameterFileIsAText() throws IOException {
    Files.writeString(
        folder.resolve("main.bicepparam"),
        "using 'main.bicep'\nparam off = readEnvironmentVariable('X')\n");
    assertThat(scan("param off bool\n" + OpenAi.account("'acct'", "off")).outWords())
        .contains("`off` is of type bool and gets a text, which Azure refuses");
  }

  @Test
  void norHasItOneByDefault() throws IOException {
    assertThat(scan("param off bool = 'true'\n" + OpenAi.account("'acct'", "off")).outWords())
        .contains("`off` is of type bool and gets a text, which Azure refuses --> main.bicep:1:18");
  }

  @Test
  void noTextIsWhatMayBeABoolean() throws IOException {
    Scanned scan =
        scan("param cfg object\nparam net string\n" + OpenAi.account("'acct'", "cfg.off"));
    assertThat(scan.exit()).isEqualTo(0);
    assertThat(scan.out()).contains("undecided[openai-local-auth]").doesNotContain("incomplete");
  }
}
