package dev.keylint.graph.policy;

import dev.keylint.value.PartialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An element of a policy's XML: its attributes and its children; its content stands from `from` to
/// `to` in its document's text.
record PolicyElement(
    String name,
    List<Attribute> attributes,
    List<PolicyElement> children,
    int from,
    int to,
    PolicyDocument document) {
  PolicyElement {
    attributes = List.copyOf(attributes);
    children = List.copyOf(children);
  }

  /// A value and where it stands in the text of its document: for an attribute with its name and
  /// quotes.
  record Attribute(String name, PartialText value, int from, int to) {}

  Optional<Attribute> attribute(String name) {
    return attributes.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /// Its content, for an element that holds a text only.
  Attribute content() {
    PartialText text = XmlText.content(document.text().slice(from, to));
    return new Attribute(name, text, from, to);
  }

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  /// Whether elements lie in each other below it in more than so many levels.
  boolean isDeeperThan(int levels) {
    return levels < 0 || children.stream().anyMatch(it -> it.isDeeperThan(levels - 1));
  }

  /// The same element with other children.
  PolicyElement with(List<PolicyElement> others) {
    return new PolicyElement(name, attributes, others, from, to, document);
  }

  /// All elements of this name below it, except below an element of a name that starts with
  /// `except`.
  List<PolicyElement> below(String wanted, String except) {
    List<PolicyElement> found = new ArrayList<>();
    for (PolicyElement child : children) {
      if (child.is(wanted)) {
        found.add(child);
      }
      if (!child.name.startsWith(except)) {
        found.addAll(child.below(wanted, except));
      }
    }
    return found;
  }
}
