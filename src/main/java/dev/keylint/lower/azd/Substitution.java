package dev.keylint.lower.azd;

import dev.keylint.template.Expr;
import dev.keylint.text.GoText;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Puts variables into the texts of one parameter, and remembers which.
final class Substitution {
  private final Function<String, AzdVariable> variables;
  private final Location at;
  private final Marked marks;
  private final Set<String> unset = new LinkedHashSet<>();
  private final List<String> empty = new ArrayList<>();
  private final List<String> defaulted = new ArrayList<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> outputs = new LinkedHashSet<>();

  Substitution(Function<String, AzdVariable> variables, Marked marks, Location at) {
    this.variables = variables;
    this.marks = marks;
    this.at = at;
  }

  /// The text with marks for what is not known; empty where azd breaks off.
  Optional<String> of(String text) {
    return Marked.hasMarks(text)
        ? Optional.empty()
        : FormParser.parse(text).flatMap(this::parts).map(parts -> String.join("", parts));
  }

  /// The value that the user gave a variable, if it is not empty.
  Optional<String> given(String name) {
    return variables.apply(name) instanceof AzdVariable.Given(String text) && !text.isEmpty()
        ? Optional.of(given(text, true))
        : Optional.empty();
  }

  /// The variables so far that have no value.
  Set<String> unset() {
    return unset;
  }

  /// The same without those that only stand in a default that nobody needs, or have one.
  List<String> empty() {
    return empty.stream().distinct().toList();
  }

  /// The variables so far of which a default in the file is taken, those in a default behind the
  /// one that has it.
  List<String> defaulted() {
    return defaulted.stream().distinct().toList();
  }

  /// The variables so far that the user gave a value.
  Set<String> used() {
    return used;
  }

  /// The variables so far for which an output of an earlier deployment stands, which may turn out
  /// to be empty.
  Set<String> outputs() {
    return outputs;
  }

  private Optional<String> part(Form form) {
    return switch (form) {
      case Form.Text(String text) -> Optional.of(text);
      case Form.Variable variable -> {
        // Azd evaluates a default whether or not it is needed: what is unset in it counts, too.
        int before = empty.size();
        int defaults = defaulted.size();
        Optional<List<String>> arguments = parts(variable.arguments());
        Optional<String> value = arguments.flatMap(it -> value(variable, it, before));
        if (arguments.filter(it -> takesDefault(variable, it)).isPresent()) {
          defaulted.add(defaults, variable.name());
        } else {
          defaulted.subList(defaults, defaulted.size()).clear();
        }
        yield value;
      }
    };
  }

  private Optional<List<String>> parts(List<Form> forms) {
    List<String> parts = new ArrayList<>();
    for (Form form : forms) {
      Optional<String> part = part(form);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.orElseThrow());
    }
    return Optional.of(parts);
  }

  private boolean takesDefault(Form.Variable form, List<String> arguments) {
    return Operators.isDefault(form.operator())
        && !arguments.isEmpty()
        && switch (variables.apply(form.name())) {
          case AzdVariable.Unset() -> true;
          case AzdVariable.Given(String text) -> text.isEmpty();
          case AzdVariable.There _ -> false;
        };
  }

  private Optional<String> value(Form.Variable form, List<String> arguments, int emptyBefore) {
    return switch (variables.apply(form.name())) {
      case AzdVariable.Unset() -> {
        unset.add(form.name());
        if (!Operators.isDefault(form.operator()) || arguments.isEmpty()) {
          empty.add(form.name());
        }
        yield made(form, "", arguments);
      }
      case AzdVariable.Given(String text) -> {
        used.add(form.name());
        if (!text.isEmpty()) {
          empty.subList(emptyBefore, empty.size()).clear();
        }
        yield made(form, text, arguments);
      }
      case AzdVariable.There there -> {
        empty.subList(emptyBefore, empty.size()).clear();
        if (there.mayBeEmpty()) {
          outputs.add(form.name());
        }
        yield Optional.of(marks.hole(unknown(form, there, arguments)));
      }
    };
  }

  private Optional<String> made(Form.Variable form, String text, List<String> arguments) {
    if (Operators.isDefault(form.operator())) {
      if (text.isEmpty() && !arguments.isEmpty()) {
        return Optional.of(String.join("", arguments));
      }
      return Optional.of(given(text, true));
    }
    if (arguments.stream().anyMatch(Marked::hasHole)) {
      return Optional.of(marks.hole(named(form)));
    }
    boolean isGiven = !text.isEmpty() || arguments.stream().anyMatch(Marked::hasGiven);
    List<String> plain = arguments.stream().map(Marked::plain).toList();
    return Operators.apply(form.operator(), text, plain).map(it -> given(it, isGiven));
  }

  /// Nobody keeps truth values secret, and they are everywhere.
  private static String given(String text, boolean isGiven) {
    boolean isTruth = text.length() > 1 && GoText.bool(text).isPresent();
    return isGiven && !isTruth ? Marked.given(text) : text;
  }

  private Expr unknown(Form.Variable form, AzdVariable.There there, List<String> arguments) {
    Expr value = there.value();
    String otherwise = String.join("", arguments);
    return switch (form.operator()) {
      case "=", ":=", ":-", ":?", ":+", "" -> {
        if (!there.mayBeEmpty() || otherwise.isEmpty()) {
          yield value;
        }
        Expr isEmpty = new Expr.Call(Optional.empty(), "empty", List.of(value), at);
        yield new Expr.Conditional(isEmpty, marks.expr(otherwise, false, at), value, at);
      }
      case "^^" -> new Expr.Call(Optional.empty(), "toUpper", List.of(value), at);
      case ",," -> new Expr.Call(Optional.empty(), "toLower", List.of(value), at);
      default -> named(form);
    };
  }

  /// An unknown value of its own, the same wherever the same is written.
  private Expr named(Form.Variable form) {
    return AzdVariables.input(written(form), at);
  }

  private static String written(Form form) {
    return switch (form) {
      case Form.Text(String text) -> text;
      case Form.Variable(String name, String operator, List<Form> arguments) -> {
        List<String> parts = arguments.stream().map(Substitution::written).toList();
        String separator = operator.startsWith("/") ? "/" : operator.equals(":") ? ":" : "";
        yield "${" + name + operator + String.join(separator, parts) + "}";
      }
    };
  }
}
