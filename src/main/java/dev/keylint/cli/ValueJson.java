package dev.keylint.cli;

import dev.keylint.json.JsonWriter;
import dev.keylint.report.Redaction;
import dev.keylint.value.Hiding;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Values as JSON: keys sorted, so that two runs give the same bytes; an unknown one as `{"$expr":
/// normal form, "$why": reason}`. What is secret or looks like a key is hidden.
final class ValueJson {
  /// What stands for a value that must not be printed.
  private static final String HIDDEN = "(secure)";

  private final JsonWriter json;
  private final Redaction redaction;

  ValueJson(JsonWriter json, Redaction redaction) {
    this.json = json;
    this.redaction = redaction;
  }

  /// A value that is secret whatever it was made of.
  void secure(Value value) {
    if (value instanceof Value.Unknown) {
      write(value);
    } else {
      json.text(HIDDEN);
    }
  }

  void write(Value value) {
    if (value.origin().secret() && !(value instanceof Value.Unknown)) {
      json.text(HIDDEN);
      return;
    }
    switch (value) {
      case Value.Null _ -> json.nothing();
      case Value.Bool(boolean truth, _) -> json.bool(truth);
      case Value.Int(long number, _) -> json.number(number);
      case Value.Decimal(var number, _) -> json.number(number);
      case Value.Str(String text, _) -> json.text(redaction.text(text));
      case Value.Arr(List<Value> items, _) -> {
        json.array();
        items.forEach(this::write);
        json.end();
      }
      case Value.Obj(var properties, _) when properties.isOpen() ->
          json.object()
              .key("$expr")
              .text(redaction.text(NormalForm.redacted(value)))
              .key("$why")
              .text(redaction.text(why(properties.unread().orElseThrow().reason())))
              .end();
      case Value.Obj(var properties, _) -> {
        json.object();
        members(properties.entries());
        json.end();
      }
      case Value.Unknown(var term, Reason reason, _) ->
          json.object()
              .key("$expr")
              .text(redaction.text(NormalForm.redacted(term)))
              .key("$why")
              .text(redaction.text(why(reason)))
              .end();
    }
  }

  private void members(List<Property> properties) {
    AtomicInteger hidden = new AtomicInteger();
    properties.stream()
        .sorted(Comparator.comparing(Property::name))
        .forEach(property -> {
          json.key(name(property, hidden));
          write(property.value());
        });
  }

  /// Names that are not printed are told apart by numbers.
  private String name(Property property, AtomicInteger hidden) {
    return property.hiding() == Hiding.NONE
        ? redaction.text(property.name())
        : "(secure " + hidden.incrementAndGet() + ")";
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case Reason.MissingParameter(String name, _, _) -> "MissingParameter(" + name + ")";
      case Reason.RuntimeReference(String resource, String path) ->
          "RuntimeReference(" + resource + ", " + path + ")";
      case Reason.KeyOf(String resource, String function) ->
          "KeyOf(" + resource + ", " + function + ")";
      case Reason.DeploymentContext(String what) -> "DeploymentContext(" + what + ")";
      case Reason.Secret(String parameter) -> "Secret(" + parameter + ")";
      case Reason.NonDeterministic(String function) -> "NonDeterministic(" + function + ")";
      case Reason.MissingModule(String reference) -> "MissingModule(" + reference + ")";
      case Reason.MissingFile(String path) -> "MissingFile(" + path + ")";
      case Reason.Unsupported(String construct) -> "Unsupported(" + construct + ")";
      case Reason.Failed(String message) -> "Failed(" + message + ")";
      case Reason.NotStated(String fact) -> "NotStated(" + fact + ")";
      case Reason.Withheld(String what) -> "Withheld(" + what + ")";
      case Reason.Rewritten(String resource, _, _) -> "Rewritten(" + resource + ")";
    };
  }
}
