package dev.keylint.fix;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Syntax;
import dev.keylint.fix.BicepTree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who reads a parameter or variable of a Bicep file.
final class BicepUses {
  private BicepUses() {}

  /// Why a value had better not be changed where it is written, because it decides something else,
  /// too; as a phrase.
  static Optional<String> ofShared(BicepTree tree, Node written) {
    Optional<Node> at = Optional.of(written);
    while (at.isPresent() && !isScalarOf(at.orElseThrow().syntax(), written)) {
      at = at.orElseThrow().around();
    }
    return at.flatMap(it -> name(it.syntax()))
        .filter(it -> decidesMore(tree, it))
        .or(() -> loop(tree, written).filter(it -> decidesMore(tree, it)))
        .map(it -> "`" + it + "` decides other things, too");
  }

  /// The name that an item of a list has in the loop over that list.
  private static Optional<String> loop(BicepTree tree, Node written) {
    Node item =
        written.syntax() instanceof ArrayMember.Item ? written : written.around().orElse(written);
    Optional<Node> list =
        item.syntax() instanceof ArrayMember.Item ? item.around() : Optional.empty();
    Optional<String> variable =
        list.flatMap(Node::around)
            .filter(it -> it.syntax() instanceof Declaration)
            .flatMap(it -> name(it.syntax()));
    return list.stream()
        .flatMap(all ->
            tree.nodes().stream()
                .map(Node::syntax)
                .filter(Expression.ForSyntax.class::isInstance)
                .map(Expression.ForSyntax.class::cast)
                .filter(it ->
                    it.source().equals(all.syntax())
                        || (it.source() instanceof Expression.VariableAccess(var name, _)
                            && variable.filter(name.name()::equals).isPresent())))
        .findFirst()
        .flatMap(BicepUses::item);
  }

  /// The parameters that something is made of, also by variables.
  static List<String> inputs(BicepTree tree, Syntax syntax) {
    Set<String> read = new LinkedHashSet<>();
    // Chains of variables may be as long as a hostile file.
    Deque<Syntax> rest = new ArrayDeque<>(List.of(syntax));
    while (!rest.isEmpty()) {
      Syntax next = rest.pop();
      if (next instanceof Expression.VariableAccess(var name, _) && read.add(name.name())) {
        tree.declared(name.name())
            .map(Node::syntax)
            .filter(Declaration.Variable.class::isInstance)
            .ifPresent(rest::push);
      }
      BicepTree.parts(next).forEach(rest::push);
    }
    return read.stream()
        .filter(it ->
            tree.declared(it)
                .filter(each -> each.syntax() instanceof Declaration.Parameter)
                .isPresent())
        .toList();
  }

  /// Why an object had better not get a text that is right for one of its readers, because it has
  /// several; as a phrase.
  static Optional<String> ofSeveral(BicepTree tree, Node object) {
    return Stream.of(Optional.of(object), object.around())
        .flatMap(Optional::stream)
        .filter(it -> isScalarOf(it.syntax(), object))
        .flatMap(it -> name(it.syntax()).stream())
        .filter(it -> reads(tree, it) > 1)
        .findFirst()
        .map(it -> "`" + it + "` decides other things, too");
  }

  private static long reads(BicepTree tree, String name) {
    return tree.nodes().stream()
        .filter(it ->
            it.syntax() instanceof Expression.VariableAccess(var read, _)
                && read.name().equals(name))
        .count();
  }

  private static Optional<String> item(Expression.ForSyntax loop) {
    return loop.variables().variables().stream().findFirst().map(it -> it.name().name());
  }

  /// Whether a declaration is nothing but the value, so that who reads it reads that.
  private static boolean isScalarOf(Syntax syntax, Node written) {
    return name(syntax).isPresent()
        && (syntax.equals(written.syntax())
            || written.around().filter(it -> it.syntax().equals(syntax)).isPresent());
  }

  private static Optional<String> name(Syntax syntax) {
    return switch (syntax) {
      case Declaration.Parameter it -> Optional.of(it.name().name());
      case Declaration.Variable it -> Optional.of(it.name().name());
      case Syntax _ -> Optional.empty();
    };
  }

  /// Whether it is the value of properties of several names, or part of an expression; what is
  /// called like a property that it is the value of is meant for that.
  private static boolean decidesMore(BicepTree tree, String name) {
    Set<String> properties = new HashSet<>();
    boolean more = false;
    for (Node node : tree.nodes()) {
      if (node.syntax() instanceof Expression.VariableAccess(var read, _)
          && read.name().equals(name)) {
        Optional<Syntax> around = node.around().map(Node::syntax);
        switch (around.orElse(node.syntax())) {
          case ObjectMember.Property property -> {
            if (!isArgument(node)) {
              properties.add(property.name().orElse("").toLowerCase(Locale.ROOT));
            }
          }
          case Declaration _ -> {}
          case Syntax _ -> more = true;
        }
      }
    }
    return (more || properties.size() > 1)
        && properties.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  /// Whether it goes into a module, under whatever name.
  private static boolean isArgument(Node node) {
    Optional<Node> at = node.around();
    while (at.isPresent()) {
      if (at.orElseThrow().syntax() instanceof Declaration.Module) {
        return true;
      }
      at = at.orElseThrow().around();
    }
    return false;
  }
}
