package dev.keylint.plan;

import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Parts;
import dev.keylint.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tells whether a deployment may ask Azure for the keys of some services, by `listKeys` and its
/// kind.
///
/// Looks for types that are written out, and at nothing else: a cheap look that finds most.
final class KeySources {
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
    return (expr instanceof Expr.Call call && isList(call) && meansServices(call.arguments()))
        || Parts.of(expr).stream().anyMatch(this::asks);
  }

  private static boolean isList(Expr.Call call) {
    return call.namespace().isEmpty()
        && call.function().toLowerCase(Locale.ROOT).startsWith("list")
        && !call.arguments().isEmpty();
  }

  private boolean meansServices(List<Expr> arguments) {
    return type(arguments.getFirst()).map(services::test).orElse(true);
  }

  /// The type of the resource that an expression names, if it is written out.
  private Optional<String> type(Expr resource) {
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
      case Expr.Call(_, var function, var arguments, _)
          when function.toLowerCase(Locale.ROOT).endsWith("resourceid") ->
          arguments.stream().flatMap(KeySources::written).findFirst();
      case Expr _ -> Optional.empty();
    };
  }

  private Optional<String> declared(String symbol) {
    return template.resources().stream()
        .filter(it -> it.symbol().equalsIgnoreCase(symbol))
        .filter(Declaration.Resource.class::isInstance)
        .map(it -> ((Declaration.Resource) it).type())
        .findFirst();
  }

  /// An id begins with a slash.
  private static Stream<String> written(Expr argument) {
    return argument instanceof Expr.StringLiteral(var text, _) && text.indexOf('/') > 0
        ? Stream.of(text)
        : Stream.empty();
  }
}
