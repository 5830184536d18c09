package dev.keylint.plan.project;

import dev.keylint.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/// Members of YAML nodes, wherever these are of the kind that is asked for.
final class Yaml {
  private Yaml() {}

  static Optional<YamlNode> member(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping
        ? mapping.entry(key).map(YamlNode.Entry::value)
        : Optional.empty();
  }

  /// A text that is not empty.
  static Optional<String> text(YamlNode node, String key) {
    return member(node, key)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(value -> ((YamlNode.Scalar) value).text())
        .filter(text -> !text.isBlank());
  }

  static List<YamlNode.Entry> entries(YamlNode node, String key) {
    return member(node, key).orElse(node) instanceof YamlNode.Mapping mapping
            && member(node, key).isPresent()
        ? mapping.entries()
        : List.of();
  }

  static List<YamlNode> items(YamlNode node, String key) {
    return member(node, key)
        .filter(YamlNode.Sequence.class::isInstance)
        .map(value -> ((YamlNode.Sequence) value).items())
        .orElse(List.of());
  }
}
