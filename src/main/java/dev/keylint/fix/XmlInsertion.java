package dev.keylint.fix;

import dev.keylint.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes XML behind an element, in a file of its own or in a text of Bicep or JSON.
final class XmlInsertion {
  private static final String NO_ELEMENT =
      "the element that it has to follow is made by an expression";

  private static final Pattern NAME = Pattern.compile("<([\\w.-]+)");

  /// A line break and an indent, as they are or as a text of a language spells them.
  private static final Pattern LINE = Pattern.compile("(\r?\n|(\\\\r)?\\\\n)([ \t]|\\\\t)*$");

  private XmlInsertion() {}

  static Attempt behind(String text, Span part, String xml) {
    int start = text.lastIndexOf('<', part.start());
    Matcher name = NAME.matcher(text);
    if (start < 0 || !name.find(start) || name.start() != start) {
      return Attempt.refused(NO_ELEMENT);
    }
    int close = close(text, start);
    if (close < part.end()) {
      return Attempt.refused(NO_ELEMENT);
    }
    String end = "</" + name.group(1) + ">";
    int last = text.charAt(close - 1) == '/' ? close + 1 : text.indexOf(end, close) + end.length();
    if (last < close) {
      return Attempt.refused(NO_ELEMENT);
    }
    boolean escaped = text.substring(start, last).contains("\\\"");
    String written = escaped ? xml.replace("\"", "\\\"") : xml;
    if (text.startsWith(written, last + separator(text, start).length())) {
      return Attempt.of();
    }
    return Attempt.of(Splice.insert(last, separator(text, start) + written));
  }

  /// Where the tag that begins there ends; a `>` in quotes ends none.
  private static int close(String text, int start) {
    int at = start;
    char quote = 0;
    for (; at < text.length() && (quote != 0 || text.charAt(at) != '>'); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    return at < text.length() ? at : -1;
  }

  /// What stands between the element and what is before it, if that is a line break.
  private static String separator(String text, int start) {
    Matcher line = LINE.matcher(text.substring(Math.max(0, start - 200), start));
    return line.find() ? line.group() : "";
  }
}
