package dev.keylint.rule;

import dev.keylint.text.Diagnostic;
import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the fix of a rule.
final class FixReader {
  private final CelChecker.Names names;
  private final List<Diagnostic> diagnostics;

  FixReader(CelChecker.Names names, List<Diagnostic> diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
  }

  Optional<Fix> read(Fields rule) {
    return rule.node("fix")
        .flatMap(node -> Fields.of(node, "fix", Keys.FIX, diagnostics))
        .flatMap(this::fix);
  }

  private Optional<Fix> fix(Fields fields) {
    List<Fix.Edit> edits = new ArrayList<>();
    fields.node("set").ifPresent(node -> sets(fields, node, edits));
    for (YamlNode node : fields.items("replace")) {
      Fields.of(node, "replace", Keys.REPLACE, diagnostics)
          .flatMap(this::replace)
          .ifPresent(edits::add);
    }
    for (YamlNode node : fields.items("remove")) {
      if (node instanceof YamlNode.Scalar scalar) {
        path(scalar).ifPresent(at -> edits.add(new Fix.Remove(at)));
      }
    }
    if (edits.isEmpty()) {
      fields.report("`fix` needs `set`, `replace` or `remove`", fields.at());
    }
    Optional<String> because = fields.text("because").map(String::strip);
    Optional<Fix.Safety> safety = safety(fields);
    if (safety.isEmpty()) {
      return Optional.empty();
    }
    if (safety.orElseThrow() == Fix.Safety.UNSAFE && because.isEmpty()) {
      fields.report("an unsafe `fix` needs `because`", fields.at());
      return Optional.empty();
    }
    return Optional.of(new Fix(edits, safety.orElseThrow(), because));
  }

  private Optional<Fix.Edit> replace(Fields fields) {
    Optional<Formula> at = scalar(fields, "at").flatMap(this::path);
    Optional<YamlNode.Scalar> from = scalar(fields, "from");
    Optional<YamlNode.Scalar> to = scalar(fields, "to");
    return at.isEmpty() || from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fix.Replace(
                at.orElseThrow(), message(from.orElseThrow()), message(to.orElseThrow())));
  }

  private Optional<YamlNode.Scalar> scalar(Fields fields, String key) {
    Optional<YamlNode> node = fields.node(key);
    if (node.isPresent() && node.orElseThrow() instanceof YamlNode.Scalar scalar) {
      return Optional.of(scalar);
    }
    fields.report("`replace` needs `" + key + "`, a text", fields.at());
    return Optional.empty();
  }

  private Message message(YamlNode.Scalar scalar) {
    return MessageReader.read(CelText.prose(scalar), names, diagnostics);
  }

  private void sets(Fields fields, YamlNode node, List<Fix.Edit> edits) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      fields.report("`set` must be a mapping", node.at());
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      path(entry.key()).ifPresent(at -> edits.add(set(at, entry.value())));
    }
  }

  private Fix.Edit set(Formula at, YamlNode value) {
    if (value instanceof YamlNode.Scalar scalar && scalar.text().contains("{")) {
      return new Fix.SetText(at, message(scalar));
    }
    return new Fix.Set(at, YamlValues.value(value));
  }

  private Optional<Formula> path(YamlNode.Scalar scalar) {
    return names.check(CelText.expression(scalar), CelChecker.Wanted.PATH, diagnostics);
  }

  private static Optional<Fix.Safety> safety(Fields fields) {
    return switch (fields.requiredText("safety")) {
      case "safe" -> Optional.of(Fix.Safety.SAFE);
      case "unsafe" -> Optional.of(Fix.Safety.UNSAFE);
      default -> {
        fields.report("`safety` is `safe` or `unsafe`", fields.at());
        yield Optional.empty();
      }
    };
  }
}
