package dev.keylint.value;

import java.util.List;
import java.util.Optional;

/// Finds what is known of a text in the expression that makes it.
final class PartialTextReader {
  /// What `replace` makes longer than this is not looked into.
  private static final int LONGEST = 1 << 21;

  private PartialTextReader() {}

  /// The text of a value; empty when the value is known and no text.
  static Optional<PartialText> read(Value value) {
    return switch (value) {
      case Value.Str(var text, var origin) -> Optional.of(PartialText.of(text, origin));
      case Value.Unknown unknown -> Optional.of(of(unknown));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ ->
          Optional.empty();
    };
  }

  /// The text of an unknown value; a hole where nothing of it is known.
  static PartialText of(Value.Unknown value) {
    return switch (value.term()) {
      case Term.Concat(var parts) -> join(parts, value.origin());
      case Term.Call(var function, var arguments)
          when function.equalsIgnoreCase("replace") && arguments.size() == 3 ->
          replace(arguments, value);
      case Term.Call(var function, var arguments)
          when function.equalsIgnoreCase("toLower") && arguments.size() == 1 ->
          read(arguments.getFirst()).map(PartialText::lower).orElse(PartialText.hole(value));
      case Term.Call(var function, var arguments)
          when function.equalsIgnoreCase("trim") && arguments.size() == 1 ->
          read(arguments.getFirst()).map(PartialText::strip).orElse(PartialText.hole(value));
      case Term.Call _, Term.Access _, Term.Lambda _ -> PartialText.hole(value);
    };
  }

  private static PartialText join(List<Value> parts, Origin origin) {
    PartialTextBuilder joined = new PartialTextBuilder();
    for (Value part : parts) {
      joined.add(read(part).orElse(PartialText.hole(part)));
    }
    return joined.build(origin);
  }

  /// `replace(text, old, new)` where the text or what is put in is not known, as templates fill in
  /// policy files. What the holes of the text would be after it stays unknown.
  private static PartialText replace(List<Value> arguments, Value.Unknown whole) {
    Optional<PartialText> in = read(arguments.get(0));
    Optional<PartialText> by = read(arguments.get(2));
    if (in.isEmpty()
        || by.isEmpty()
        || !(arguments.get(1) instanceof Value.Str(var old, _))
        || old.isEmpty()) {
      return PartialText.hole(whole);
    }
    PartialText text = in.orElseThrow().map(hole -> replaced(hole, arguments, whole));
    PartialTextBuilder replaced = new PartialTextBuilder();
    int from = 0;
    for (int at = text.chars().indexOf(old); at >= 0; at = text.chars().indexOf(old, from)) {
      replaced.add(text.slice(from, at)).add(by.orElseThrow());
      from = at + old.length();
      if (replaced.length() > LONGEST) {
        return PartialText.hole(whole);
      }
    }
    return replaced.add(text.from(from)).build(text.origin());
  }

  private static Value replaced(Value hole, List<Value> arguments, Value.Unknown whole) {
    return new Value.Unknown(
        new Term.Call("replace", List.of(hole, arguments.get(1), arguments.get(2))),
        hole instanceof Value.Unknown unknown ? unknown.reason() : whole.reason(),
        hole.origin());
  }
}
