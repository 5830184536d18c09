package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of Logic Apps and Data Factory, in which `@…` and `@{…}` are expressions that are
/// evaluated when the flow runs.
///
/// Only parameters with a known value and a literal at the start of `concat` are looked through.
final class FlowText {
  private static final Pattern HOLE = Pattern.compile("@\\{([^{}]*)\\}");
  private static final Pattern PARAMETER = Pattern.compile("\\s*parameters\\('([^']+)'\\)\\s*");
  private static final Pattern CONCAT =
      Pattern.compile("\\s*concat\\(\\s*'([^']*)'.*", Pattern.DOTALL);

  private final Value owner;
  private final Map<String, Value> parameters;

  /// Resolves for the flow with this id, against parameters by name in lower case.
  FlowText(Value owner, Map<String, Value> parameters) {
    this.owner = owner;
    this.parameters = Map.copyOf(parameters);
  }

  /// The same property with its expressions put in or made holes.
  Property resolve(Property property) {
    Value value = property.value();
    if (value instanceof Value.Obj) {
      // An expression object of Data Factory: {"value": "@…", "type": "Expression"}.
      value = Bodies.at(value, "value").map(Property::value).orElse(value);
    }
    Optional<PartialText> text = PartialText.of(value);
    return text.isEmpty()
        ? property
        : new Property(property.name(), property.at(), resolve(text.orElseThrow()).value());
  }

  private PartialText resolve(PartialText text) {
    String chars = text.chars();
    if (chars.startsWith("@@")) {
      return text.from(1);
    }
    if (chars.startsWith("@") && !chars.startsWith("@{")) {
      return expression(chars.substring(1), text);
    }
    Matcher holes = HOLE.matcher(chars);
    PartialTextBuilder result = new PartialTextBuilder();
    int from = 0;
    while (holes.find()) {
      result.add(text.slice(from, holes.start())).add(expression(holes.group(1), text));
      from = holes.end();
    }
    return from == 0 ? text : result.add(text.from(from)).build(text.origin());
  }

  private PartialText expression(String expression, PartialText text) {
    Matcher parameter = PARAMETER.matcher(expression);
    if (parameter.matches()) {
      Value value = parameters.get(parameter.group(1).toLowerCase(Locale.ROOT));
      if (value != null) {
        return PartialText.of(value).orElseGet(() -> hole(expression, text));
      }
    }
    Matcher concat = CONCAT.matcher(expression);
    if (concat.matches()) {
      return PartialText.of(concat.group(1), text.origin()).append(hole(expression, text));
    }
    return hole(expression, text);
  }

  private PartialText hole(String expression, PartialText text) {
    String shown = "@" + expression.replace(PartialText.HOLE, ' ');
    return PartialText.hole(Doubt.atRunTime(owner, shown, text.origin().at()));
  }
}
