package dev.keylint.rule;

import dev.keylint.text.Position;
import dev.keylint.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads rules.
final class RuleUnpacker {

  private final Unpacker in;
  private final ExpressionUnpacker expressions;

  RuleUnpacker(Unpacker in) {
    this.in = in;
    this.expressions = new ExpressionUnpacker(in);
  }

  List<Rule> rules(int count) throws IOException {
    List<Rule> rules = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rules.add(rule());
    }
    return List.copyOf(rules);
  }

  private Rule rule() throws IOException {
    return new Rule(
        metadata(),
        match(),
        in.optional(this::formula),
        (Value.Obj) in.value(),
        in.list(this::variable),
        in.list(this::validation),
        in.text(),
        in.optional(this::fix),
        new Docs(in.text(), in.texts(), in.optional(this::example), in.optional(this::example)));
  }

  private Metadata metadata() throws IOException {
    return new Metadata(
        in.text(),
        in.text(),
        Severity.valueOf(in.text()),
        in.optional(in::real),
        Precision.valueOf(in.text()),
        in.text(),
        Status.valueOf(in.text()),
        in.optional(in::text),
        in.texts(),
        in.optional(this::explains),
        in.number() == 1,
        in.texts(),
        frameworks());
  }

  private Explains explains() throws IOException {
    return new Explains(Explains.Link.valueOf(in.text()), in.optional(in::text));
  }

  private Map<String, List<String>> frameworks() throws IOException {
    int size = in.number();
    Map<String, List<String>> frameworks = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      frameworks.put(in.text(), in.texts());
    }
    return frameworks;
  }

  private Match match() throws IOException {
    Tag tag = in.tag();
    return switch (tag) {
      case RESOURCE -> new Match.Resource(in.texts());
      case EACH -> new Match.Each(Match.Kind.valueOf(in.text()));
      default -> throw new IllegalStateException("no match starts with " + tag);
    };
  }

  private Formula formula() throws IOException {
    return new Formula(
        in.text(), in.text(), new Position(in.number(), in.number()), expressions.read());
  }

  private Variable variable() throws IOException {
    return new Variable(in.text(), formula());
  }

  private Message message() throws IOException {
    return new Message(in.list(this::part));
  }

  private Message.Part part() throws IOException {
    Tag tag = in.tag();
    return switch (tag) {
      case WORDS -> new Message.Words(in.text());
      case HOLE -> new Message.Hole(formula());
      default -> throw new IllegalStateException("no part of a message starts with " + tag);
    };
  }

  private Validation validation() throws IOException {
    return new Validation(
        formula(),
        in.optional(this::formula),
        message(),
        in.list(() -> new Validation.Related(formula(), message())),
        in.optional(() -> Severity.valueOf(in.text())),
        in.optional(in::real),
        in.optional(this::fix),
        in.texts());
  }

  private Fix fix() throws IOException {
    return new Fix(in.list(this::edit), Fix.Safety.valueOf(in.text()), in.optional(in::text));
  }

  private Fix.Edit edit() throws IOException {
    Tag tag = in.tag();
    return switch (tag) {
      case SET -> new Fix.Set(formula(), in.value());
      case SET_TEXT -> new Fix.SetText(formula(), message());
      case REPLACE -> new Fix.Replace(formula(), message(), message());
      case REMOVE -> new Fix.Remove(formula());
      case DEFAULT -> new Fix.Default(formula(), in.value());
      case SECURE -> new Fix.Secure(formula());
      case REFER -> new Fix.Refer(formula(), formula(), FixLink.valueOf(in.text()));
      case SETTING -> new Fix.Setting(formula(), message(), formula(), FixLink.valueOf(in.text()));
      case ASSIGN -> new Fix.Assign(formula(), formula(), message());
      case GUID -> new Fix.Guid(formula());
      case BEHIND -> new Fix.Behind(formula(), message());
      case ZONES -> new Fix.Zones(formula(), message());
      case LOGS -> new Fix.Logs(formula());
      default -> throw new IllegalStateException("no edit starts with " + tag);
    };
  }

  private Docs.Example example() throws IOException {
    return new Docs.Example(in.text(), in.text());
  }
}
