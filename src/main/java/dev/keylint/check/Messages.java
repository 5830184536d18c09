package dev.keylint.check;

import dev.keylint.check.Datum.Bool;
import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Real;
import dev.keylint.check.Datum.Text;
import dev.keylint.rule.Message;
import dev.keylint.value.Value;
import java.util.Optional;

/// Fills in the holes of messages.
final class Messages {
  private static final int LONGEST = 120;

  private final Evaluator evaluator;
  private final Environment scope;

  Messages(Evaluator evaluator, Environment scope) {
    this.evaluator = evaluator;
    this.scope = scope;
  }

  String text(Message message) {
    StringBuilder text = new StringBuilder();
    for (Message.Part part : message.parts()) {
      text.append(
          switch (part) {
            case Message.Words(String words) -> words;
            case Message.Hole(var formula) -> text(evaluator.evaluate(formula.root(), scope));
          });
    }
    return text.toString();
  }

  /// The value in short; what is secret is never shown.
  private static String text(Result result) {
    boolean secret =
        result.why().places().stream()
            .anyMatch(place -> place.origin().filter(it -> it.secret()).isPresent());
    if (secret) {
      return "***";
    }
    String text =
        switch (result) {
          case Result.Known(Datum datum, _) -> text(datum);
          case Result.Unknown(Optional<Value.Unknown> value, _, _) ->
              value.map(Causes::shown).orElse("?");
          case Result.Failed _ -> "?";
        };
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String text(Datum datum) {
    return switch (datum) {
      case Text(String text) -> text;
      case Bool(boolean value) -> String.valueOf(value);
      case Int(long value) -> String.valueOf(value);
      case Real(double value) -> Conversions.decimal(value);
      case Datum.Nothing _ -> "null";
      case Datum.Items _, Datum.Maybe _, Table _, Struct _ -> datum.kind();
    };
  }
}
