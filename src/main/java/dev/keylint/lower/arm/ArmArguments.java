package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.ParameterValue;
import dev.keylint.lower.SimilarKeys;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Values given to parameters: `value`, a key vault `reference`, or an expression that makes one of
/// these.
final class ArmArguments {
  private final ArmValues values;
  private final ArmValues expressions;
  private final ParameterValue unwrapping;

  /// Arguments whose values are read one way and whose `expression` members another.
  ArmArguments(ArmValues values, ArmValues expressions) {
    this.values = values;
    this.expressions = expressions;
    this.unwrapping = new ParameterValue(values.problems()::unsupported);
  }

  List<Argument> of(JsonObject block) {
    Set<String> similar = values.problems().reportSimilarKeys(Kind.UNSUPPORTED, block.members());
    return block.members().stream().map(member -> argument(member, similar)).toList();
  }

  /// The same as they are written, also those whose names differ by case only: who deploys with
  /// them decides whether they are the same.
  List<Argument> written(JsonObject block) {
    return block.members().stream().map(member -> argument(member, Set.of())).toList();
  }

  private Argument argument(JsonMember member, Set<String> similar) {
    Expr value =
        similar.contains(member.key().toLowerCase(Locale.ROOT))
            ? SimilarKeys.choice(member.key(), values.at(member.keySpan()))
            : value(member.value());
    return new Argument(member.key(), value, values.at(member.span()));
  }

  private Expr value(JsonValue given) {
    if (given instanceof JsonString string) {
      return unwrapping.unwrapped(values.value(string));
    }
    if (!(given instanceof JsonObject object)) {
      values
          .problems()
          .add(Kind.SEMANTIC, "a parameter's value is an object with `value`", at(given));
      return values.value(given);
    }
    Optional<JsonValue> value = object.value("value");
    Optional<JsonValue> expression = object.value("expression");
    Optional<JsonObject> reference = object.object("reference");
    if (value.isPresent()) {
      return values.value(value.orElseThrow());
    }
    if (expression.isPresent()) {
      return expressions.value(expression.orElseThrow());
    }
    if (reference.isPresent()) {
      return unwrapping.secret(values.object(reference.orElseThrow()));
    }
    return loop(object)
        .orElseGet(() -> values.problems().unsupported("a parameter without `value`", at(given)));
  }

  /// `{"copy": [{"name": "value", "count": .., "input": ..}]}`.
  private Optional<Expr> loop(JsonObject object) {
    return object
        .member("copy")
        .filter(ArmValues::isPropertyLoops)
        .map(copy -> (JsonObject) ((JsonArray) copy.value()).items().getFirst())
        .map(loop -> values.loopValue("value", loop));
  }

  private Location at(JsonValue value) {
    return values.at(value.span());
  }
}
