package dev.keylint.fix;

import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Values as text of a language.
enum Written {
  BICEP {
    @Override
    String text(String value) {
      StringBuilder text = new StringBuilder("'");
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        switch (c) {
          case '\\' -> text.append("\\\\");
          case '\'' -> text.append("\\'");
          case '\n' -> text.append("\\n");
          case '\r' -> text.append("\\r");
          case '\t' -> text.append("\\t");
          case '$' -> text.append(value.startsWith("${", i) ? "\\$" : "$");
          default -> text.append(c);
        }
      }
      return text.append('\'').toString();
    }

    @Override
    String key(String name) {
      return IDENTIFIER.matcher(name).matches() ? name : text(name);
    }

    @Override
    String comma() {
      return "";
    }
  },

  JSON {
    @Override
    String text(String value) {
      StringBuilder text = new StringBuilder("\"");
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        switch (c) {
          case '\\' -> text.append("\\\\");
          case '"' -> text.append("\\\"");
          case '\n' -> text.append("\\n");
          case '\r' -> text.append("\\r");
          case '\t' -> text.append("\\t");
          default -> text.append(c < ' ' ? "\\u" + HexFormat.of().toHexDigits(c) : c);
        }
      }
      return text.append('"').toString();
    }

    @Override
    String key(String name) {
      return text(name);
    }

    @Override
    String comma() {
      return ",";
    }
  };

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  abstract String text(String value);

  abstract String key(String name);

  /// What stands between two lines of an object or array.
  abstract String comma();

  /// A member on lines of its own, or on one line.
  ///
  /// @param indent of the line that it begins on; empty for one line only
  String member(String name, Value value, Optional<String> indent, Layout layout) {
    return key(name) + ": " + value(value, indent, layout);
  }

  /// A value whose first line is indented so; empty for one line only.
  String value(Value value, Optional<String> indent, Layout layout) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(boolean truth, _) -> String.valueOf(truth);
      case Value.Int(long number, _) -> String.valueOf(number);
      case Value.Decimal(BigDecimal number, _) -> number.toString();
      case Value.Str(String text, _) -> text(text);
      case Value.Arr(List<Value> items, _) -> {
        List<String> parts = new ArrayList<>();
        items.forEach(it -> parts.add(value(it, deeper(indent, layout), layout)));
        yield block("[", parts, "]", indent, layout);
      }
      case Value.Obj(var members, _) -> {
        List<String> parts = new ArrayList<>();
        for (Property it : members) {
          parts.add(member(it.name(), it.value(), deeper(indent, layout), layout));
        }
        yield block("{", parts, "}", indent, layout);
      }
      case Value.Unknown unknown ->
          throw new IllegalStateException("an unknown value can't be written: " + unknown);
    };
  }

  private static Optional<String> deeper(Optional<String> indent, Layout layout) {
    return indent.map(it -> it + layout.unit());
  }

  private String block(
      String open, List<String> parts, String close, Optional<String> indent, Layout layout) {
    if (parts.isEmpty()) {
      return open + close;
    }
    if (indent.isEmpty()) {
      String padding = this == BICEP && open.equals("{") ? " " : "";
      return open + padding + String.join(", ", parts) + padding + close;
    }
    String start = layout.lineEnd() + indent.orElseThrow();
    return open
        + start
        + layout.unit()
        + String.join(comma() + start + layout.unit(), parts)
        + start
        + close;
  }
}
