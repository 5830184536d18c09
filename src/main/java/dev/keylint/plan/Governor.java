package dev.keylint.plan;

import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;

/// What a part of a parameter on the way to a declaration hangs on: the parameter or argument,
/// further out, that somebody can change.
///
/// @param name of the parameter, with the keys of its part
/// @param at where its value is decided
/// @param given where the whole of it is given or declared
/// @param plain whether the value comes through unchanged
/// @param value the value, when it is written there
record Governor(String name, Location at, Location given, boolean plain, Optional<Expr> value) {

  /// Follows the arguments of module calls outwards; of several parts that one is made of the first
  /// counts.
  ///
  /// @param index the step whose expressions read the part
  static Governor of(Way way, int index, ParameterPart part, Optional<ParameterFile> parameters) {
    return all(way, index, part, parameters).getFirst();
  }

  /// The same of all parts; at least one.
  static List<Governor> all(
      Way way, int index, ParameterPart part, Optional<ParameterFile> parameters) {
    Governors all = new Governors(way, parameters);
    all.follow(way.environment(index), part, true);
    return all.found();
  }

  static Governor outermost(
      Template template, ParameterPart read, boolean plain, Optional<ParameterFile> parameters) {
    Optional<Argument> given = parameters.flatMap(it -> Way.find(it.arguments(), read.name()));
    if (given.isPresent()) {
      List<Variable> variables = parameters.map(ParameterFile::variables).orElse(List.of());
      Expr value = Definitions.resolve(read.in(given.orElseThrow().value()), variables);
      return written(read, given.orElseThrow().at(), plain, value);
    }
    Optional<Parameter> declared =
        template.parameters().stream()
            .filter(it -> it.name().equalsIgnoreCase(read.name()))
            .findFirst();
    Location at = declared.map(Parameter::at).orElse(template.at());
    return declared
        .flatMap(Parameter::defaultValue)
        .map(it -> Definitions.resolve(read.in(it), template.variables()))
        .map(it -> written(read, at, plain, it))
        .orElseGet(() -> unknown(read, at, plain));
  }

  static Governor unknown(ParameterPart read, Location at, boolean plain) {
    return new Governor(read.shown(), at, at, plain, Optional.empty());
  }

  /// Whether this is a member of an object that is written there without it: what its other members
  /// are made of decides nothing.
  static boolean isLacking(Expr value) {
    Expr at = value;
    while (at instanceof Expr.Access(Expr base, Expr key, _, _, _)) {
      if (base instanceof Expr.ObjectExpr(var members, _)
          && key instanceof Expr.StringLiteral(String name, _)) {
        return members.stream()
            .allMatch(it ->
                it instanceof Expr.Member.Entry(Expr.StringLiteral(var other, _), _, _)
                    && !other.equalsIgnoreCase(name));
      }
      at = base;
    }
    return false;
  }

  /// A part of a larger value has a place of its own.
  static Governor written(ParameterPart read, Location whole, boolean plain, Expr value) {
    boolean isPart = !read.keys().isEmpty() && !(value instanceof Expr.Access);
    return new Governor(
        read.shown(), isPart ? value.at() : whole, whole, plain, Optional.of(value));
  }

  /// The one value that it has not: of a bool whose value is known.
  Optional<Boolean> other() {
    return value.flatMap(
        it -> it instanceof Expr.BoolLiteral(var is, _) ? Optional.of(!is) : Optional.empty());
  }
}
