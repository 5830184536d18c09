package dev.keylint.check;

import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Items;
import dev.keylint.check.Datum.Text;
import dev.keylint.rule.Function;
import java.util.ArrayList;
import java.util.List;

/// Functions of texts on known arguments; positions count code points, letters beyond ASCII keep
/// their case.
final class TextFunctions {
  private TextFunctions() {}

  static Result of(Function function, List<Result> arguments, Patterns patterns) {
    Why why = Why.nothing();
    List<Datum> data = new ArrayList<>(arguments.size());
    for (Result argument : arguments) {
      why = why.and(argument.why());
      data.add(((Result.Known) argument).datum());
    }
    for (int i = 0; i < data.size(); i++) {
      if (!fits(function, i, data.get(i))) {
        return Mismatch.of(arguments.get(i), wanted(function, i));
      }
    }
    if (function == Function.JOIN) {
      return join(data, why);
    }
    String text = ((Text) data.getFirst()).value();
    return switch (function) {
      case LOWER_ASCII -> text(lower(text), why);
      case UPPER_ASCII -> text(upper(text), why);
      case TRIM -> text(trim(text), why);
      case SUBSTRING, CHAR_AT -> cut(function, text, data, why);
      case MATCHES -> matches(text, patterns, ((Text) data.get(1)).value(), why);
      default -> withText(function, text, ((Text) data.get(1)).value(), data, why);
    };
  }

  /// The kind of an argument, counted from the text itself; empty when there is none: an expression
  /// that was not type-checked may give too many.
  private static String wanted(Function function, int index) {
    String number = "a whole number";
    List<String> kinds =
        switch (function) {
          case SUBSTRING -> List.of("a text", number, number);
          case CHAR_AT -> List.of("a text", number);
          case SPLIT, INDEX_OF, LAST_INDEX_OF -> List.of("a text", "a text", number);
          case REPLACE -> List.of("a text", "a text", "a text", number);
          case JOIN -> List.of("an array", "a text");
          case LOWER_ASCII, UPPER_ASCII, TRIM -> List.of("a text");
          default -> List.of("a text", "a text");
        };
    return index < kinds.size() ? kinds.get(index) : "";
  }

  private static boolean fits(Function function, int index, Datum datum) {
    return switch (wanted(function, index)) {
      case "a whole number" -> datum instanceof Int;
      case "an array" -> datum instanceof Items;
      case "a text" -> datum instanceof Text;
      default -> false;
    };
  }

  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  static String upper(String text) {
    StringBuilder upper = new StringBuilder(text);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      upper.setCharAt(i, c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
    }
    return upper.toString();
  }

  private static Result withText(
      Function function, String text, String other, List<Datum> data, Why why) {
    return switch (function) {
      case STARTS_WITH -> Result.of(text.startsWith(other), why);
      case ENDS_WITH -> Result.of(text.endsWith(other), why);
      case CONTAINS -> Result.of(text.contains(other), why);
      case SPLIT -> split(text, other, limit(data, 2), why);
      case REPLACE -> replace(text, other, data, why);
      case INDEX_OF, LAST_INDEX_OF -> indexOf(function, text, other, data, why);
      default -> throw new IllegalStateException("not a function of two texts: " + function);
    };
  }

  private static Result matches(String text, Patterns patterns, String pattern, Why why) {
    return patterns
        .of(pattern)
        .<Result>map(it -> Result.of(it.find(text), why))
        .orElseGet(() -> new Result.Failed("the pattern `" + pattern + "` is not understood", why));
  }

  private static Result split(String text, String separator, int limit, Why why) {
    List<Result> parts = new ArrayList<>();
    int from = 0;
    while (limit != 0 && (limit < 0 || parts.size() < limit - 1)) {
      int at =
          separator.isEmpty()
              ? text.offsetByCodePoints(from, from < text.length() ? 1 : 0)
              : text.indexOf(separator, from);
      if (at < 0 || (separator.isEmpty() && at >= text.length())) {
        break;
      }
      parts.add(text(text.substring(from, at), why));
      from = at + separator.length();
    }
    if (limit != 0 && !(separator.isEmpty() && text.isEmpty())) {
      parts.add(text(text.substring(from), why));
    }
    return new Result.Known(new Items(parts), why);
  }

  private static Result replace(String text, String old, List<Datum> data, Why why) {
    String with = ((Text) data.get(2)).value();
    int limit = limit(data, 3);
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int done = 0; limit < 0 || done < limit; done++) {
      int at = text.indexOf(old, from);
      if (at < 0) {
        break;
      }
      out.append(text, from, at).append(with);
      from = at + old.length();
      if (old.isEmpty()) {
        if (from == text.length()) {
          break;
        }
        int next = text.offsetByCodePoints(from, 1);
        out.append(text, from, next);
        from = next;
      }
    }
    return text(out.append(text.substring(from)).toString(), why);
  }

  private static Result indexOf(
      Function function, String text, String other, List<Datum> data, Why why) {
    int length = text.codePointCount(0, text.length());
    boolean last = function == Function.LAST_INDEX_OF;
    long from = data.size() > 2 ? ((Int) data.get(2)).value() : last ? length : 0;
    if (from < 0 || from > length) {
      return new Result.Failed("the position " + from + " is outside the text", why);
    }
    int start = text.offsetByCodePoints(0, (int) from);
    int found = last ? text.lastIndexOf(other, start) : text.indexOf(other, start);
    return new Result.Known(new Int(found < 0 ? -1 : text.codePointCount(0, found)), why);
  }

  private static Result cut(Function function, String text, List<Datum> data, Why why) {
    int length = text.codePointCount(0, text.length());
    long start = ((Int) data.get(1)).value();
    boolean one = function == Function.CHAR_AT;
    long end =
        one ? Math.min(length, start + 1) : data.size() > 2 ? ((Int) data.get(2)).value() : length;
    if (start < 0 || start > length || end < start || end > length) {
      return new Result.Failed("the position " + start + " is outside the text", why);
    }
    int from = text.offsetByCodePoints(0, (int) start);
    return text(text.substring(from, text.offsetByCodePoints(from, (int) (end - start))), why);
  }

  private static Result join(List<Datum> data, Why why) {
    List<Result> items = ((Items) data.getFirst()).results();
    String separator = data.size() > 1 && data.get(1) instanceof Text(String it) ? it : "";
    List<Result> parts = new ArrayList<>();
    for (Result item : items) {
      if (item instanceof Result.Known known && !(known.datum() instanceof Text)) {
        return Mismatch.of(item, "a text");
      }
      if (!parts.isEmpty()) {
        parts.add(text(separator, Why.nothing()));
      }
      parts.add(item);
    }
    return Interpolation.of(parts).because(why);
  }

  private static int limit(List<Datum> data, int index) {
    return data.size() > index && data.get(index) instanceof Int(long it)
        ? Math.clamp(it, -1, Integer.MAX_VALUE)
        : -1;
  }

  private static Result text(String text, Why why) {
    return new Result.Known(new Text(text), why);
  }
}
