package dev.keylint.compile;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Function;
import dev.keylint.text.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What resources of Azure Resource Manager have beside their properties.
///
/// Some types have more of their own, so only a name that starts as one of these and looks like it
/// is wrong.
final class ResourceMembers {
  private static final List<String> KNOWN =
      List.of(
          "type",
          "name",
          "id",
          "apiVersion",
          "scope",
          "properties",
          "kind",
          "sku",
          "identity",
          "location",
          "tags",
          "zones",
          "plan",
          "managedBy",
          "managedByExtended",
          "extendedLocation",
          "etag",
          "systemData",
          "placement",
          "parent",
          "dependsOn");

  /// What has the same form in all types that have it.
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "sku", List.of("name", "tier", "size", "family", "capacity", "model"),
          "identity", List.of("type", "principalId", "tenantId", "userAssignedIdentities"),
          "plan", List.of("name", "publisher", "product", "promotionCode", "version"),
          "extendedLocation", List.of("name", "type"));

  /// Those that are texts in all types.
  private static final Set<String> TEXTS =
      Set.of("type", "name", "id", "apiVersion", "kind", "location", "scope");

  /// The same in these.
  private static final Set<String> TEXTS_OF_PARTS =
      Set.of(
          "resource.sku.name",
          "resource.sku.tier",
          "resource.sku.size",
          "resource.sku.family",
          "resource.identity.type",
          "resource.identity.principalId",
          "resource.identity.tenantId",
          "resource.plan.name",
          "resource.plan.publisher",
          "resource.plan.product",
          "resource.plan.version");

  private static final Set<Function> OF_TRUTH =
      Set.of(Function.NOT, Function.AND, Function.OR, Function.CHOOSE);

  private static final Set<Function> COMPARING =
      Set.of(
          Function.EQUAL,
          Function.NOT_EQUAL,
          Function.LESS,
          Function.LESS_OR_EQUAL,
          Function.GREATER,
          Function.GREATER_OR_EQUAL,
          Function.IN);

  private ResourceMembers() {}

  /// The member of a resource that is a text and is used as what it can't be, in a call of a
  /// function; the type checker takes a resource for a map of anything.
  static Optional<String> mistaken(Function function, List<Expression> arguments) {
    boolean ofTruth = OF_TRUTH.contains(function);
    boolean compared =
        COMPARING.contains(function) && arguments.stream().anyMatch(it -> isOther(it));
    return ofTruth || compared
        ? arguments.stream()
            .limit(function == Function.CHOOSE ? 1 : arguments.size())
            .flatMap(it -> text(it).stream())
            .findFirst()
        : Optional.empty();
  }

  /// The path of an expression that is a text of every resource that has it.
  static Optional<String> text(Expression expression) {
    return expression instanceof Expression.Select(Expression owner, var field, _)
        ? path(owner)
            .filter(it ->
                it.equals("resource")
                    ? TEXTS.contains(field)
                    : TEXTS_OF_PARTS.contains(it + "." + field))
            .map(it -> it + "." + field)
        : Optional.empty();
  }

  private static Optional<String> path(Expression owner) {
    return switch (owner) {
      case Expression.Ident(var name, _) -> Optional.of(name);
      case Expression.Select(Expression.Ident(var name, _), var part, _) ->
          Optional.of(name + "." + part);
      case Expression _ -> Optional.empty();
    };
  }

  /// Whether a member of a resource is a text.
  static boolean isText(String member) {
    return TEXTS.stream().anyMatch(it -> it.equalsIgnoreCase(member));
  }

  /// Whether a value is written there that is no text, or a list of such values.
  private static boolean isOther(Expression expression) {
    return switch (expression) {
      case Expression.BoolConstant _, Expression.IntConstant _, Expression.DoubleConstant _ -> true;
      case Expression.ListOf(List<Expression.Item> items, _) ->
          !items.isEmpty() && items.stream().allMatch(it -> isOther(it.value()));
      case Expression _ -> false;
    };
  }

  /// The member that was meant, when a resource has none of this name but one that looks like it.
  static Optional<String> meant(String name) {
    return meant(name, KNOWN);
  }

  /// The member of a part of a resource, such as its `sku`, that was meant.
  static Optional<String> meant(String part, String name) {
    return PARTS.entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase(part))
        .findFirst()
        .flatMap(it -> meant(name, it.getValue()));
  }

  private static Optional<String> meant(String name, List<String> known) {
    return known.stream().anyMatch(it -> it.equalsIgnoreCase(name))
        ? Optional.empty()
        : Spelling.closest(
            name, known.stream().filter(it -> it.regionMatches(true, 0, name, 0, 1)).toList());
  }
}
