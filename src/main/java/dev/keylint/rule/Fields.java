package dev.keylint.rule;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Spelling;
import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The entries of one mapping of a rule; complains about keys that do not belong there.
final class Fields {
  private final YamlNode.Mapping mapping;
  private final String owner;
  private final List<Diagnostic> diagnostics;

  private Fields(YamlNode.Mapping mapping, String owner, List<Diagnostic> diagnostics) {
    this.mapping = mapping;
    this.owner = owner;
    this.diagnostics = diagnostics;
  }

  /// The entries of `node`, which is the `owner` of a rule and may have these keys.
  static Optional<Fields> of(
      YamlNode node, String owner, List<String> known, List<Diagnostic> diagnostics) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      diagnostics.add(wrong("`" + owner + "` must be a mapping", node.at()));
      return Optional.empty();
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        Diagnostic unknown =
            wrong("unknown key `" + key + "` in `" + owner + "`", entry.key().at());
        String help =
            Spelling.closest(key, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("it may have " + String.join(", ", known));
        diagnostics.add(unknown.help(help));
      }
    }
    return Optional.of(new Fields(mapping, owner, diagnostics));
  }

  static Diagnostic wrong(String message, Location at) {
    return Diagnostic.of(Diagnostic.Kind.CONFIGURATION, message, at);
  }

  Location.InFile at() {
    return mapping.at();
  }

  Optional<YamlNode> node(String key) {
    return mapping.entry(key).map(YamlNode.Entry::value);
  }

  /// The value of a key that must be there.
  Optional<YamlNode> required(String key) {
    Optional<YamlNode> found = node(key);
    if (found.isEmpty()) {
      diagnostics.add(wrong("`" + owner + "` needs `" + key + "`", mapping.at()));
    }
    return found;
  }

  Optional<YamlNode.Scalar> scalar(String key) {
    return node(key).flatMap(node -> scalar(key, node));
  }

  Optional<YamlNode.Scalar> requiredScalar(String key) {
    return required(key).flatMap(node -> scalar(key, node));
  }

  Optional<String> text(String key) {
    return scalar(key).map(YamlNode.Scalar::text);
  }

  /// A text that must be there; when it is not, the empty text stands in for it.
  String requiredText(String key) {
    return requiredScalar(key).map(YamlNode.Scalar::text).orElse("");
  }

  /// A list of texts, or one text for a list of one; absent is empty.
  List<String> texts(String key) {
    return node(key).map(node -> texts(key, node)).orElse(List.of());
  }

  private List<String> texts(String key, YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> List.of(scalar.text());
      case YamlNode.Sequence(var items, _) -> {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> scalar(key, item).ifPresent(it -> texts.add(it.text())));
        yield texts;
      }
      case YamlNode.Mapping other -> {
        diagnostics.add(wrong("`" + key + "` must be a list", other.at()));
        yield List.of();
      }
    };
  }

  /// The items of a list; absent is empty.
  List<YamlNode> items(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isPresent() && !(node.orElseThrow() instanceof YamlNode.Sequence)) {
      diagnostics.add(wrong("`" + key + "` must be a list", node.orElseThrow().at()));
    }
    return node.orElse(null) instanceof YamlNode.Sequence sequence ? sequence.items() : List.of();
  }

  private Optional<YamlNode.Scalar> scalar(String key, YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return Optional.of(scalar);
    }
    diagnostics.add(wrong("`" + key + "` must be a text", node.at()));
    return Optional.empty();
  }

  void report(String message, Location at) {
    diagnostics.add(wrong(message, at));
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
