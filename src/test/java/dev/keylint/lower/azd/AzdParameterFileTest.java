package dev.keylint.lower.azd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonReader;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.Shown;
import dev.keylint.lower.arm.ArmLowering;
import dev.keylint.lower.arm.ArmParameterFile;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzdParameterFileTest {
  private static final String GROUP =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
  private static final String SUBSCRIPTION =
      "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#";

  /// @param declared members of `parameters` of the template
  /// @param values members of `parameters` of the file
  private static FittedFile fit(
      String declared, String values, Map<String, String> environment, boolean byAzd) {
    return fit(template(GROUP, declared), values, environment, byAzd);
  }

  private static FittedFile fit(
      Template template, String values, Map<String, String> environment, boolean byAzd) {
    Source source = Source.of("main.parameters.json", "{\"parameters\": {" + values + "}}");
    return AzdParameterFile.fit(
        ArmParameterFile.lower(source, JsonReader.read(source).object().orElseThrow()),
        template,
        AzdVariables.of(environment),
        byAzd);
  }

  private static Template template(String schema, String declared) {
    String text = "{\"$schema\": \"" + schema + "\", \"parameters\": {" + declared + "}}";
    Source source = Source.of("main.json", text);
    return ArmLowering.lower(
        source, JsonReader.read(source).object().orElseThrow(), LinkedTemplates.NONE);
  }

  private static List<String> shown(FittedFile fitted) {
    return fitted.file().arguments().stream()
        .map(argument -> argument.name() + "=" + Shown.of(argument.value()))
        .toList();
  }

  private static List<String> messages(FittedFile fitted) {
    return fitted.file().diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static String text(String name) {
    return "\"" + name + "\": {\"type\": \"string\"}";
  }

  @Test
  void whatAzdAlwaysSetsIsThereAndNotKnown() {
    FittedFile fitted =
        fit(
            text("a") + "," + text("b") + "," + text("c") + "," + text("d"),
            """
            "a": {"value": "${AZURE_PRINCIPAL_ID=}"}, "b": {"value": "rg-${AZURE_ENV_NAME-x}"},
            "c": {"value": "rg-${AZURE_ENV_NAME=dev}"}, "d": {"value": "${AZURE_LOCATION^^}"}
            """,
            Map.of("AZURE_PRINCIPAL_ID", "from-the-environment"),
            false);
    assertThat(shown(fitted))
        .containsExactly(
            "a=externalInputs('AZURE_PRINCIPAL_ID')",
            "b=unsupported the value of `b`, which azd refuses",
            "c=text('rg-', externalInputs('AZURE_ENV_NAME'))",
            "d=toUpper(externalInputs('AZURE_LOCATION'))");
    assertThat(messages(fitted))
        .containsExactly(
            "`rg-${AZURE_ENV_NAME-x}` can't be substituted, so azd deploys nothing with it");
    assertThat(fitted.file().diagnostics().getFirst().kind()).isEqualTo(Kind.SEMANTIC);
  }

  @Test
  void theGroupIsKnownToBeThereOnlyWhereATemplateDeploysToIt() {
    String values = "\"a\": {\"value\": \"${AZURE_RESOURCE_GROUP}\"}";
    assertThat(shown(fit(text("a"), values, Map.of(), false)))
        .containsExactly("a=externalInputs('AZURE_RESOURCE_GROUP')");
    assertThat(shown(fit(template(SUBSCRIPTION, text("a")), values, Map.of(), false))).isEmpty();
  }

  @Test
  void givenValuesCountAndAreMarkedAsNotToBeShown() {
    FittedFile fitted =
        fit(
            text("a")
                + ", \"b\": {\"type\": \"bool\"}, \"n\": {\"type\": \"int\"},"
                + " \"l\": {\"type\": \"array\"}",
            """
            "a": {"value": "x-${A}-${AZURE_ENV_NAME}"}, "b": {"value": "${B}"},
            "n": {"value": "${N}"}, "l": {"value": "${L}"}
            """,
            Map.of("A", "one", "B", "false", "N", "12", "L", "[\"p\", {\"q\": true}]"),
            false);
    assertThat(shown(fitted))
        .containsExactly(
            "a=text($given('x-one-'), externalInputs('AZURE_ENV_NAME'))",
            "b=false",
            "n=12",
            "l=[$given('p'), {$given('q'): true}]");
    assertThat(messages(fitted)).isEmpty();
  }

  @Test
  void unsetVariablesAreNamedOnceWithTheirParametersAndLines() {
    FittedFile fitted =
        fit(
            "\"a\": {\"type\": \"bool\", \"defaultValue\": true}," + text("b") + "," + text("c"),
            """

            "a": {"value": "${KEYLESS}"},
            "b": {"value": "pre-${U}-post"},
            "c": {"value": "${SKU=basic}"}
            """,
            Map.of(),
            false);
    assertThat(shown(fitted)).containsExactly("b='pre--post'", "c='basic'");
    assertThat(messages(fitted))
        .containsExactly(
            "these variables have no value here, so their parameters are not given: `KEYLESS`"
                + " (`a`, line 2)",
            "these variables have no value here, so they count as empty texts: `U` (`b`, line 3)");
    assertThat(fitted.file().diagnostics().getFirst().help().orElseThrow())
        .contains("--env KEYLESS=…");
    assertThat(fitted.byVariables().values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(
            new ByVariable.Default("KEYLESS", "a", true),
            new ByVariable.Empty("U"),
            new ByVariable.Default("SKU", "SKU", false));
  }

  @Test
  void anEmptyTextIsAValueButForAParameterWithoutDefaultOfAzd() {
    String declared = text("a") + ", \"b\": {\"type\": \"string\", \"defaultValue\": \"x\"}";
    String values = "\"a\": {\"value\": \"\"}, \"b\": {\"value\": \"\"}";
    assertThat(shown(fit(declared, values, Map.of(), false))).containsExactly("a=''", "b=''");
    assertThat(shown(fit(declared, values, Map.of(), true))).containsExactly("b=''");
  }

  @Test
  void namesAreExactForAzdAndNotForResourceManager() {
    String declared = text("keyLess");
    String values = "\"KeyLess\": {\"value\": \"a\"}, \"other\": {\"value\": \"b\"}";
    assertThat(shown(fit(declared, values, Map.of(), false)))
        .containsExactly("KeyLess='a'", "other='b'");
    FittedFile fitted = fit(declared, values, Map.of(), true);
    assertThat(shown(fitted)).isEmpty();
    assertThat(messages(fitted))
        .containsExactly(
            "azd matches names by case, so `KeyLess` is no value of the parameter `keyLess`");
  }

  @Test
  void ofNamesThatDifferByCaseAzdTakesTheExactOne() {
    String declared = "\"keysOff\": {\"type\": \"bool\", \"defaultValue\": true}";
    String values = "\"keysOff\": {\"value\": \"${KOFF}\"}, \"KeysOff\": {\"value\": false}";
    String note = "azd matches names by case, so `KeysOff` is no value of the parameter `keysOff`";
    assertThat(shown(fit(declared, values, Map.of("KOFF", "true"), true)))
        .containsExactly("keysOff=true");
    FittedFile unset = fit(declared, values, Map.of(), true);
    assertThat(shown(unset)).isEmpty();
    assertThat(unset.file().diagnostics()).extracting(Diagnostic::kind).containsOnly(Kind.NOTE);
    assertThat(messages(unset)).contains(note);
    FittedFile other = fit(declared, values, Map.of("KOFF", "true"), false);
    assertThat(messages(other))
        .containsExactly("`keysOff` stands here twice, in cases that differ");
    assertThat(shown(other))
        .containsExactly(
            "keysOff=unsupported the choice between several `keysOff`",
            "KeysOff=unsupported the choice between several `KeysOff`");
  }

  @Test
  void aTextThatIsNoBooleanIsNotGivenByAzdAndLeftToResourceManager() {
    String declared = "\"a\": {\"type\": \"bool\"}, \"b\": {\"type\": \"int\"}";
    String values = "\"a\": {\"value\": \"null\"}, \"b\": {\"value\": \"+7\"}";
    assertThat(shown(fit(declared, values, Map.of(), false))).containsExactly("a='null'", "b=7");
    FittedFile fitted = fit(declared, values, Map.of(), true);
    assertThat(shown(fitted)).containsExactly("b=7");
    assertThat(messages(fitted))
        .containsExactly("`null` is no bool, so azd gives no value for `a`");
  }

  @Test
  void aDefaultThatAzdEndsTooEarlyIsReadAsItIsMeant() {
    FittedFile fitted =
        fit(
            "\"a\": {\"type\": \"array\"}, \"b\": {\"type\": \"array\"}",
            """
            "a": {"value": "${L=[{\\"n\\": \\"${N=x}\\"}, {\\"n\\": 2}]}"}, "b": {"value": "[1"}
            """,
            Map.of(),
            false);
    assertThat(shown(fitted))
        .containsExactly(
            "a=[{'n': 'x'}, {'n': 2}]", "b=unsupported the value of `b`, which azd refuses");
    assertThat(fitted.file().diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(Kind.NOTE, Kind.SEMANTIC);
  }

  @Test
  void secretsOfKeyVaultsStayNamesOfSecrets() {
    FittedFile fitted =
        fit(
            text("p") + ", \"s\": {\"type\": \"securestring\"}," + text("k") + "," + text("t"),
            """
            "p": {"value": "$(secretOrRandomPassword ${VAULT=kv} admin)"},
            "s": {"value": "akvs://sub/vault/name"}, "t": {"value": "akvs://sub/vault/name"},
            "k": {"reference": {"keyVault": {"id": "/x/${VAULT=kv}"}, "secretName": "key"}}
            """,
            Map.of(),
            false);
    assertThat(shown(fitted))
        .containsExactly(
            "p=secret(resourceId('Microsoft.KeyVault/vaults', 'kv'), 'admin')",
            "s=secret(resourceId('Microsoft.KeyVault/vaults', 'vault'), 'name')",
            "t='akvs://sub/vault/name'",
            "k=secret('/x/kv', 'key')");
  }

  @Test
  void variablesOfTeamsToolkitAreUnsetOrUnknown() {
    FittedFile fitted =
        fit(
            text("a") + "," + text("b") + "," + text("c") + ", \"d\": {\"type\": \"object\"}",
            """
            "a": {"value": "${{NAME}}"}, "b": {"value": "x-${{ NAME }}"},
            "c": {"value": "${{SKU}}"}, "d": {"value": {"k": ["${{SKU}}"]}}
            """,
            Map.of("SKU", "basic"),
            false);
    assertThat(shown(fitted))
        .containsExactly(
            "b=text('x-', externalInputs('NAME'))",
            "c=$given('basic')",
            "d={'k': [$given('basic')]}");
    assertThat(messages(fitted))
        .containsExactly(
            "these variables have no value here, so their parameters are not given: `NAME` (`a`,"
                + " line 1)",
            "these variables have no value here, so what they are part of is not known: `NAME`"
                + " (`b`, line 1)");
  }

  @Test
  void substitutionThatNeverEndsIsRefused() {
    String deep = "${A=".repeat(5_000) + "}".repeat(5_000);
    FittedFile fitted = fit(text("a"), "\"a\": {\"value\": \"" + deep + "\"}", Map.of(), false);
    assertThat(shown(fitted)).containsExactly("a=unsupported the value of `a`, which azd refuses");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool   | \"true\"  | true       | true",
        "bool   | \"False\" | false      | true",
        "bool   | true      | true       | false",
        "bool   | \"maybe\" | 'maybe'    | false",
        "int    | \"3\"     | 3          | true",
        "int    | 3         | 3          | false",
        "array  | \"[1]\"   | [1]        | true",
        "array  | [1]       | [1]        | false",
        "array  | \"x\"     | 'x'        | false",
        "object | \"{}\"    | {}         | true",
        "string | \"true\"  | 'true'     | false",
        "bool   | \"\"      | ''         | false",
      })
  void aTextForAnotherTypeIsSaidWhereAzureItselfReadsTheFile(
      String type, String value, String meant, boolean said) {
    String declared = "\"v\": {\"type\": \"" + type + "\"}";
    String given = "\"V\": {\"value\": " + value + "}";
    FittedFile fitted = fit(declared, given, Map.of(), false);
    assertThat(shown(fitted)).containsExactly("V=" + meant);
    assertThat(messages(fitted))
        .isEqualTo(
            said
                ? List.of(
                    "`v` is of type "
                        + type
                        + " and given as a text: azd reads that, and Azure Resource Manager refuses"
                        + " it")
                : List.of());
    assertThat(messages(fit(declared, given.replace("V", "v"), Map.of(), true)))
        .noneMatch(it -> it.contains("Azure Resource Manager"));
  }

  /// In a default may be another one; each of them that counts decides.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${A=${B=true}}        | A, B",
        "${A=${B=${C:-true}}}  | A, B, C",
        "${A=}${B=true}        | B",
        "${A=${B}}true         | A",
        "${A/x/${B=true}}      |",
        "${A+${B=true}}true    |",
        "${SET=${B=true}}      |",
        "${EMPTY=${B=true}}    | EMPTY, B",
        "${A=${SET=false}}     | A",
        "${AZURE_ENV_NAME=${B=true}} |",
      })
  void defaultsWithinDefaultsDecide(String value, String names) {
    String declared = "\"v\": {\"type\": \"bool\"}";
    FittedFile fitted =
        fit(
            declared,
            "\"v\": {\"value\": \"" + value + "\"}",
            Map.of("SET", "true", "EMPTY", ""),
            true);
    List<String> defaults =
        fitted.byVariables().values().stream()
            .flatMap(List::stream)
            .filter(ByVariable.Default.class::isInstance)
            .map(ByVariable::name)
            .toList();
    assertThat(String.join(", ", defaults)).isEqualTo(names == null ? "" : names);
  }
}
