package dev.keylint.fix;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Syntax;
import dev.keylint.fix.BicepTree.Node;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Texts that an expression takes from elsewhere in its file: from variables, defaults of
/// parameters, members of those, and names of existing resources.
final class BicepReferences {
  private final BicepTree tree;
  private final String text;

  BicepReferences(BicepTree tree, String text) {
    this.tree = tree;
    this.text = text;
  }

  /// A name that stands for a text.
  private record Reference(Node node, String symbol, Expression.StringSyntax literal) {}

  /// Makes `to` of the one text `from` that an expression takes from elsewhere: there, when nothing
  /// else takes it, else by writing it in the place of the name.
  Optional<Attempt> exchange(Expression expression, String from, String to) {
    List<Reference> found =
        tree.nodes().stream()
            .filter(it -> isWithin(it.span(), expression.span()))
            .flatMap(it -> reference(it).stream())
            .filter(it -> !Exchanging.places(text, it.literal().span(), from).isEmpty())
            .toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    Reference only = found.getFirst();
    List<Span> places = Exchanging.places(text, only.literal().span(), from);
    if (places.size() == 1 && isOnlyUsedAround(only)) {
      return Optional.of(Attempt.of(Splice.replace(places.getFirst(), inner(to))));
    }
    boolean whole = only.literal().text().filter(from::equalsIgnoreCase).isPresent();
    return whole
            && !(only.node().syntax() instanceof Expression.PropertyAccess(_, var name, _, _)
                && name.name().equals("id"))
        ? Optional.of(Attempt.of(Splice.replace(only.node().span(), Written.BICEP.text(to))))
        : Optional.of(Attempt.refused("`" + only.symbol() + "` decides other things, too"));
  }

  private static String inner(String value) {
    String quoted = Written.BICEP.text(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static boolean isWithin(Span inner, Span outer) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private Optional<Reference> reference(Node node) {
    return switch (node.syntax()) {
      case Expression.VariableAccess(var name, _) when !isBase(node) ->
          literal(name.name(), List.of()).map(it -> new Reference(node, name.name(), it));
      case Expression.PropertyAccess access when !isBase(node) -> {
        List<String> path = new ArrayList<>();
        Expression at = access;
        while (at instanceof Expression.PropertyAccess(var base, var name, _, _)) {
          path.addFirst(name.name());
          at = base;
        }
        yield at instanceof Expression.VariableAccess(var name, _)
            ? literal(name.name(), path).map(it -> new Reference(node, name.name(), it))
            : Optional.empty();
      }
      case Syntax _ -> Optional.empty();
    };
  }

  private static boolean isBase(Node node) {
    return node.around().filter(it -> it.syntax() instanceof Expression.PropertyAccess).isPresent();
  }

  /// The text that a symbol, or a member of it, is declared to be.
  private Optional<Expression.StringSyntax> literal(String symbol, List<String> path) {
    for (Node node : tree.nodes()) {
      switch (node.syntax()) {
        case Declaration.Variable it when it.name().name().equals(symbol) -> {
          return member(it.value(), path);
        }
        case Declaration.Parameter it when it.name().name().equals(symbol) -> {
          return BicepTree.value(it).stream().findFirst().flatMap(value -> member(value, path));
        }
        case Declaration.Resource it
            when it.existing() && it.name().name().equals(symbol) && path.equals(List.of("id")) -> {
          return member(it.value(), List.of("name"));
        }
        case Syntax _ -> {}
      }
    }
    return Optional.empty();
  }

  private static Optional<Expression.StringSyntax> member(Expression value, List<String> path) {
    Expression at = value;
    for (String name : path) {
      Optional<Expression> next = BicepTree.property(at, name).map(ObjectMember.Property::value);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.orElseThrow();
    }
    return at instanceof Expression.StringSyntax string ? Optional.of(string) : Optional.empty();
  }

  /// Whether the same declaration is the only one that reads the symbol.
  private boolean isOnlyUsedAround(Reference reference) {
    Syntax own = declaration(reference.node());
    return tree.nodes().stream()
        .filter(it ->
            it.syntax() instanceof Expression.VariableAccess(var name, _)
                && name.name().equals(reference.symbol()))
        .allMatch(it -> declaration(it).equals(own));
  }

  private static Syntax declaration(Node node) {
    Node at = node;
    while (at.around().isPresent()) {
      at = at.around().orElseThrow();
    }
    return at.syntax();
  }
}
