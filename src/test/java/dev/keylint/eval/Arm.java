package dev.keylint.eval;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.json.JsonReader;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.arm.ArmLowering;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// ARM templates written in tests, and what becomes of them.
final class Arm {
  private static final String SCHEMA =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

  private Arm() {}

  /// The template with these members.
  static Template template(String members) {
    String text = "{\"$schema\": \"" + SCHEMA + "\", " + members + "}";
    Source source = Source.of("azuredeploy.json", text);
    Template template =
        ArmLowering.lower(
            source, JsonReader.read(source).object().orElseThrow(), LinkedTemplates.NONE);
    if (template.diagnostics().stream().anyMatch(d -> d.kind() == Diagnostic.Kind.SYNTAX)) {
      throw new IllegalStateException(template.diagnostics().toString());
    }
    return template;
  }

  static Estate expand(String members) {
    return expand(members, DeploymentContext.NONE, Limits.DEFAULT);
  }

  static Estate expand(String members, DeploymentContext context, Limits limits) {
    return new Evaluator(RoleNames.NONE)
        .expand(template(members), Optional.empty(), context, limits);
  }

  /// An expression as the value of an output; `p` and `q` are texts without a value, `o` is an
  /// object, `a` an array, `n` a number, `b` a bool, all without one.
  static Estate expression(String expression) {
    return expand(
        """
        "parameters": {
          "p": {"type": "string"}, "q": {"type": "string"}, "o": {"type": "object"},
          "a": {"type": "array"}, "n": {"type": "int"}, "b": {"type": "bool"}
        },
        "resources": [],
        "outputs": {"x": {"type": "string", "value": "[%s]"}}
        """
            .replace("%s", expression));
  }

  static Value value(String expression) {
    return expression(expression).outputs().getFirst().value();
  }

  static Value output(Estate estate, String name) {
    return estate.outputs().stream()
        .filter(output -> output.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  static Resource resource(Estate estate, String type) {
    return estate.resources().stream()
        .filter(resource -> resource.type().is(type))
        .findFirst()
        .orElseThrow();
  }

  static List<String> messages(Estate estate, Diagnostic.Kind kind) {
    return estate.diagnostics().stream()
        .filter(diagnostic -> diagnostic.kind() == kind)
        .map(Diagnostic::message)
        .toList();
  }
}
