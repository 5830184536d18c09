package dev.keylint.graph.policy;

import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an expression in C# names: the texts that it holds, and the variables of the request that
/// it reads.
///
/// @param alternatives the variables whose values the expression may give; not those that it only
///   puts behind or into another text
/// @param dynamic whether it reads a variable whose name is made at run time
record CSharp(
    List<PartialText> texts, Set<String> variables, Set<String> alternatives, boolean dynamic) {
  private static final Pattern READ =
      Pattern.compile(
          "Variables\\s*(\\[|\\.\\s*(GetValueOrDefault|TryGetValue)\\s*(<[^<>]*>)?\\s*\\()\\s*");
  private static final Pattern READ_OF = Pattern.compile(READ.pattern() + "[$@]*$");

  private static final Pattern READ_BY_NAME =
      Pattern.compile(READ.pattern() + "[$@]*\"(?<name>[^\"]*)\"");

  /// Before the name of a variable that is read as a number or truth, which gives no text.
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "(?i)\\((int(32|64)?|long|double|bool(ean)?)\\)\\s*(context\\s*\\.\\s*)?Variables[^\"]*$"
              + "|<(int(32|64)?|long|double|bool(ean)?)>[^\"]*$");

  private static final Pattern HEX =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{1,4}))");

  /// A text that is put behind something, right behind another text, and one with more behind it.
  private static final Pattern JOINS = Pattern.compile("\\+\\s*[$@]*$");

  private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*[$@]*");

  /// Functions that make another text of texts.
  private static final Pattern MAKES =
      Pattern.compile(
          "\\b(Concat|Join|Format|Replace|Substring|Remove|Insert|Trim\\w*|Reverse|Split|\\w*Base64\\w*"
              + "|UrlDecode|UnescapeDataString|ToLower\\w*|Aggregate)\\s*\\(");

  /// Before the name of a variable whose value goes behind another text.
  private static final Pattern APPENDED =
      Pattern.compile(
          "\\+\\s*(\\(\\s*[\\w.]*\\s*\\)\\s*|\\(\\s*)*(context\\s*\\.\\s*)?Variables[^\"]*$");

  /// Longer texts are no URLs, and not put together.
  private static final int LONGEST = 2000;

  /// How far back the code before a text is looked at, without blanks and comments.
  private static final int BACK = 400;

  CSharp {
    texts = List.copyOf(texts);
    variables = Set.copyOf(variables);
    alternatives = Set.copyOf(alternatives);
  }

  /// Whether an expression makes texts that do not stand in it.
  static boolean makesTexts(PartialText expression) {
    Scanner scanner = new Scanner(expression);
    scanner.scan();
    return scanner.makes;
  }

  /// Whether a text is, or has in it, an expression.
  static boolean isIn(PartialText text) {
    return text.chars().contains("@(") || text.chars().contains("@{");
  }

  static CSharp of(PartialText expression) {
    return new Scanner(expression).scan();
  }

  private static final class Scanner {
    private final PartialText whole;
    private final String code;
    private final List<PartialText> texts = new ArrayList<>();
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> alternatives = new LinkedHashSet<>();
    private boolean dynamic;
    private int at;

    /// Whether nothing stands between the last text and what follows.
    private boolean joinable;

    /// The code since the last text, with one blank for several and for comments.
    private final StringBuilder recent = new StringBuilder();

    /// Whether a function makes other texts.
    private boolean makes;

    Scanner(PartialText whole) {
      this.whole = whole;
      this.code = whole.chars();
    }

    CSharp scan() {
      while (at < code.length()) {
        char c = code.charAt(at);
        int next = afterGap(at);
        if (next > at) {
          recent.append(' ');
          at = next;
        } else if (c == '"') {
          text();
        } else if (c == '\'') {
          int end = code.indexOf('\'', at + (code.startsWith("\\", at + 1) ? 3 : 2));
          at = end > at && end - at <= 7 ? end + 1 : at + 1;
          recent.append(c);
        } else {
          recent.append(c);
          at++;
        }
      }
      look();
      return new CSharp(texts, variables, alternatives, dynamic);
    }

    /// Whether the code since the last text reads a variable by something else than a text.
    private void look() {
      makes |= MAKES.matcher(recent).find();
      Matcher read = READ.matcher(recent);
      while (read.find()) {
        int behind = read.end();
        while (behind < recent.length() && "$@".indexOf(recent.charAt(behind)) >= 0) {
          behind++;
        }
        dynamic |= behind < recent.length();
      }
    }

    /// Behind the blanks and comments that start at an offset.
    private int afterGap(int from) {
      int next = from;
      int before = -1;
      while (next > before && next < code.length()) {
        before = next;
        if (Character.isWhitespace(code.charAt(next))) {
          next++;
        } else if (code.startsWith("//", next)) {
          next = after("\n", next);
        } else if (code.startsWith("/*", next)) {
          next = after("*/", next + 2);
        }
      }
      return next;
    }

    private int after(String end, int from) {
      int found = code.indexOf(end, from);
      return found < 0 ? code.length() : found + end.length();
    }

    private void text() {
      int start = at;
      look();
      boolean verbatim = isBefore(start, '@');
      boolean filled = isBefore(start, '$');
      PartialTextBuilder text = new PartialTextBuilder();
      at++;
      int from = at;
      while (at < code.length() && !isEnd(verbatim)) {
        char c = code.charAt(at);
        if ((c == '\\' && !verbatim) || (c == '"' && verbatim)) {
          text.add(whole.slice(from, at));
          from = escaped(text);
        } else if (c == '{' && filled) {
          text.add(whole.slice(from, at));
          at = afterBrace();
          text.add(unknown());
          from = at;
        } else {
          at++;
        }
      }
      int end = Math.min(at, code.length());
      at = Math.min(end + 1, code.length());
      add(text.add(whole.slice(Math.min(from, end), end)).build(whole.origin()));
      recent.setLength(0);
    }

    /// Goes behind an escaped character; what of it is still to be added starts at the result.
    private int escaped(PartialTextBuilder text) {
      Matcher hex = HEX.matcher(code).region(at, code.length());
      if (hex.lookingAt()) {
        text.add(
            String.valueOf(
                (char) Integer.parseInt(hex.group(1) == null ? hex.group(2) : hex.group(1), 16)));
        at = hex.end();
        return at;
      }
      int from = Math.min(at + 1, code.length());
      at += 2;
      return from;
    }

    private PartialText unknown() {
      return PartialText.hole(
          Doubt.unsupported("a part of a text that C# makes", whole.origin().at()));
    }

    /// A text with those that `+` puts before and behind it, known or not.
    private void join(PartialText text, String before) {
      boolean joins = JOINS.matcher(before).find();
      PartialText whole = text;
      if (joins
          && joinable
          && texts.getLast().chars().length() < LONGEST
          && JOINED.matcher(before).matches()) {
        whole = texts.removeLast().append(text);
      } else if (joins) {
        whole = new PartialTextBuilder().add(unknown()).add(text).build(text.origin());
      }
      joinable = !isJoinedWithMore();
      texts.add(joinable ? whole : whole.append(unknown()));
    }

    /// Whether something else than a text is put behind the text that ends here.
    private boolean isJoinedWithMore() {
      int plus = afterGap(at);
      int more = afterGap(plus + 1);
      return code.startsWith("+", plus)
          && (more >= code.length() || "$@\"".indexOf(code.charAt(more)) < 0);
    }

    private boolean isEnd(boolean verbatim) {
      return code.charAt(at) == '"' && !(verbatim && code.startsWith("\"", at + 1));
    }

    /// Behind `{…}` of an interpolation; what is in it may read variables too.
    private int afterBrace() {
      int end = code.indexOf('}', at);
      int close = end < 0 ? code.length() : end;
      Matcher read = READ_BY_NAME.matcher(code).region(at, close);
      while (read.find()) {
        variables.add(read.group("name").toLowerCase(Locale.ROOT));
      }
      return Math.min(close + 1, code.length());
    }

    private void add(PartialText text) {
      String before = recent.substring(Math.max(0, recent.length() - BACK));
      if (READ_OF.matcher(before).find()) {
        if (!NO_TEXT.matcher(before).find()) {
          variables.add(text.key());
          if (!APPENDED.matcher(before).find()) {
            alternatives.add(text.key());
          }
        }
        joinable = false;
      } else {
        join(text, before);
      }
    }

    private boolean isBefore(int start, char mark) {
      return (start > 0 && code.charAt(start - 1) == mark)
          || (start > 1
              && code.charAt(start - 2) == mark
              && "$@".indexOf(code.charAt(start - 1)) >= 0);
    }
  }
}
