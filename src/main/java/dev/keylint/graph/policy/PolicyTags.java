package dev.keylint.graph.policy;

import dev.keylint.value.PartialText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the tags of policies, and the C# expressions in them: `@(…)` and `@{…}`.
final class PolicyTags {
  /// How XML writes a quote in other ways.
  private static final List<String> QUOTES = List.of("&quot;", "&#34;", "&#x22;");

  private final PartialText text;
  private final String chars;

  /// What no expression has in it.
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(?i)<(authentication-managed-identity|set-(header|query-parameter|backend-service|url"
              + "|variable)|send-request|include-fragment)[\\s/>]");

  /// Whether an expression seems to have elements in it: then it may end before them.
  private boolean swallows;

  /// Set once an expression turned out to have no end: then none is looked for any more, so that
  /// time stays linear.
  private boolean broken;

  PolicyTags(PartialText text) {
    this.text = text;
    this.chars = text.chars();
  }

  /// A start tag; `end` is right behind its `>`.
  record Tag(String name, List<PolicyElement.Attribute> attributes, boolean closed, int end) {}

  /// The tag that starts at `<`.
  Tag read(int start) {
    int at = afterName(start + 1);
    String name = chars.substring(start + 1, at);
    List<PolicyElement.Attribute> attributes = new ArrayList<>();
    while (at < chars.length()) {
      char c = chars.charAt(at);
      if (c == '>') {
        return new Tag(name, attributes, chars.charAt(at - 1) == '/', at + 1);
      }
      if (c == '<') {
        return new Tag(name, attributes, false, at);
      }
      int end = afterName(at);
      at = end > at ? attribute(at, end, attributes) : at + 1;
    }
    return new Tag(name, attributes, false, at);
  }

  private int attribute(int start, int nameEnd, List<PolicyElement.Attribute> attributes) {
    int at = afterBlanks(nameEnd);
    if (at >= chars.length() || chars.charAt(at) != '=') {
      return nameEnd;
    }
    at = afterBlanks(at + 1);
    if (at >= chars.length() || (chars.charAt(at) != '"' && chars.charAt(at) != '\'')) {
      return at;
    }
    int end = closingQuote(at);
    attributes.add(
        new PolicyElement.Attribute(
            chars.substring(start, nameEnd),
            XmlText.attribute(text.slice(at + 1, end)),
            start,
            Math.min(end + 1, chars.length())));
    return Math.min(end + 1, chars.length());
  }

  /// The quote that ends an attribute; quotes inside of an expression do not.
  private int closingQuote(int open) {
    int from = open + 1;
    if (from < chars.length() && chars.charAt(from) == '@') {
      int behind = afterExpression(from);
      if (behind < chars.length() && chars.charAt(behind) == chars.charAt(open)) {
        return behind;
      }
    }
    int close = chars.indexOf(chars.charAt(open), from);
    return close < 0 ? chars.length() : close;
  }

  /// Whether elements may have been taken for a part of an expression.
  boolean swallows() {
    return swallows;
  }

  /// The offset behind an expression, or behind the `@` when there is none.
  int afterExpression(int start) {
    int at = start + 1;
    if (broken || at >= chars.length() || (chars.charAt(at) != '(' && chars.charAt(at) != '{')) {
      return at;
    }
    int depth = 0;
    while (at < chars.length()) {
      char c = chars.charAt(at);
      if (quoteAt(at) > 0) {
        at = afterString(at);
      } else if (chars.startsWith("//", at)) {
        at = after("\n", at);
      } else if (chars.startsWith("/*", at)) {
        at = after("*/", at + 2);
      } else if (c == '\'') {
        at = afterCharacter(at);
      } else {
        depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
        at++;
        if (depth == 0) {
          swallows |= ELEMENT.matcher(chars).region(start, at).find();
          return at;
        }
      }
    }
    broken = true;
    return start + 1;
  }

  private int after(String end, int from) {
    int found = chars.indexOf(end, from);
    return found < 0 ? chars.length() : found + end.length();
  }

  private int afterString(int start) {
    boolean verbatim = chars.charAt(start - 1) == '@';
    boolean raw = chars.charAt(start) == '"';
    int at = start + quoteAt(start);
    while (at < chars.length()) {
      if (chars.charAt(at) == '\\' && !verbatim) {
        at += 2;
      } else if (quoteAt(at) > 0 && raw == (chars.charAt(at) == '"')) {
        return at + quoteAt(at);
      } else {
        at++;
      }
    }
    return at;
  }

  /// The length of a quote at an offset; 0 when there is none.
  private int quoteAt(int at) {
    return switch (chars.charAt(at)) {
      case '"' -> 1;
      case '&' ->
          QUOTES.stream()
              .filter(quote -> chars.startsWith(quote, at))
              .mapToInt(String::length)
              .findFirst()
              .orElse(0);
      default -> 0;
    };
  }

  /// Behind a character literal; a lone apostrophe is none.
  private int afterCharacter(int start) {
    int end = chars.indexOf('\'', start + 1);
    return end > start && end - start <= 7 ? end + 1 : start + 1;
  }

  int afterName(int from) {
    int at = from;
    while (at < chars.length() && isName(chars.charAt(at))) {
      at++;
    }
    return at;
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < chars.length() && Character.isWhitespace(chars.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || c == '.';
  }
}
