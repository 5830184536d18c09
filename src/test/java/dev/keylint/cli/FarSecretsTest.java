package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What makes a text a secret may be further away than keylint follows: it is hidden all the same.
final class FarSecretsTest {
  private static final String SECRET = "Kestrel-Over-Fen";
  private static final String OPEN =
      """
      resource s 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'desk'
      }
      """;

  @TempDir private Path folder;

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines).replace("SECRET", SECRET));
  }

  private static String lines(int many, IntFunction<String> line) {
    return IntStream.range(0, many).mapToObj(line).collect(Collectors.joining("\n"));
  }

  private String outputs(String file) {
    return Stream.of("scan .", "scan . --output=sarif-full", "expand " + file)
        .map(it -> Scanned.command(folder, it.split(" ")))
        .peek(it -> assertThat(it.exit()).as(it.err()).isNotIn(2, 4))
        .map(it -> it.out() + it.err())
        .collect(Collectors.joining());
  }

  @Test
  void behindVariables() throws IOException {
    write(
        "main.bicep",
        lines(40, i -> "var v" + i + " = v" + (i + 1)),
        "var v40 = { pw: 'SECRET' }",
        "@secure()",
        "param pw string = v0.pw",
        OPEN.replace("\n  n", " // SECRET\n  n"));
    write("main.bicepparam", "using 'main.bicep'", "param pw = 'another one'");
    assertThat(outputs("main.bicep")).contains("desk").doesNotContain(SECRET);
  }

  @Test
  void behindVariablesThatMultiply() throws IOException {
    write(
        "main.bicep",
        lines(20, i -> "var v" + i + " = [" + ("\n...v" + (i + 1)).repeat(10) + "\n]"),
        "var v20 = [{ pw: 'SECRET' }]",
        "@secure()",
        "param pw string = v0[0].pw",
        OPEN.replace("\n  n", " // SECRET\n  n"));
    write("main.bicepparam", "using 'main.bicep'", "param pw = 'another one'");
    assertThat(outputs("main.bicep")).contains("desk").doesNotContain(SECRET);
  }

  @Test
  void behindNamesOfTypes() throws IOException {
    write(
        "main.bicep",
        lines(60, i -> "type t" + i + " = t" + (i + 1)),
        "@secure()",
        "type t60 = string",
        "param pw t0 = 'SECRET'",
        OPEN + "output o string = pw");
    assertThat(outputs("main.bicep")).contains("desk").doesNotContain(SECRET);
  }

  @Test
  void inAMemberBehindNamesOfTypes() throws IOException {
    write(
        "main.bicep",
        lines(60, i -> "type t" + i + " = t" + (i + 1)),
        "type t60 = {",
        "  @secure()",
        "  pw: string",
        "}",
        "param c t0 = { pw: 'SECRET' }",
        OPEN + "output o string = c.pw");
    assertThat(outputs("main.bicep")).contains("desk").doesNotContain(SECRET);
  }

  @Test
  void inOneOfManyTypes() throws IOException {
    write(
        "main.bicep",
        lines(70, i -> "type t" + i + " = {\n  n: " + i + "\n  @secure()\n  pw: string\n}"),
        "param c " + lines(70, i -> "t" + i).replace('\n', '|') + " = { n: 700, pw: 'SECRET' }",
        OPEN + "output o string = c.pw");
    assertThat(outputs("main.bicep")).contains("desk").doesNotContain(SECRET);
  }

  @Test
  void behindDefinitionsOfJson() throws IOException {
    write(
        "main.json",
        "{\"$schema\": \"https://x/deploymentTemplate.json#\", \"contentVersion\": \"1.0.0.0\",",
        "\"languageVersion\": \"2.0\", \"definitions\": {",
        lines(30, i -> "\"t" + i + "\": {\"$ref\": \"#/definitions/t" + (i + 1) + "\"},"),
        """
        "t30": {"type": "securestring"},
        "o0": {"type": "object", "properties": {"pw": {"$ref": "#/definitions/t0"}}}},
        "parameters": {
          "pw": {"$ref": "#/definitions/t0", "defaultValue": "SECRET"},
          "c": {"$ref": "#/definitions/o0", "defaultValue": {"pw": "SECRET"}}},
        "resources": {"s": {
          "type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01", "name": "desk"}},
        "outputs": {
          "o": {"type": "string", "value": "[parameters('pw')]"},
          "p": {"type": "string", "value": "[parameters('c').pw]"}}}
        """);
    assertThat(outputs("main.json")).contains("desk").doesNotContain(SECRET);
  }
}
