package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// azd writes the outputs of a layer into its environment as texts, where the next one reads them.
final class LayerOutputsTest extends SearchFolder {
  private Scanned json(String output, String parameter, String value, String keysOff)
      throws IOException {
    layers(output, parameter, keysOff);
    write("b/main.parameters.json", "{\"parameters\": {\"off\": {\"value\": " + value + "}}}");
    return scan();
  }

  private void layers(String output, String parameter, String keysOff) throws IOException {
    write("azure.yaml", "infra:\n  layers:\n  - {name: a, path: a}\n  - {name: b, path: b}\n");
    write("a/main.bicep", "param size int\nparam flag bool\noutput OUT " + output + "\n");
    write(
        "b/main.bicep",
        "param off "
            + parameter
            + "\nresource s 'Microsoft.Search/searchServices@2025-05-01' = {\n  name: 'docs'\n"
            + "  properties: { disableLocalAuth: "
            + keysOff
            + " }\n}\n");
  }

  private void bicep(String value) throws IOException {
    write("b/main.bicepparam", "using 'main.bicep'\nparam off = " + value + "\n");
  }

  private static final String FAILS = "error b/main.bicep";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool = true                        | string | \"${OUT}\"            | off != 'true'",
        "bool? = false                      | string | \"${OUT}\"            | off != 'false'",
        "int = 7                            | string | \"${OUT}\"            | off != '7'",
        "int = 1000000                      | string | \"${OUT}\"            | off != '1e+06'",
        "int = -12345678                    | string | \"${OUT}\" | off != '-1.2345678e+07'",
        "int = 1000000                      | int = 3 | \"${OUT}\"           | off != 3",
        "int = flag ? 1000000 : 2000000     | string | \"${OUT}\" | off != '1e+06' && off !="
            + " '2e+06'",
        "int = flag ? 1000000 : 2000000     | int = 5 | \"${OUT}\"           | off != 5",
        "object = flag ? {b: 1, a: 2} : {b: 1, a: 3} | string | \"${OUT}\" | "
            + "off != '{\"a\":2,\"b\":1}' && off != '{\"a\":3,\"b\":1}'",
        "object = flag ? {a: '<'} : {a: '>'} | string | \"${OUT}\" | "
            + "off == '{\"a\":\"<\"}' || off == '{\"a\":\">\"}'",
        "string? = null                     | string | \"${OUT}\"            | off != '<nil>'",
        "array? = null                      | string | \"${OUT}\"            | off != 'null'",
        "array = ['a', 1]                   | string | \"${OUT}\"            | off != '[\"a\",1]'",
        "object = {b: {d: 1, c: '<&>'}, a: true} | string | \"${OUT}\" | "
            + "off != '{\"a\":true,\"b\":{\"c\":\"\\\\u003c\\\\u0026\\\\u003e\",\"d\":1}}'",
        "bool = true                        | string | \"x-${OUT}\"          | off != 'x-true'",
        "bool = true                        | string | \"${OUT^^}\"          | off != 'TRUE'",
        "bool = false                       | string | \"${OUT=true}\"       | off != 'false'",
        "string = ''                        | string | \"${OUT=true}\"       | off != 'true'",
        "bool = true                        | array  | [\"${OUT}\"]          | off[0] != 'true'",
        "bool = true                        | object | {\"x\": \"${OUT}\"}   | off.x != 'true'",
        "array = [false]                    | array  | \"${OUT}\"            | off[0]",
        "object = {a: false}                | object | \"${OUT}\"            | off.a",
        "object = {a: false}                | object = {a: true} | \"${OUT}\" | off.a",
        "object = {a: false, b: resourceGroup().id} | object | \"${OUT}\"    | off.a",
        "array = [false]                    | object | \"{\\\"x\\\": ${OUT}}\" | off.x[0]",
        "bool = false                       | bool   | \"${OUT}\"            | off",
        "int = 0                            | bool   | \"${OUT}\"            | off",
        "string = '+7'                      | int    | \"${OUT}\"            | off != 7",
        "string = 'no'                      | bool = false | \"${OUT}\"      | off",
        "string = ''                        | string = 'x' | \"${OUT}\"      | off != ''",
        "object? = null                     | object = {a: false} | \"${OUT}\" | off.a",
        "string = 'no'                      | int = 3 | \"${OUT}\"           | off != 3",
      })
  void valuesAreTextsForAJsonFile(String output, String parameter, String value, String keysOff)
      throws IOException {
    assertThat(levels(json(output, parameter, value, keysOff))).containsExactly(FAILS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool = true          | readEnvironmentVariable('OUT', 'x') != 'true'",
        "bool = false         | bool(readEnvironmentVariable('OUT'))",
        "int = 7              | readEnvironmentVariable('OUT') != '7'",
        "object = {a: false}  | json(readEnvironmentVariable('OUT', 'x')).a",
        "array = [false]      | json(readEnvironmentVariable('OUT'))[0]",
      })
  void valuesAreTextsForABicepFile(String output, String value) throws IOException {
    layers(output, "bool", "off");
    bicep(value);
    assertThat(levels(scan())).containsExactly(FAILS);
  }

  /// azd writes it over what was there before.
  @ParameterizedTest
  @CsvSource({
    "false, true, error b/main.bicep",
    "true, false, ",
  })
  void anOutputTakesThePlaceOfWhatTheUserGives(String output, String given, String level)
      throws IOException {
    layers("string = '" + output + "'", "bool", "off");
    bicep("bool(readEnvironmentVariable('OUT', '" + given + "'))");
    write("dev.env", "OUT=\"" + given + "\"\n");
    String file = folder.resolve("dev.env").toString();
    for (List<String> options :
        List.of(List.<String>of(), List.of("--env", "OUT=" + given), List.of("--env-file", file))) {
      Scanned run = scan(options.toArray(String[]::new));
      assertThat(levels(run)).isEqualTo(Stream.ofNullable(level).toList());
      assertThat(oneLine(run)).doesNotContain("default of", "--env");
    }
  }

  /// A secret output is written nowhere, so that what was there before stays.
  @Test
  void aSecretOutputTakesNoPlace() throws IOException {
    layers("string = 'false'", "bool", "off");
    write("a/main.bicep", "@secure()\noutput OUT string = 'true'\n");
    bicep("bool(readEnvironmentVariable('OUT', 'true'))");
    assertThat(levels(scan("--env", "OUT=false"))).containsExactly(FAILS);
    assertThat(levels(scan())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool = flag                  | string | \"${OUT}\"   | off != 'true'",
        "bool = flag                  | bool   | \"${OUT}\"   | off",
        "int = size                   | string | \"x${OUT}\"  | off != 'x7'",
        "int = size                   | int    | \"${OUT}\"   | off != 7",
        "array = [resourceGroup().id] | string | \"${OUT}\"   | off != 'x'",
        "object = resourceGroup().tags | object | \"${OUT}\"  | off.a == 'b'",
        "string = 'no'                | bool   | \"${OUT}\"   | off",
        "string = ''                  | string | \"${OUT}\"   | off == 'x'",
        "array? = null                | array  | \"${OUT}\"   | off[0]",
        "string = flag ? '' : 'z'     | string | \"${OUT}\"   | off == 'x'",
        "string = flag ? 'x' : ''     | string | \"${OUT}\"   | off != 'y'",
        "int = flag ? 1000000 : 2000000 | int  | \"${OUT}\"   | off == 5",
      })
  void whatIsNotKnownStaysSo(String output, String parameter, String value, String keysOff)
      throws IOException {
    Scanned run = json(output, parameter, value, keysOff);
    assertThat(run.verdicts()).noneMatch(it -> it.kind().equals("fail"));
    assertThat(run.out()).contains("undecided").doesNotContain("incomplete[");
  }

  /// An empty text is no JSON, either: azd leaves out only what is unset.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "abc        | array           | ${OUT}",
        "abc        | array = [false] | ${OUT}",
        "abc        | array           | ${OUT=[false]}",
        "{          | object          | ${OUT}",
        "[false] x  | array           | ${OUT}",
        "[false,]   | array           | ${OUT}",
        "<nil>      | array           | ${OUT}",
        "``         | array           | ${OUT}",
        "``         | array = [false] | ${OUT}",
        "``         | array           | pre-${OUT}",
        "x          | object          | {\"a\": ${OUT}}",
      })
  void aTextThatAzdRefusesIsSaidLikeOneThatTheUserGives(String text, String parameter, String value)
      throws IOException {
    String json = '"' + value.replace("\"", "\\\"") + '"';
    String output = text.equals("<nil>") ? "string? = null" : "string = '" + text + "'";
    Scanned run = json(output, parameter, json, "empty(off)");
    assertThat(oneLine(run))
        .contains(
            "incomplete[semantic]: `"
                + value
                + "` is no JSON, so azd deploys nothing with it"
                + " --> b/main.parameters.json:1:17",
            "the value of `off`, which azd refuses -> b/main.parameters.json:1:34");
    write("a/main.bicep", "param size int\nparam flag bool\n");
    assertThat(run.out()).isEqualTo(scan("--env", "OUT=" + text).out());
  }

  @Test
  void aTextThatAzdMayRefuseIsNoFaultYet() throws IOException {
    Scanned run = json("string = flag ? 'abc' : '[false]'", "array", "\"${OUT}\"", "off[0]");
    assertThat(oneLine(run))
        .contains("note: where it is reached, `${OUT}` is no JSON, so azd deploys nothing with it")
        .doesNotContain("incomplete[");
  }

  /// What a parameter may be is tried as the text that azd makes of it and reads.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[999999, 1000000, 1234567, -1000000] | int | string | off != '1000000' && off != '999999'"
            + " && off != '-1e+06' | 999999, -1000000",
        "[1, 1234567]   | int    | string | off != '1.234567e+06' | 1234567",
        "[1, 1000000]   | int    | int = 5 | off != 5 | 1000000",
        "[1, 1000000]   | int    | int    | off != 1  | 1",
        "[0, 1, 2]      | int    | bool = false | off | 0, 2",
        "['', '0', 'x', 'T'] | string | bool = false | off | '', '0', 'x'",
        "['', '0', 'x'] | string | bool   | off       | '0'",
        "['', 'x', '1e+06', '+7'] | string | int = 3 | off != 3 | '', 'x', '1e+06'",
        "['', 'x', 'y'] | string | string | off != '' && off != 'x' | 'x'",
        "['', 'x', '[]', '[true]', '[false]'] | string | array | off[0] | '[false]'",
        "['null', '[true]'] | string | array = [false] | off[0] | 'null'",
        "[[1000000], [2]] | array | string | off != '[1000000]' | [1000000]",
        "[[1000000], [2]] | array | array | off[0] != 1000000 | [1000000]",
        "[{b: 1, a: 2}, {b: 3, a: 4}] | object | string | off != '{\"b\":1,\"a\":2}'"
            + " && off != '{\"a\":4,\"b\":3}' | { b: 3, a: 4 }",
      })
  void aClaimThatItFailsHoldsForTheTextThatAzdStores(
      String allowed, String type, String parameter, String keysOff, String failing)
      throws IOException {
    layers("", parameter, keysOff);
    write("b/main.parameters.json", "{\"parameters\": {\"off\": {\"value\": \"${OUT}\"}}}");
    write(
        "a/main.bicep",
        "@allowed(" + allowed + ")\nparam size " + type + "\noutput OUT " + type + " = size\n");
    assertThat(oneLine(scan()))
        .contains(
            "give `size` a value in a parameter file: it fails for " + failing + " read 3 files");
  }

  /// The same of what is made of a parameter.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "string = string(size)       | string | ${OUT}   | off != '1000000' | 1000000",
        "string = string(size)       | int    | ${OUT}   | off != 1000000   | 1000000",
        "int = size                  | string | x${OUT}  | off != 'x1000000' && off != 'x1' | 1",
        "int = size                  | array  | [${OUT}] | off[0] != 1000000 | 1000000",
        "array = [size]              | string | ${OUT}   | off != '[1000000]' | 1000000",
        "array = [size]              | array  | ${OUT}   | off[0] != 1000000 | 1000000",
        "object = {b: size, a: '<'}  | object | ${OUT}   | off.b != 1000000 | 1000000",
        "object = {b: size, a: '<'}  | string | ${OUT}   | off != '{\"b\":1,\"a\":\"<\"}'"
            + " && off != '{\"a\":\"\\\\u003c\",\"b\":1000000}' | 1000000",
      })
  void aClaimThatItFailsHoldsForWhatIsMadeOfIt(
      String output, String parameter, String value, String keysOff, String failing)
      throws IOException {
    json(output, parameter, "\"" + value + "\"", keysOff);
    write("a/main.bicep", "@allowed([1, 1000000])\nparam size int\noutput OUT " + output + "\n");
    assertThat(oneLine(scan()))
        .contains(
            "give `size` a value in a parameter file: it fails for " + failing + " read 3 files");
  }

  /// With no value it fails: a number from 1,000,000 on is none for an int, so the default counts.
  @Test
  void aTextThatIsNoNumberLeavesTheDefault() throws IOException {
    json("int = size", "int = 5", "\"${OUT}\"", "off != 1000000");
    write("a/main.bicep", "@allowed([1, 1000000])\nparam size int\noutput OUT int = size\n");
    Scanned run = scan();
    assertThat(run.verdicts()).noneMatch(it -> it.kind().equals("fail"));
    assertThat(run.out()).doesNotContain("undecided[");
  }

  /// azd asks for what nothing gives, be it that the variable is unset or that the output is empty.
  @ParameterizedTest
  @CsvSource({
    "OUT,     string = '',    azd asks for it, as the output `OUT` of an earlier layer gives none",
    "ANOTHER, string = 'yes', `--env ANOTHER=…` says what it is",
  })
  void whatAzdAsksForIsNamedAsWhatWouldGiveIt(String variable, String output, String hint)
      throws IOException {
    Scanned run = json(output, "bool", "\"${" + variable + "}\"", "off");
    assertThat(oneLine(run))
        .contains("parameter `off` has no value", "to decide: " + hint, "it fails for false");
  }

  /// As azure.yaml calls it; another where two are called the same.
  @ParameterizedTest
  @CsvSource({"base, app, app", "app, app, app-1"})
  void aLayerGoesByItsName(String first, String second, String shown) throws IOException {
    layers("bool = false", "bool", "off");
    write(
        "azure.yaml",
        "infra:\n  layers:\n  - {name: "
            + first
            + ", path: a}\n  - {name: "
            + second
            + ", path: b}\n");
    write("b/main.parameters.json", "{\"parameters\": {\"off\": {\"value\": \"${OUT}\"}}}");
    assertThat(oneLine(scan())).contains("called as `" + shown + "`");
  }

  /// What an output keeps out is so by the variable behind that.
  @Test
  void theVariableBehindAnOutputIsNamed() throws IOException {
    write("azure.yaml", "infra:\n  layers:\n  - {name: a, path: a}\n  - {name: b, path: b}\n");
    write("a/main.bicep", "param flag bool\noutput OUT bool = flag\n");
    write("a/main.parameters.json", "{\"parameters\": {\"flag\": {\"value\": \"${FLAG=false}\"}}}");
    write(
        "b/main.bicep",
        "param on bool\n" + search("docs", "false").replace("' = {", "' = if (on) {"));
    write("b/main.parameters.json", "{\"parameters\": {\"on\": {\"value\": \"${OUT}\"}}}");
    assertThat(oneLine(scan()))
        .contains(
            "`on` has its value here, by the default of `FLAG`; `--env FLAG=…` may deploy it");
  }

  @ParameterizedTest
  @CsvSource({"bool, no, off", "string, '', off == 'x'", "int, few, off == 5"})
  void whatTheUserGivesThatIsNothingIsToBeGivenAnew(String type, String given, String keysOff)
      throws IOException {
    write(
        "main.bicep",
        search("docs", "false")
            .replace("bool = false", type)
            .replace("disableLocalAuth: off", "disableLocalAuth: " + keysOff));
    write("main.parameters.json", "{\"parameters\": {\"off\": {\"value\": \"${OUT}\"}}}");
    write("azure.yaml", "infra: {path: .}\n");
    assertThat(oneLine(scan("--env", "OUT=" + given)))
        .contains("parameter `off` has no value", "`--env OUT=…` says what it is");
  }
}
