package dev.keylint.fix;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Syntax;
import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import dev.keylint.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What to do about a value that an environment variable decides, which no file of the scan holds.
final class Variables {
  /// `${NAME}` and `${NAME=default}`, as azd fills them in.
  private static final Pattern HOLE = Pattern.compile("\\$\\{(\\w++)([^{}]*+)}");

  private Variables() {}

  /// What to do, if a text of a parameter file has such a hole, as a phrase.
  static Optional<Phrase> in(String text, Value wanted, Location at) {
    Matcher hole = HOLE.matcher(text);
    if (text.startsWith("[") || !hole.find()) {
      return Optional.empty();
    }
    boolean alone = hole.start() == 0 && hole.end() == text.length();
    return Optional.of(
        advice(hole.group(1), alone ? shown(wanted) : "", !hole.group(2).isEmpty(), at));
  }

  /// The same of an expression that reads one.
  static Optional<Phrase> in(Expression expression, Value wanted, Location at) {
    Deque<Syntax> rest = new ArrayDeque<>(List.of(expression));
    while (!rest.isEmpty()) {
      Syntax next = rest.pop();
      if (next instanceof Expression.FunctionCall(var function, var arguments, _)
          && function.name().equals("readEnvironmentVariable")
          && !arguments.isEmpty()
          && arguments.getFirst() instanceof Expression.StringSyntax name
          && name.text().isPresent()) {
        return Optional.of(
            advice(name.text().orElseThrow(), shown(wanted), arguments.size() > 1, at));
      }
      BicepTree.parts(next).forEach(rest::push);
    }
    return Optional.empty();
  }

  private static Phrase advice(String name, String value, boolean standard, Location at) {
    Phrase advice =
        Phrase.of("the environment variable `" + name + "` decides it: set that")
            .and(value.isEmpty() ? "" : " to `" + value + "`");
    return standard
        ? advice.and(", or change its default at ").and(at)
        : advice.and(", which ").and(at).and(" reads");
  }

  private static String shown(Value wanted) {
    return switch (wanted) {
      case Value.Str(String text, _) -> text;
      case Value.Bool(boolean it, _) -> String.valueOf(it);
      case Value.Int(long it, _) -> String.valueOf(it);
      case Value _ -> "";
    };
  }
}
