package dev.keylint.eval.function;

import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.math.BigDecimal;
import java.util.Locale;

/// Known values as text, the way Azure's .NET prints them.
public final class Rendering {
  private static final int LONGEST_PLAIN = 400;

  private final char quote;
  private final StringBuilder text = new StringBuilder();

  private Rendering(char quote) {
    this.quote = quote;
  }

  /// As `format`, `concat`, `join` and interpolation print it: `True`, nothing for null, objects
  /// and arrays as JSON in single quotes.
  ///
  /// The value must not have an unknown part. A text of more than 2^20 characters may be cut.
  public static String text(Value known) {
    return switch (known) {
      case Value.Null _ -> "";
      case Value.Bool(boolean truth, _) -> truth ? "True" : "False";
      case Value.Int(long number, _) -> Long.toString(number);
      case Value.Decimal(BigDecimal number, _) -> plain(number);
      case Value.Str(String string, _) -> string;
      case Value.Arr _, Value.Obj _ -> json(known, '\'');
      case Value.Unknown _ -> throw new IllegalStateException("not known: " + known);
    };
  }

  /// As JSON without spaces, in this kind of quotes.
  static String json(Value known, char quote) {
    Rendering rendering = new Rendering(quote);
    rendering.write(known);
    return rendering.text.toString();
  }

  static String plain(BigDecimal number) {
    // 1e999999999 has a billion digits.
    boolean small = Math.abs((long) number.scale()) + number.precision() < LONGEST_PLAIN;
    return small ? number.toPlainString() : number.toString();
  }

  private void write(Value value) {
    if (text.length() > Limits.TEXT) {
      return;
    }
    switch (value) {
      case Value.Null _ -> text.append("null");
      case Value.Bool(boolean truth, _) -> text.append(truth);
      case Value.Int(long number, _) -> text.append(number);
      case Value.Decimal(BigDecimal number, _) -> text.append(plain(number));
      case Value.Str(String string, _) -> string(string);
      case Value.Arr array -> {
        String separator = "[";
        for (Value item : array.items()) {
          text.append(separator);
          write(item);
          separator = ",";
        }
        text.append(array.items().isEmpty() ? "[]" : "]");
      }
      case Value.Obj object -> {
        String separator = "{";
        for (Property member : object.properties()) {
          text.append(separator);
          string(member.name());
          text.append(':');
          write(member.value());
          separator = ",";
        }
        text.append(object.properties().isEmpty() ? "{}" : "}");
      }
      case Value.Unknown _ -> throw new IllegalStateException("not known: " + value);
    }
  }

  private void string(String string) {
    text.append(quote);
    for (int i = 0; i < string.length(); i++) {
      escape(string.charAt(i));
    }
    text.append(quote);
  }

  /// What Newtonsoft.Json escapes, and nothing more.
  private void escape(char character) {
    switch (character) {
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\u0085', '\u2028', '\u2029' -> unicode(character);
      default -> {
        if (character == quote) {
          text.append('\\').append(character);
        } else if (character < ' ') {
          unicode(character);
        } else {
          text.append(character);
        }
      }
    }
  }

  private void unicode(char character) {
    text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
  }
}
