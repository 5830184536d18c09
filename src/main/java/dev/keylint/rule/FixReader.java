package dev.keylint.rule;

import dev.keylint.text.Diagnostic;
import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads the fix of a rule.
final class FixReader {
  private final CelChecker.Names names;
  private final List<Diagnostic> diagnostics;

  FixReader(CelChecker.Names names, List<Diagnostic> diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
  }

  /// The fix of a rule, or of one of its validations.
  Optional<Fix> read(Fields owner) {
    return owner
        .node("fix")
        .flatMap(node -> Fields.of(node, "fix", Keys.FIX, diagnostics))
        .flatMap(this::fix);
  }

  private Optional<Fix> fix(Fields fields) {
    List<Fix.Edit> edits = edits(fields);
    if (edits.isEmpty()) {
      fields.report("`fix` needs an edit, such as `set` or `remove`", fields.at());
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

  private List<Fix.Edit> edits(Fields fields) {
    List<Fix.Edit> edits = new ArrayList<>();
    fields.node("set").ifPresent(node -> sets(fields, node, this::set, edits));
    each(fields, "replace", Keys.REPLACE, this::replace, edits);
    paths(fields, "remove", Fix.Remove::new, edits);
    fields.node("default").ifPresent(node -> sets(fields, node, this::otherwise, edits));
    paths(fields, "secure", Fix.Secure::new, edits);
    each(fields, "refer", Keys.REFER, this::refer, edits);
    each(fields, "setting", Keys.SETTING, this::setting, edits);
    each(fields, "assign", Keys.ASSIGN, this::assign, edits);
    paths(fields, "guid", Fix.Guid::new, edits);
    each(fields, "behind", Keys.BEHIND, it -> text(it, "text", Fix.Behind::new), edits);
    paths(fields, "logs", Fix.Logs::new, edits);
    each(fields, "zones", Keys.ZONES, it -> text(it, "names", Fix.Zones::new), edits);
    return edits;
  }

  private void each(
      Fields fields,
      String key,
      List<String> keys,
      Function<Fields, Optional<Fix.Edit>> read,
      List<Fix.Edit> edits) {
    for (YamlNode node : fields.items(key)) {
      Fields.of(node, key, keys, diagnostics).flatMap(read).ifPresent(edits::add);
    }
  }

  private void paths(
      Fields fields, String key, Function<Formula, Fix.Edit> edit, List<Fix.Edit> edits) {
    for (YamlNode node : fields.items(key)) {
      if (node instanceof YamlNode.Scalar scalar) {
        path(scalar).map(edit).ifPresent(edits::add);
      }
    }
  }

  private Optional<Fix.Edit> refer(Fields fields) {
    Optional<Formula> at = path(fields, "at");
    Optional<Formula> to = path(fields, "to");
    Optional<FixLink> link = link(fields);
    return at.isEmpty() || to.isEmpty() || link.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix.Refer(at.orElseThrow(), to.orElseThrow(), link.orElseThrow()));
  }

  private Optional<Fix.Edit> setting(Fields fields) {
    Optional<Formula> at = path(fields, "beside");
    Optional<Message> name = scalar(fields, "name").map(this::message);
    Optional<Formula> to = path(fields, "to");
    Optional<FixLink> link = link(fields);
    return at.isEmpty() || name.isEmpty() || to.isEmpty() || link.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fix.Setting(
                at.orElseThrow(), name.orElseThrow(), to.orElseThrow(), link.orElseThrow()));
  }

  private Optional<Fix.Edit> assign(Fields fields) {
    Optional<Message> role = scalar(fields, "role").map(this::message);
    Optional<Formula> to = path(fields, "to");
    Optional<Formula> at = path(fields, "at");
    return role.isEmpty() || to.isEmpty() || at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix.Assign(at.orElseThrow(), to.orElseThrow(), role.orElseThrow()));
  }

  private Optional<Fix.Edit> text(
      Fields fields, String key, BiFunction<Formula, Message, Fix.Edit> edit) {
    Optional<Formula> at = path(fields, "at");
    Optional<Message> text = scalar(fields, key).map(this::message);
    return at.isEmpty() || text.isEmpty()
        ? Optional.empty()
        : Optional.of(edit.apply(at.orElseThrow(), text.orElseThrow()));
  }

  private Optional<FixLink> link(Fields fields) {
    String word = fields.requiredText("as");
    for (FixLink link : FixLink.values()) {
      if (link.word().equals(word)) {
        return Optional.of(link);
      }
    }
    fields.report("`as` is `scope`, `id`, `principalId` or `clientId`", fields.at());
    return Optional.empty();
  }

  private Optional<Formula> path(Fields fields, String key) {
    return scalar(fields, key).flatMap(this::path);
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
    fields.report("an edit of `fix` needs `" + key + "`, a text", fields.at());
    return Optional.empty();
  }

  private Message message(YamlNode.Scalar scalar) {
    return MessageReader.read(CelText.prose(scalar), names, diagnostics);
  }

  private void sets(
      Fields fields,
      YamlNode node,
      BiFunction<Formula, YamlNode, Fix.Edit> edit,
      List<Fix.Edit> edits) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      fields.report("`set` and `default` are mappings", node.at());
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      path(entry.key()).ifPresent(at -> edits.add(edit.apply(at, entry.value())));
    }
  }

  private Fix.Edit set(Formula at, YamlNode value) {
    if (value instanceof YamlNode.Scalar scalar && scalar.text().contains("{")) {
      return new Fix.SetText(at, message(scalar));
    }
    return new Fix.Set(at, YamlValues.value(value));
  }

  private Fix.Edit otherwise(Formula at, YamlNode value) {
    return new Fix.Default(at, YamlValues.value(value));
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
