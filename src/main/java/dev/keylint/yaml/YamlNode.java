package dev.keylint.yaml;

import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;

/// A node of a YAML document, with the range it was written in; what a plain text means is for the
/// reader to decide.
public sealed interface YamlNode {
  Location.InFile at();

  /// The value of a key; empty also where this is no mapping.
  default Optional<YamlNode> member(String key) {
    return this instanceof Mapping mapping
        ? mapping.entry(key).map(Entry::value)
        : Optional.empty();
  }

  /// The scalar of a key, unless it is blank.
  default Optional<Scalar> scalar(String key) {
    return member(key)
        .flatMap(it -> it instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty())
        .filter(it -> !it.text().isBlank());
  }

  /// The first scalar whose key is this one in whatever case.
  default Optional<Scalar> scalarIgnoringCase(String key) {
    return this instanceof Mapping mapping
        ? mapping.entries().stream()
            .map(it -> it.key().text())
            .filter(key::equalsIgnoreCase)
            .flatMap(it -> scalar(it).stream())
            .findFirst()
        : Optional.empty();
  }

  /// Its text.
  default Optional<String> text(String key) {
    return scalar(key).map(Scalar::text);
  }

  /// The entries of the mapping at a key.
  default List<Entry> entries(String key) {
    return member(key)
        .map(it -> it instanceof Mapping mapping ? mapping.entries() : List.<Entry>of())
        .orElse(List.of());
  }

  /// The items of the sequence at a key.
  default List<YamlNode> items(String key) {
    return member(key)
        .map(it -> it instanceof Sequence sequence ? sequence.items() : List.<YamlNode>of())
        .orElse(List.of());
  }

  /// Keys and values in source order. Invariant: no key comes twice.
  record Mapping(List<Entry> entries, Location.InFile at) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /// The entry of this key; keys of YAML respect case.
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }
  }

  /// Items in source order.
  record Sequence(List<YamlNode> items, Location.InFile at) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// A text with escapes and folding undone; the empty plain text stands for null.
  record Scalar(String text, Style style, Location.InFile at) implements YamlNode {
    /// Whether it is a string whatever it looks like.
    public boolean quoted() {
      return style != Style.PLAIN;
    }
  }

  /// A key with its value.
  record Entry(Scalar key, YamlNode value) {}

  /// How a scalar is written.
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }
}
