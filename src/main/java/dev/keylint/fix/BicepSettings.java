package dev.keylint.fix;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Syntax;
import dev.keylint.fix.BicepTree.Node;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Optional;

/// Settings of an application in a Bicep file: items of an array with a name and a value, or
/// members of an object.
record BicepSettings(BicepTree tree, String text) {

  /// The whole setting when a place is the name or value of an item, else the place.
  Span whole(Span place) {
    Optional<Node> property =
        tree.at(place).filter(it -> it.syntax() instanceof ObjectMember.Property);
    return property
        .flatMap(Node::around)
        .filter(it -> isSetting(it.syntax()))
        .flatMap(Node::around)
        .filter(it -> it.syntax() instanceof ArrayMember.Item)
        .map(Node::span)
        .orElse(place);
  }

  private static boolean isSetting(Syntax syntax) {
    return syntax instanceof Expression.ObjectSyntax object
        && has(object, "name")
        && (has(object, "value") || has(object, "secretRef"));
  }

  private static boolean has(Expression.ObjectSyntax object, String name) {
    return object.members().stream()
        .anyMatch(it ->
            it instanceof ObjectMember.Property property
                && property.name().filter(name::equalsIgnoreCase).isPresent());
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
