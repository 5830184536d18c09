package dev.keylint.plan;

import dev.keylint.plan.LeftOutSearch.Step;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a parameter on the way to a declaration hangs on: the parameter or argument, further out,
/// that somebody can change.
///
/// @param name of the parameter
/// @param at where its value is decided
/// @param plain whether the value comes through unchanged
/// @param other the one value that it has not: of a bool whose value is known
record Governor(String name, Location at, boolean plain, Optional<Boolean> other) {

  /// Follows the arguments of module calls outwards.
  ///
  /// @param index the step whose template has the parameter
  static Governor of(List<Step> way, int index, String name, Optional<ParameterFile> parameters) {
    int step = index;
    String parameter = name;
    boolean plain = true;
    while (step > 0) {
      if (isOuter(way, step)) {
        step--;
        continue;
      }
      Optional<Argument> given = argument(way, step, parameter);
      if (given.isEmpty()) {
        break;
      }
      Argument argument = given.orElseThrow();
      Set<String> outside = ParameterUses.in(argument.value(), way.get(step - 1).template());
      if (outside.isEmpty()) {
        return new Governor(parameter, argument.at(), plain, Optional.empty());
      }
      plain &= argument.value() instanceof Expr.ParameterRef;
      parameter = outside.iterator().next();
      step--;
    }
    String last = parameter;
    Template template = way.get(step).template();
    Optional<Argument> fromFile =
        step == 0 ? parameters.flatMap(it -> find(it.arguments(), last)) : Optional.empty();
    Optional<Parameter> declared =
        template.parameters().stream().filter(it -> it.name().equalsIgnoreCase(last)).findFirst();
    Location at =
        fromFile.map(Argument::at).or(() -> declared.map(Parameter::at)).orElse(template.at());
    Optional<Expr> value =
        fromFile.map(Argument::value).or(() -> declared.flatMap(Parameter::defaultValue));
    return new Governor(last, at, plain, value.flatMap(Governor::opposite));
  }

  private static Optional<Boolean> opposite(Expr value) {
    return value instanceof Expr.BoolLiteral(var holds, _) ? Optional.of(!holds) : Optional.empty();
  }

  /// Whether the expressions of a step's template see the parameters of the one around it.
  static boolean isOuter(List<Step> way, int step) {
    return step > 0 && call(way, step).content() instanceof Content.Outer;
  }

  /// What the call around a step's template gives for a parameter.
  static Optional<Argument> argument(List<Step> way, int step, String parameter) {
    return find(call(way, step).arguments(), parameter);
  }

  /// The call around a step's template.
  static Declaration.Deployment call(List<Step> way, int step) {
    if (way.get(step - 1).declaration() instanceof Declaration.Deployment call) {
      return call;
    }
    throw new IllegalStateException("only a deployment has something in it");
  }

  private static Optional<Argument> find(List<Argument> arguments, String name) {
    return arguments.stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
  }
}
