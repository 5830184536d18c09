package dev.keylint.fix;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Syntax;
import dev.keylint.fix.BicepTree.Node;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Settings of an application in a Bicep file: items of an array with a name and a value, or
/// members of an object.
record BicepSettings(BicepTree tree, String text) {

  /// What holds the value of a setting, a connection string or an environment variable.
  static final Set<String> VALUES = Set.of("value", "securevalue", "secretref", "connectionstring");

  /// What an object has that is nothing without its value.
  static final Set<String> BESIDE = Set.of("type", "slotsetting");

  /// The whole setting when a place is the name or value of one, else the place.
  Span whole(Span place) {
    Optional<Node> property =
        tree.at(place).filter(it -> it.syntax() instanceof ObjectMember.Property);
    Optional<Node> object = property.flatMap(Node::around);
    Optional<Node> around = object.flatMap(Node::around);
    boolean item =
        object.filter(it -> isSetting(it.syntax())).isPresent()
            && around.filter(it -> it.syntax() instanceof ArrayMember.Item).isPresent();
    boolean member =
        object.filter(it -> isValueAlone(it.syntax())).isPresent()
            && around
                .filter(it ->
                    it.syntax() instanceof ObjectMember.Property named
                        && named.name().filter("properties"::equalsIgnoreCase).isEmpty())
                .isPresent();
    return item || member ? around.orElseThrow().span() : place;
  }

  private static boolean isSetting(Syntax syntax) {
    return syntax instanceof Expression.ObjectSyntax object
        && has(object, Set.of("name"))
        && has(object, VALUES);
  }

  /// Whether an object is there for its value only.
  private static boolean isValueAlone(Syntax syntax) {
    return syntax instanceof Expression.ObjectSyntax object
        && has(object, Set.of("value"))
        && object.members().stream()
            .allMatch(it -> isNamed(it, Set.of("value")) || isNamed(it, BESIDE));
  }

  private static boolean has(Expression.ObjectSyntax object, Set<String> names) {
    return object.members().stream().anyMatch(it -> isNamed(it, names));
  }

  private static boolean isNamed(ObjectMember member, Set<String> names) {
    return member instanceof ObjectMember.Property property
        && property.name().filter(it -> names.contains(it.toLowerCase(Locale.ROOT))).isPresent();
  }

  /// What refers to an item, if that is a secret.
  SecretUses uses(Node item) {
    Optional<String> list =
        item.around()
            .flatMap(Node::around)
            .flatMap(
                it -> it.syntax() instanceof ObjectMember.Property p ? p.name() : Optional.empty());
    if (!(item.syntax() instanceof ArrayMember.Item(Expression.ObjectSyntax secret, _))
        || list.filter("secrets"::equalsIgnoreCase).isEmpty()) {
      return new SecretUses.Items(List.of());
    }
    String name = value(secret, "name").orElse("");
    List<Span> items = new ArrayList<>();
    for (Node node : tree.nodes()) {
      if (node.syntax() instanceof ObjectMember.Property reference
          && reference
              .name()
              .filter(it -> it.toLowerCase(Locale.ROOT).endsWith("secretref"))
              .isPresent()
          && slice(reference.value()).equals(name)) {
        Span whole = whole(node.span());
        if (whole.equals(node.span())) {
          return new SecretUses.Others(name, whole);
        }
        items.add(whole);
      }
    }
    return new SecretUses.Items(items);
  }

  private Optional<String> value(Expression.ObjectSyntax object, String name) {
    return BicepTree.property(object, name).map(it -> slice(it.value()));
  }

  private String slice(Syntax syntax) {
    return text.substring(syntax.span().start(), syntax.span().end());
  }

  Attempt add(Editing editing, Span beside, String name, String code) {
    Optional<Node> at = tree.at(beside).or(() -> tree.around(beside));
    while (at.isPresent()) {
      Node node = at.orElseThrow();
      if (node.syntax() instanceof ArrayMember.Item(var value, _) && isSetting(value)) {
        return Attempt.of(behind(node.span(), name, code));
      }
      Optional<Node> around = node.around();
      if (node.syntax() instanceof ObjectMember.Property
          && around.isPresent()
          && around.orElseThrow().syntax() instanceof Expression.ObjectSyntax object
          && !isSetting(object)) {
        return Placeholder.add(editing, object.span(), List.of(name), code);
      }
      at = around;
    }
    return Attempt.refused("the settings are computed");
  }

  private Splice behind(Span item, String name, String code) {
    Layout layout = Layout.of(text);
    String indent = layout.indent(item.start());
    String first = "name: " + Written.BICEP.text(name);
    String second = "value: " + code;
    String deeper = layout.lineEnd() + indent + layout.unit();
    String setting =
        layout.hasLineEnd(item.start(), item.end())
            ? "{" + deeper + first + deeper + second + layout.lineEnd() + indent + "}"
            : "{ " + first + ", " + second + " }";
    int end = layout.lineEnd(item.end());
    String rest = text.substring(item.end(), end).strip();
    return rest.isEmpty() || rest.startsWith("//")
        ? Splice.insert(end, layout.lineEnd() + indent + setting)
        : Splice.insert(item.end(), ", " + setting);
  }
}
