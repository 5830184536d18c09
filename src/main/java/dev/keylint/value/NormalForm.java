package dev.keylint.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The printed normal form of values: ARM syntax without the outer brackets.
///
/// Two values are the same exactly when they print the same. Keys of objects are in ordinal order,
/// variables of lambdas are called `v0`, `v1`, … by depth of nesting.
public final class NormalForm {
  private static final String REDACTED = "***";
  private static final int LONGEST_SCALE = 1_000;

  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> variables = new HashMap<>();
  private final boolean redacted;

  private NormalForm(boolean redacted) {
    this.redacted = redacted;
  }

  /// A value as an ARM expression: a text in quotes, an object as `createObject(..)`.
  public static String print(Value value) {
    NormalForm form = new NormalForm(false);
    form.value(value);
    return form.out.toString();
  }

  /// The same for people to read: what is known of secrets is `'***'`. Not for comparing.
  public static String redacted(Value value) {
    NormalForm form = new NormalForm(true);
    form.value(value);
    return form.out.toString();
  }

  /// An irreducible expression for people to read. Not for comparing.
  public static String redacted(Term term) {
    NormalForm form = new NormalForm(true);
    form.term(term);
    return form.out.toString();
  }

  /// An irreducible expression.
  public static String print(Term term) {
    NormalForm form = new NormalForm(false);
    form.term(term);
    return form.out.toString();
  }

  /// A text as it is, any other value as an expression: the form of ids in reasons and keys.
  public static String plain(Value value) {
    return value instanceof Value.Str(String text, _) ? text : print(value);
  }

  /// A path of member keys as written after an expression, without a leading dot; for people to
  /// read.
  public static String path(List<Value> keys) {
    NormalForm form = new NormalForm(true);
    form.keys(keys);
    String text = form.out.toString();
    return text.startsWith(".") ? text.substring(1) : text;
  }

  private void value(Value value) {
    if (redacted && value.origin().secret() && !(value instanceof Value.Unknown)) {
      quoted(REDACTED);
      return;
    }
    switch (value) {
      case Value.Null _ -> out.append("null()");
      case Value.Bool(boolean truth, _) -> out.append(truth).append("()");
      case Value.Int(long number, _) -> out.append(number);
      case Value.Decimal(var number, _) -> out.append("json('").append(plain(number)).append("')");
      case Value.Str(String text, _) -> quoted(text);
      case Value.Arr(List<Value> items, _) -> call("createArray", items);
      case Value.Obj(Properties properties, _) -> object(properties);
      case Value.Unknown unknown -> term(unknown.term());
    }
  }

  /// Without an exponent, unless it asks for a billion digits.
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > LONGEST_SCALE
        ? number.toString()
        : number.toPlainString();
  }

  private void term(Term term) {
    switch (term) {
      case Term.Call(String function, List<Value> arguments) -> {
        if (function.equals(Term.LAMBDA_VARIABLES)) {
          variable(arguments);
        } else {
          call(function, arguments);
        }
      }
      case Term.Access(Value base, List<Value> path) -> {
        value(base);
        keys(path);
      }
      case Term.Concat(List<Value> parts) -> concat(parts);
      case Term.Lambda(List<String> names, Value body) -> lambda(names, body);
    }
  }

  private void call(String function, List<Value> arguments) {
    out.append(function).append('(');
    String separator = "";
    for (Value argument : arguments) {
      out.append(separator);
      value(argument);
      separator = ", ";
    }
    out.append(')');
  }

  private void variable(List<Value> arguments) {
    String name = plain(arguments.getFirst());
    out.append(Term.LAMBDA_VARIABLES).append('(');
    quoted(variables.getOrDefault(name, name));
    out.append(')');
  }

  private void lambda(List<String> names, Value body) {
    out.append("lambda(");
    for (String name : names) {
      String renamed = "v" + variables.size();
      variables.put(name, renamed);
      quoted(renamed);
      out.append(", ");
    }
    value(body);
    out.append(')');
    names.forEach(variables::remove);
  }

  private void object(Properties properties) {
    if (properties.isOpen()) {
      out.append("shallowMerge(createArray(");
      term(properties.unread().orElseThrow().term());
      out.append(", ");
      entries(properties);
      out.append("))");
    } else {
      entries(properties);
    }
  }

  private void entries(Properties properties) {
    out.append("createObject(");
    List<Property> sorted = new ArrayList<>(properties.entries());
    sorted.sort(Comparator.comparing(Property::name));
    String separator = "";
    for (Property property : sorted) {
      out.append(separator);
      quoted(redacted && property.hiding() != Hiding.NONE ? REDACTED : property.name());
      out.append(", ");
      value(property.value());
      separator = ", ";
    }
    out.append(')');
  }

  private void concat(List<Value> parts) {
    out.append("format('");
    int holes = 0;
    for (Value part : parts) {
      if (part instanceof Value.Str(String text, _)) {
        doubled(redacted && part.origin().secret() ? REDACTED : text, true);
      } else {
        out.append('{').append(holes++).append('}');
      }
    }
    out.append('\'');
    for (Value part : parts) {
      if (!(part instanceof Value.Str)) {
        out.append(", ");
        value(part);
      }
    }
    out.append(')');
  }

  private void keys(List<Value> path) {
    for (Value key : path) {
      boolean hidden = redacted && key.origin().secret();
      if (!hidden && key instanceof Value.Str(String name, _) && isIdentifier(name)) {
        out.append('.').append(name);
      } else {
        out.append('[');
        value(key);
        out.append(']');
      }
    }
  }

  private void quoted(String text) {
    out.append('\'');
    doubled(text, false);
    out.append('\'');
  }

  /// A text with each quote twice, and in a format each brace.
  private void doubled(String text, boolean inFormat) {
    int done = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\'' || (inFormat && (c == '{' || c == '}'))) {
        out.append(text, done, at + 1);
        done = at;
      }
    }
    out.append(text, done, text.length());
  }

  private static boolean isIdentifier(String name) {
    if (name.isEmpty() || isDigit(name.charAt(0))) {
      return false;
    }
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (!isDigit(c) && c != '_' && !isLetter(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
