package dev.keylint.lower.arm;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.ObjectMembers;
import dev.keylint.lower.arm.ArmValues.Strings;
import dev.keylint.template.Expr;
import dev.keylint.template.TargetScope;
import java.util.List;
import java.util.Optional;

/// What the parts of one template share while it is lowered.
///
/// @param own the template itself
/// @param declared what the template declares
/// @param names what its expressions see: the same, or with outer scope that of the template around
/// @param target where the template deploys to
record ArmScope(
    JsonObject own,
    ArmDeclared declared,
    ArmDeclared names,
    TargetScope target,
    ArmValues values,
    LinkedTemplates links) {
  /// A variable may stand for another one, but not for itself.
  private static final int MAX_HOPS = 10;

  /// An expression that makes a type, a version or a path is short.
  private static final int MAX_LENGTH = 1000;

  /// The scope of a template that a file consists of.
  static ArmScope of(JsonObject root, ArmValues values, LinkedTemplates links) {
    ArmDeclared declared = ArmDeclared.of(root);
    return new ArmScope(root, declared, declared, ArmSchema.target(root), values, links);
  }

  /// The scope of a template in whose expressions another template's names are meant.
  static ArmScope inline(JsonObject root, ArmValues values, LinkedTemplates links) {
    ArmDeclared none = ArmDeclared.of(new JsonObject(List.of(), root.span()));
    return new ArmScope(root, ArmDeclared.of(root), none, ArmSchema.target(root), values, links);
  }

  ArmProblems problems() {
    return values.problems();
  }

  /// The scope of a nested template that sees its own names only.
  ArmScope inside(JsonObject nested) {
    return inside(nested, values.strings() == Strings.OUTER ? Strings.TEMPLATE : values.strings());
  }

  /// The scope of a nested template that stands in a variable.
  ArmScope escaped(JsonObject nested) {
    return inside(nested, Strings.ESCAPED);
  }

  /// The scope of a nested template that sees the names around it.
  ArmScope outer(JsonObject nested) {
    Strings strings =
        switch (values.strings()) {
          case ESCAPED, EMBEDDED -> values.strings();
          case LITERAL, TEMPLATE, OUTER -> Strings.OUTER;
        };
    return nested(nested, ArmDeclared.of(nested), names, strings);
  }

  private ArmScope inside(JsonObject nested, Strings strings) {
    ArmDeclared inner = ArmDeclared.of(nested);
    return nested(nested, inner, inner, strings);
  }

  private ArmScope nested(JsonObject nested, ArmDeclared inner, ArmDeclared seen, Strings strings) {
    ArmValues reading = new ArmValues(strings, true, problems(), values.holes());
    return new ArmScope(nested, inner, seen, ArmSchema.target(nested), reading, links);
  }

  /// What a resource or deployment says must be deployed before it.
  List<Expr> dependsOn(JsonObject json) {
    return json.value("dependsOn")
        .map(written -> ObjectMembers.items(values.value(written)))
        .orElse(List.of());
  }

  /// The text of a part that decides the shape of a resource, such as its type and apiVersion: a
  /// literal, or a variable or parameter default that is one.
  Optional<String> constant(JsonValue value) {
    return value instanceof JsonString string
            && string.value().length() <= MAX_LENGTH
            && followed(values.string(string)) instanceof Expr.StringLiteral(var text, _)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The expression behind a variable, a parameter's default or a member of one.
  Expr followed(Expr expr) {
    Expr found = expr;
    for (int hops = 0; hops < MAX_HOPS; hops++) {
      Optional<JsonValue> behind = written(found);
      if (behind.isEmpty()
          || !(behind.orElseThrow() instanceof JsonString text)
          || text.value().length() > MAX_LENGTH) {
        return found;
      }
      found = values.string(text);
    }
    return found;
  }

  /// The JSON that a variable, a parameter's default or a member of one was written as.
  Optional<JsonValue> written(Expr expr) {
    return switch (expr) {
      case Expr.VariableRef(var name, _) -> ArmDeclared.find(names.variables(), name);
      case Expr.ParameterRef(var name, _) ->
          ArmDeclared.find(names.parameters(), name)
              .flatMap(parameter -> member(parameter, "defaultValue"));
      case Expr.Access(var base, Expr.StringLiteral(var key, _), _, _, _) ->
          written(base).flatMap(object -> member(object, key));
      case Expr _ -> Optional.empty();
    };
  }

  private static Optional<JsonValue> member(JsonValue value, String key) {
    return value instanceof JsonObject object ? object.value(key) : Optional.empty();
  }
}
