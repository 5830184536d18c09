package dev.keylint.plan;

import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Parts;
import dev.keylint.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tells whether a deployment may ask Azure for the keys of some services, by `listKeys` and its
/// kind.
///
/// Looks for types that are written out, and at nothing else: a cheap look that finds most.
final class KeySources {
  /// The functions that give the id of a resource of a type, in lower case.
  private static final Set<String> OF_IDS =
      Set.of(
          "extensionresourceid",
          "managementgroupresourceid",
          "resourceid",
          "subscriptionresourceid",
          "tenantresourceid");

  private final Template template;
  private final Predicate<String> services;

  private KeySources(Template template, Predicate<String> services) {
    this.template = template;
    this.services = services;
  }

  /// @param services their types
  static boolean mayBeIn(Template root, Predicate<String> services) {
    return Reachable.from(root).stream().anyMatch(it -> new KeySources(it, services).areThere());
  }

  private boolean areThere() {
    return Stream.of(
            template.parameters().stream().flatMap(it -> it.defaultValue().stream()),
            template.variables().stream().map(it -> it.value()),
            template.functions().stream().map(it -> it.body()),
            template.resources().stream().flatMap(it -> Parts.of(it).stream()),
            template.outputs().stream().map(it -> it.value()))
        .flatMap(it -> it)
        .anyMatch(this::asks);
  }

  private boolean asks(Expr expr) {
    return (expr instanceof Expr.Call call
            && isList(call)
            && meansServices(call.arguments().getFirst()))
        || Parts.of(expr).stream().anyMatch(this::asks);
  }

  private static boolean isList(Expr.Call call) {
    return call.namespace().isEmpty()
        && call.function().toLowerCase(Locale.ROOT).startsWith("list")
        && !call.arguments().isEmpty();
  }

  /// Also where its type is not written out.
  private boolean meansServices(Expr resource) {
    List<String> types = types(resource);
    return types.isEmpty() || types.stream().anyMatch(services);
  }

  /// The types that the resource may be of which an expression names; none if they are not written
  /// out.
  private List<String> types(Expr resource) {
    return switch (resource) {
      case Expr.ResourceRef(var symbol, _, _) -> declared(symbol);
      case Expr.Access(
              Expr.ResourceRef(var symbol, _, _),
              Expr.StringLiteral(var member, _),
              _,
              _,
              _)
          when member.equals("id") ->
          declared(symbol);
      case Expr.Call call
          when call.namespace().isEmpty()
              && OF_IDS.contains(call.function().toLowerCase(Locale.ROOT)) ->
          call.arguments().stream().flatMap(KeySources::written).limit(1).toList();
      case Expr _ -> List.of();
    };
  }

  /// Symbols that differ by case are two in Bicep, and one in JSON.
  private List<String> declared(String symbol) {
    return template.resources().stream()
        .filter(it -> it.symbol().equalsIgnoreCase(symbol))
        .filter(Declaration.Resource.class::isInstance)
        .map(it -> ((Declaration.Resource) it).type())
        .toList();
  }

  /// An id begins with a slash; Azure takes a type that ends in one.
  private static Stream<String> written(Expr argument) {
    return argument instanceof Expr.StringLiteral(var text, _) && text.indexOf('/') > 0
        ? Stream.of(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
        : Stream.empty();
  }
}
