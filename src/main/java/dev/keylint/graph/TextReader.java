package dev.keylint.graph;

import dev.keylint.value.Origin;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Finds what is known of a text in the expression that makes it.
final class TextReader {
  private TextReader() {}

  /// The text of a value; empty when the value is known and no text.
  static Optional<Text> read(Value value) {
    return switch (value) {
      case Value.Str(var text, var origin) -> Optional.of(Text.of(text, origin));
      case Value.Unknown unknown -> Optional.of(of(unknown));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ ->
          Optional.empty();
    };
  }

  private static Text of(Value.Unknown value) {
    return switch (value.term()) {
      case Term.Concat(var parts) -> join(parts, value.origin());
      case Term.Call(var function, var arguments)
          when function.equalsIgnoreCase("replace") && arguments.size() == 3 ->
          replace(arguments, value);
      case Term.Call(var function, var arguments)
          when function.equalsIgnoreCase("toLower") && arguments.size() == 1 ->
          read(arguments.getFirst()).map(Text::lower).orElse(Text.hole(value));
      case Term.Call _, Term.Access _, Term.Lambda _ -> Text.hole(value);
    };
  }

  private static Text join(List<Value> parts, Origin origin) {
    TextBuilder joined = new TextBuilder();
    for (Value part : parts) {
      joined.add(read(part).orElse(Text.hole(part)));
    }
    return joined.build(origin);
  }

  /// `replace(text, old, new)` with an unknown `new`, as templates fill in policy files.
  private static Text replace(List<Value> arguments, Value.Unknown whole) {
    Optional<Text> in = read(arguments.get(0));
    if (in.isEmpty()
        || !(arguments.get(1) instanceof Value.Str(var old, _))
        || old.isEmpty()
        || !(arguments.get(2) instanceof Value.Unknown by)) {
      return Text.hole(whole);
    }
    Text text = in.orElseThrow();
    TextBuilder replaced = new TextBuilder();
    int from = 0;
    for (int at = text.chars().indexOf(old); at >= 0; at = text.chars().indexOf(old, from)) {
      replaced.add(text.slice(from, at)).add(of(by));
      from = at + old.length();
    }
    return replaced.add(text.from(from)).build(text.origin());
  }
}
