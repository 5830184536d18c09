package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of Logic Apps and Data Factory, in which `@…` and `@{…}` are expressions that are
/// evaluated when the flow runs.
///
/// Only parameters and app settings with a known value, literals and `concat` are looked through.
final class FlowText {
  private static final String HOLE = "@{";
  private static final Pattern PARAMETER = Pattern.compile("\\s*parameters\\('([^']+)'\\)\\s*");
  private static final Pattern SETTING = Pattern.compile("\\s*appsetting\\('([^']+)'\\)\\s*");

  /// A parameter may name a setting, and a workflow a parameter.
  private static final int MAX_DEPTH = 4;

  /// Expressions of one text, and characters that they stand for: parameters may name each other,
  /// twice and more.
  private static final int MAX_WORK = 1 << 20;

  private static final Pattern CONCAT = Pattern.compile("\\s*concat\\((.*)\\)\\s*", Pattern.DOTALL);
  private static final Pattern LITERAL =
      Pattern.compile("\\s*'((?:[^'" + PartialText.HOLE + "]|'')*+)'\\s*");

  private final Value owner;
  private final Map<String, Value> parameters;
  private final Map<String, Value> settings;
  private int work;

  /// Resolves for the flow with this id.
  ///
  /// @param parameters by name in lower case
  /// @param settings of the app that runs the flow, likewise
  FlowText(Value owner, Map<String, Value> parameters, Map<String, Value> settings) {
    this.owner = owner;
    this.parameters = Map.copyOf(parameters);
    this.settings = Map.copyOf(settings);
  }

  /// The same property, or the object that a parameter gives in its place.
  Property object(Property property) {
    return Bodies.text(property.value())
        .filter(it -> it.startsWith("@"))
        .flatMap(it -> value(PARAMETER.matcher(it.substring(1)), parameters))
        .filter(Value.Obj.class::isInstance)
        .map(it -> property.with(it))
        .orElse(property);
  }

  /// The same property with its expressions put in or made holes.
  Property resolve(Property property) {
    Value value = property.value();
    if (value instanceof Value.Obj) {
      // An expression object of Data Factory: {"value": "@…", "type": "Expression"}.
      value = Bodies.at(value, "value").map(Property::value).orElse(value);
    }
    Optional<PartialText> text = PartialText.of(value);
    work = 0;
    return text.isEmpty() ? property : property.with(resolve(text.orElseThrow(), 0).value());
  }

  private PartialText resolve(PartialText text, int depth) {
    String chars = text.chars();
    if (chars.startsWith("@@")) {
      return text.from(1);
    }
    if (chars.startsWith("@") && !chars.startsWith("@{")) {
      return expression(chars.substring(1), text, depth);
    }
    PartialTextBuilder result = new PartialTextBuilder();
    int from = 0;
    for (int at = chars.indexOf(HOLE); at >= 0; at = chars.indexOf(HOLE, from)) {
      int inside = at + HOLE.length();
      int end = end(chars, inside);
      result.add(text.slice(from, at)).add(expression(chars.substring(inside, end), text, depth));
      from = Math.min(end + 1, chars.length());
    }
    return result.add(text.from(from)).build(text.origin());
  }

  /// Where the brace stands that ends an expression; those in its texts do not.
  private static int end(String chars, int from) {
    boolean quoted = false;
    int at = from;
    while (at < chars.length() && (quoted || chars.charAt(at) != '}')) {
      quoted ^= chars.charAt(at) == '\'';
      at++;
    }
    return at;
  }

  private PartialText expression(String expression, PartialText text, int depth) {
    Optional<Value> value =
        value(PARAMETER.matcher(expression), parameters)
            .or(() -> value(SETTING.matcher(expression), settings));
    work++;
    if (value.isPresent() && depth < MAX_DEPTH) {
      return PartialText.of(value.orElseThrow())
          .filter(it -> isLittle(it.chars().length()))
          .map(it -> it.chars().startsWith("@Microsoft.") ? it : resolve(it, depth + 1))
          .orElseGet(() -> hole(expression, text));
    }
    Matcher literal = LITERAL.matcher(expression);
    if (literal.matches()) {
      return PartialText.of(literal.group(1).replace("''", "'"), text.origin());
    }
    Matcher concat = CONCAT.matcher(expression);
    if (concat.matches() && depth < MAX_DEPTH) {
      PartialTextBuilder joined = new PartialTextBuilder();
      arguments(concat.group(1)).forEach(it -> joined.add(expression(it, text, depth + 1)));
      return joined.build(text.origin());
    }
    return hole(expression, text);
  }

  private boolean isLittle(int more) {
    work += more;
    return work <= MAX_WORK;
  }

  /// What stands between the commas that are in no text and no parentheses.
  private static List<String> arguments(String all) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth == 0) {
          arguments.add(all.substring(from, i));
          from = i + 1;
        }
      }
    }
    arguments.add(all.substring(from));
    return arguments;
  }

  private static Optional<Value> value(Matcher name, Map<String, Value> values) {
    return name.matches()
        ? Optional.ofNullable(values.get(name.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private PartialText hole(String expression, PartialText text) {
    String shown = "@" + expression.replace(PartialText.HOLE, ' ');
    return PartialText.hole(Doubt.atRunTime(owner, shown, text.origin().at()));
  }
}
