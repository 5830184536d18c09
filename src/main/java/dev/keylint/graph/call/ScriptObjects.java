package dev.keylint.graph.call;

import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds objects in the text of a script, wherever they stand in it: JSON, also in quotes or behind
/// `<<EOF`, hash tables of PowerShell, dictionaries of Python, and the objects that the Search
/// libraries for Python make.
///
/// Never fails: what it can't make sense of is left out, and what is too much of it is said. A
/// member's value that is no object is the text that stands there, without quotes.
final class ScriptObjects {
  /// What the class of an object is called, as a member of it.
  static final String CLASS = "@class";

  /// Azure takes scripts of 32,000 characters; what is loaded for other uses may be longer.
  private static final int MAX_LENGTH = 1 << 18;

  private static final int MAX_DEPTH = 50;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 4_000;
  private static final Pattern CLASSES =
      Pattern.compile(
          "(?:\\w+\\.)?(AzureOpenAI\\w+|ChatCompletionSkill|WebApi\\w+|AI[A-Z]\\w+"
              + "|CognitiveServices\\w+|SearchIndexer\\w+|DataSourceCredentials)\\(");
  private static final Pattern KEY = Pattern.compile("[\\w@$.-]+");
  private static final Pattern CAST = Pattern.compile("\\[\\w+]@?(?=[{(])|@(?=[{(])");
  private static final Pattern PREFIX = Pattern.compile("[fFrRbB]{1,2}(?=[\"'])");
  private static final Pattern QUOTED_NAME = Pattern.compile("\"[\\w@$.-]{1,200}\"[ \\t]*:");
  private static final String CLOSERS = "}])";

  private final PartialText text;
  private final String chars;
  private final Property property;
  private int at;

  /// Whether objects lie in each other deeper than they are looked into.
  private boolean tooDeep;

  private ScriptObjects(PartialText text, Property property) {
    this.text = text;
    this.chars = text.chars();
    this.property = property;
  }

  /// The objects in a text; their members have the place of the property that holds it.
  static Found in(PartialText text, Property property) {
    if (text.chars().length() > MAX_LENGTH) {
      return new Found(List.of(), unread("so long a text", property));
    }
    PartialText plain = ScriptComments.removed(text).replace("\\\"", "\"").replace("`\"", "\"");
    ScriptObjects objects = new ScriptObjects(plain, property);
    List<Value> all = objects.all();
    return new Found(
        all,
        objects.tooDeep ? unread("a text that is nested so deep", property) : Optional.empty());
  }

  /// What a text holds, and why that may not be all.
  record Found(List<Value> objects, Optional<Value.Unknown> unread) {
    Found {
      objects = List.copyOf(objects);
    }
  }

  private static Optional<Value.Unknown> unread(String what, Property property) {
    return Optional.of(Doubt.notStated("which objects " + what + " makes", property.at()));
  }

  private List<Value> all() {
    List<Value> roots = new ArrayList<>();
    while (at < chars.length()) {
      char c = chars.charAt(at);
      if (c == '{') {
        // That of a variable is no object.
        if (at > 0 && chars.charAt(at - 1) == '$') {
          at++;
        } else {
          roots.add(object('}', 0));
        }
      } else if (isWordStart() && startsClass()) {
        roots.add(made(0));
      } else {
        at++;
      }
    }
    return roots;
  }

  private boolean isWordStart() {
    return Character.isLetter(chars.charAt(at))
        && (at == 0 || !Character.isJavaIdentifierPart(chars.charAt(at - 1)));
  }

  private boolean startsClass() {
    return CLASSES.matcher(chars).region(at, chars.length()).lookingAt();
  }

  /// `Class(name=value, …)`.
  private Value made(int depth) {
    Matcher name = CLASSES.matcher(chars).region(at, chars.length());
    List<Property> members = new ArrayList<>();
    if (name.lookingAt()) {
      members.add(member(CLASS, new Value.Str(name.group(1), origin())));
      at = name.end() - 1;
    }
    members(')', depth, members);
    return new Value.Obj(Properties.of(members), origin());
  }

  private Value object(char close, int depth) {
    List<Property> members = new ArrayList<>();
    members(close, depth, members);
    return new Value.Obj(Properties.of(members), origin());
  }

  /// Reads the members up to the end of an object, which begins here.
  private void members(char close, int depth, List<Property> members) {
    at++;
    int unnamed = 0;
    while (at < chars.length()) {
      char c = chars.charAt(at);
      if (CLOSERS.indexOf(c) >= 0) {
        if (c == close) {
          at++;
          return;
        }
        if (close == '}' && depth > 0 && c == ']') {
          return;
        }
        at++;
      } else if (c == '{' || c == '[') {
        members.add(member("#" + unnamed++, value(depth + 1)));
      } else if (isWordStart() && startsClass() && fits(depth + 1)) {
        members.add(member("#" + unnamed++, made(depth + 1)));
      } else if (!named(depth, members)) {
        at = Math.max(at + 1, afterWord());
      }
    }
  }

  /// Reads `name: value` or `name = value`, if that is what stands here.
  private boolean named(int depth, List<Property> members) {
    char c = chars.charAt(at);
    int start = at;
    int end;
    int after;
    if (c == '"' || c == '\'') {
      start++;
      end = chars.indexOf(c, start, limit(start, LONGEST_NAME));
      after = end + 1;
    } else {
      end = afterWord();
      after = end;
    }
    if (end <= start || chars.substring(start, end).indexOf('\n') >= 0) {
      return false;
    }
    int sign = skipBlanks(after);
    if (sign >= chars.length()
        || ":=".indexOf(chars.charAt(sign)) < 0
        || chars.startsWith("==", sign)
        || chars.startsWith("::", sign)
        || chars.startsWith("://", sign)) {
      return false;
    }
    String name = chars.substring(start, end);
    at = sign + 1;
    members.add(member(name, value(depth + 1)));
    return true;
  }

  private int afterWord() {
    Matcher word = KEY.matcher(chars).region(at, chars.length());
    return word.lookingAt() ? word.end() : at;
  }

  private Value value(int depth) {
    at = skip(at);
    Matcher cast = CAST.matcher(chars).region(at, chars.length());
    if (cast.lookingAt()) {
      at = cast.end();
    }
    if (at >= chars.length()) {
      return new Value.Null(origin());
    }
    char c = chars.charAt(at);
    boolean made = isWordStart() && startsClass();
    if (("{[(".indexOf(c) >= 0 || made) && fits(depth)) {
      return made
          ? made(depth)
          : c == '{' ? object('}', depth) : array(c == '[' ? ']' : ')', depth);
    }
    Matcher prefix = PREFIX.matcher(chars).region(at, chars.length());
    if (prefix.lookingAt()) {
      at = prefix.end();
    }
    char first = chars.charAt(at);
    return first == '"' || first == '\'' ? quoted(first) : bare();
  }

  private Value array(char close, int depth) {
    List<Value> items = new ArrayList<>();
    at = skip(at + 1);
    while (at < chars.length() && chars.charAt(at) != '}') {
      char c = chars.charAt(at);
      int next = at + 1;
      if (c == close) {
        at = next;
        break;
      }
      if (c != ',' && !(c == PartialText.HOLE && startsObject(skip(next)))) {
        items.add(value(depth + 1));
      }
      at = skip(Math.max(at, next));
    }
    return new Value.Arr(items, origin());
  }

  private boolean fits(int depth) {
    tooDeep |= depth > MAX_DEPTH;
    return depth <= MAX_DEPTH;
  }

  private boolean startsObject(int at) {
    return at < chars.length() && chars.charAt(at) == '{';
  }

  /// A text in quotes. Shells put texts together by leaving the quotes and coming back, so that
  /// only a quote before something that may follow a value ends it.
  private Value quoted(char quote) {
    int start = at + 1;
    int limit = limit(start, LONGEST_TEXT);
    int line = chars.indexOf('\n', start, limit);
    int lineEnd = line < 0 ? limit : line;
    int first = chars.indexOf(quote, start, limit);
    int end = first;
    while (end >= 0 && !isEnd(end + 1)) {
      end = chars.indexOf(quote, end + 1, Math.max(end + 1, lineEnd));
    }
    int stop = end >= 0 ? end : first >= 0 ? first : lineEnd;
    boolean cut = stop == limit && limit < chars.length() && chars.charAt(limit) != quote;
    at = Math.min(stop + 1, chars.length());
    return cut ? withRest(text(start, stop)) : text(start, stop);
  }

  private Value withRest(Value beginning) {
    PartialText rest = PartialText.hole(Doubt.notStated("the end of a long text", property.at()));
    return PartialText.of(beginning).orElse(rest).append(rest).value();
  }

  private int limit(int from, int most) {
    return Math.min(chars.length(), from + most);
  }

  /// What is not known may stand between two members, too, with the comma between them.
  private boolean isEnd(int after) {
    int next = skipBlanks(after);
    boolean hole = next < chars.length() && chars.charAt(next) == PartialText.HOLE;
    while (next < chars.length() && chars.charAt(next) == PartialText.HOLE) {
      next = skipBlanks(next + 1);
    }
    return next >= chars.length()
        || ",;}])\r\n#".indexOf(chars.charAt(next)) >= 0
        || (hole && QUOTED_NAME.matcher(chars).region(next, chars.length()).lookingAt());
  }

  /// What stands without quotes up to the end of the member.
  private Value bare() {
    int start = at;
    int open = 0;
    while (at < chars.length()) {
      char c = chars.charAt(at);
      if ("([{".indexOf(c) >= 0) {
        open++;
      } else if (CLOSERS.indexOf(c) >= 0) {
        if (open == 0) {
          break;
        }
        open--;
      } else if (c == '\n' || (open == 0 && ",;\r".indexOf(c) >= 0)) {
        break;
      }
      at++;
    }
    return text(start, at);
  }

  /// The text of a member, without the quotes by which it was put together.
  private Value text(int from, int to) {
    PartialText raw = text.slice(from, to).strip();
    PartialText joined =
        raw.replace("\" + \"", "").replace("' + '", "").replace("\"", "").replace("'", "");
    String known = joined.chars().toLowerCase(Locale.ROOT);
    return known.equals("null") || known.equals("$null") || known.equals("none")
        ? new Value.Null(origin())
        : joined.value();
  }

  private Property member(String name, Value value) {
    return new Property(name, property.at(), value);
  }

  private Origin origin() {
    return Origin.at(property.at());
  }

  private int skip(int from) {
    int next = from;
    while (next < chars.length() && Character.isWhitespace(chars.charAt(next))) {
      next++;
    }
    return next;
  }

  private int skipBlanks(int from) {
    int next = from;
    while (next < chars.length() && (chars.charAt(next) == ' ' || chars.charAt(next) == '\t')) {
      next++;
    }
    return next;
  }
}
