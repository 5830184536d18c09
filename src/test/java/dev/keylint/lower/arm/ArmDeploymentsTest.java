package dev.keylint.lower.arm;

import static dev.keylint.lower.arm.ArmLoweringTest.clean;
import static dev.keylint.lower.arm.ArmLoweringTest.json;
import static dev.keylint.lower.arm.ArmLoweringTest.lower;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.Shown;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmDeploymentsTest {
  private static Declaration.Deployment deployment(Template template) {
    return (Declaration.Deployment) template.resources().getFirst();
  }

  private static String nested(String rest) {
    return """
    {
      "parameters": {"outer": {"type": "string"}, "token": {"type": "securestring"}},
      "variables": {"link": "https://example.org/x.json", "base": "https://a.b/one/"},
      "resources": [{
        "type": "microsoft.resources/deployments", "apiVersion": "2022-09-01", "name": "nested",
        REST
      }]
    }
    """
        .replace("REST", rest);
  }

  @Test
  void aNestedTemplateOfInnerScopeHasItsOwnNames() {
    Template template =
        clean(
            nested(
                """
                "resourceGroup": "other",
                "properties": {
                  "expressionEvaluationOptions": {"scope": "Inner"},
                  "parameters": {"a": {"value": "[parameters('outer')]"}},
                  "template": {
                    "$schema": "https://example.org/2018-05-01/subscriptionDeploymentTemplate.json#",
                    "parameters": {"a": {"type": "string"}},
                    "resources": [],
                    "outputs": {"a": {"type": "string", "value": "[parameters('a')]"}}
                  }
                }
                """));
    Declaration.Deployment found = deployment(template);
    Template inner = ((Content.Inner) found.content()).template();
    assertThat(found.scope().map(Shown::of)).contains("resourceGroup('other')");
    assertThat(found.arguments())
        .extracting(argument -> argument.name() + "=" + Shown.of(argument.value()))
        .containsExactly("a=p.outer");
    assertThat(inner.scope()).isEqualTo(TargetScope.SUBSCRIPTION);
    assertThat(inner.parameters()).hasSize(1);
  }

  @Test
  void outerIsTheDefaultAndSeesOnlyTheNamesAround() {
    Template template =
        clean(
            nested(
                """
                "properties": {"template": {
                  "variables": {"own": 1},
                  "resources": [{"type": "A.B/c", "apiVersion": "1", "name": "[parameters('outer')]"}]
                }}
                """));
    Template outer = ((Content.Outer) deployment(template).content()).template();
    assertThat(outer.variables()).isEmpty();
    assertThat(Shown.of(((Declaration.Resource) outer.resources().getFirst()).name()))
        .isEqualTo("p.outer");
  }

  @Test
  void whatAnOuterTemplateKeepsForItselfIsItsOwn() {
    Template template =
        clean(
            nested(
                """
                "properties": {"template": {"outputs": {
                  "o": {"type": "string", "value": "[[deployment().name]"},
                  "p": {"type": "string", "value": "[parameters('outer')]"}}}}
                """));
    Declaration.Deployment nested = deployment(template);
    assertThat(nested.arguments())
        .extracting(argument -> Shown.of(argument.value()))
        .containsExactly("p.outer");
    assertThat(((Content.Inner) nested.content()).template().outputs())
        .extracting(output -> Shown.of(output.value()))
        .containsExactly("deployment()['name']", "p.(outer 0)");
  }

  @Test
  void aTemplateInAVariableEvaluatesItselfEvenWithOuterScope() {
    Template template =
        clean(
            """
            {
              "variables": {"generic": {
                "parameters": {"scope": {"type": "string"}},
                "resources": [{"type": "Microsoft.Authorization/locks", "apiVersion": "1", "name": "keep",
                  "scope": "[[parameters('scope')]", "properties": {"notes": "[[[x]"}}]
              }},
              "resources": [{
                "type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "d",
                "properties": {
                  "expressionEvaluationOptions": {"scope": "outer"},
                  "template": "[variables('generic')]",
                  "parameters": {"scope": {"value": "[parameters('id')]"}}
                }
              }]
            }
            """);
    Template inner = ((Content.Inner) deployment(template).content()).template();
    Declaration.Resource lock = (Declaration.Resource) inner.resources().getFirst();
    assertThat(lock.scope().map(Shown::of)).contains("p.scope");
    assertThat(Shown.of(lock.body())).isEqualTo("{'properties': {'notes': '[x]'}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "{'value': [1, 'x']} ~ [1, 'x']",
        "{'value': null} ~ null",
        "{'copy': [{'name': 'value', 'count': 2, 'input': '[copyIndex(^value^)]'}]} ~"
            + " for value*2 i.value",
        "{'reference': {'keyVault': {'id': 'kv'}, 'secretName': 's', 'secretVersion': '1'}} ~"
            + " secret('kv', 's', '1')",
        "'[if(parameters(^c^), createObject(^value^, 1), createObject(^value^, null()))]' ~"
            + " p.c ? 1 : null",
        "'[if(parameters(^c^), createObject(^reference^, createObject(^keyVault^,"
            + " createObject(^id^, ^kv^), ^secretName^, ^s^)), parameters(^d^))]' ~"
            + " p.c ? secret('kv', 's') : p.d['value']",
      })
  void anArgumentIsUnwrapped(String written, String expected) {
    String argument = written.replace('\'', '"').replace('^', '\'');
    Template template =
        clean(
            nested(
                "\"properties\": {\"template\": {\"resources\": []}, \"parameters\": {\"a\": "
                    + argument
                    + "}}"));
    assertThat(Shown.of(deployment(template).arguments().getFirst().value())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "'relativePath': 'nested/x.json' ~ nested/x.json",
        "'uri': '[uri(deployment().properties.templateLink.uri, ^nested/x.json^)]' ~ nested/x.json",
        "'id': '/subscriptions/s/resourceGroups/g/providers/Microsoft.Resources/templateSpecs/n"
            + "/versions/v' ~ ts:s/g/n:v",
      })
  void aLinkIsLookedUpByItsReference(String link, String reference) {
    String text =
        nested(
            "\"properties\": {\"templateLink\": {"
                + link.replace('\'', '"').replace('^', '\'')
                + "}}");
    List<String> asked = new ArrayList<>();
    Template target = clean("{\"resources\": []}");
    LinkedTemplates links =
        (wanted, _, _) -> {
          asked.add(wanted);
          return Optional.of(target);
        };
    Template template = ArmLowering.lower(Source.of("main.json", text), json(text), links);
    assertThat(asked).containsExactly(reference);
    assertThat(deployment(template).content()).isEqualTo(new Content.Inner(target));
    assertThat(deployment(lower(text)).content()).isEqualTo(new Content.Missing(reference));
    assertThat(lower(text).diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(Kind.MISSING_MODULE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "[variables(^link^)] ~ https://example.org/x.json ~ ",
        "https://a.b/one/two/x.json?sig=1 ~ https://a.b/one/two/x.json ~ one/two/x.json,"
            + "../one/two/x.json,../../one/two/x.json,two/x.json,../two/x.json",
        "[uri(^https://a.b/one/main.json^, ^./parts/x.json^)] ~ https://a.b/one/parts/x.json ~"
            + " parts/x.json",
        "[uri(variables(^base^), concat(^parts/x.json^, parameters(^token^)))] ~"
            + " https://a.b/one/parts/x.json… ~ parts/x.json",
        "[concat(parameters(^outer^), ^/parts/x.json^)] ~ …/parts/x.json ~"
            + " parts/x.json,../parts/x.json",
        "[concat(parameters(^outer^), ^x.json^)] ~ …x.json ~ ",
        "[format(^{0}parts/{1}.json^, variables(^base^), ^x^)] ~ https://a.b/one/parts/x.json ~"
            + " one/parts/x.json,../one/parts/x.json,../../one/parts/x.json,parts/x.json,"
            + "../parts/x.json",
        "[uri(variables(^base^), ^parts/x.ps1^)] ~ https://a.b/one/parts/x.ps1 ~ ",
        "[parameters(^outer^)] ~ [parameters('outer')] ~ ",
      })
  void aUrlIsLookedForBesideTheTemplate(String uri, String shown, @Nullable String paths) {
    String text =
        nested("\"properties\": {\"templateLink\": {\"uri\": \"" + uri.replace('^', '\'') + "\"}}");
    Template target = clean("{\"resources\": []}");
    StandIns links = new StandIns(target, new ArrayList<>());
    Template template = ArmLowering.lower(Source.of("main.json", text), json(text), links);
    List<String> wanted = paths == null ? List.of() : List.of(paths.split(","));
    assertThat(links.asked()).isEqualTo(wanted);
    assertThat(deployment(template).content())
        .isEqualTo(
            wanted.isEmpty() ? new Content.Missing(shown) : new Content.StandIn(target, shown));
    assertThat(lower(text).diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.MISSING_MODULE))
        .satisfies(it -> assertThat(it.message()).contains("`" + shown + "`"));
  }

  private record StandIns(Template target, List<String> asked) implements LinkedTemplates {
    @Override
    public Optional<Template> find(String reference, Location at, Consumer<Diagnostic> report) {
      throw new AssertionError("looked up as a path: " + reference);
    }

    @Override
    public Optional<Template> standIn(
        String url, List<String> candidates, Location at, Consumer<Diagnostic> report) {
      asked.addAll(candidates);
      return candidates.isEmpty() ? Optional.empty() : Optional.of(target);
    }
  }

  @Test
  void aDeploymentWithoutATemplateIsAResource() {
    Template template =
        clean(
            """
            {"resources": {"old": {"existing": true, "type": "Microsoft.Resources/deployments",
              "apiVersion": "2022-09-01", "name": "old"}}}
            """);
    assertThat(template.resources().getFirst()).isInstanceOf(Declaration.Resource.class);
  }

  @Test
  void templatesInVariablesCannotMultiply() {
    String deployment =
        "{\"type\": \"Microsoft.Resources/deployments\", \"apiVersion\": \"1\", \"name\": \"d\","
            + " \"properties\": {\"template\": \"[variables('t')]\"}}";
    String one = deployment.replace("\"[v", "\"[[v");
    String text = "{\"resources\": []}";
    for (int level = 0; level < 20; level++) {
      String inner = level == 19 ? deployment : one;
      text =
          "{\"variables\": {\"t\": " + text + "}, \"resources\": [" + inner + ", " + inner + "]}";
    }
    assertThat(lower(text).diagnostics()).extracting(Diagnostic::kind).contains(Kind.LIMIT);
  }
}
