package dev.keylint.plan;

import dev.keylint.template.ByVariable;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds the values that environment variables could have instead which nobody has set and that
/// give parameters with few values.
final class OtherValues {
  private OtherValues() {}

  /// A template that a parameter file is for, with what that gives; of layers there are several.
  private record Filled(
      Template template, Map<String, Argument> arguments, List<Variable> variables) {
    static Filled of(Template template, List<Argument> arguments, List<Variable> variables) {
      Map<String, Argument> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      arguments.forEach(it -> byName.putIfAbsent(it.name(), it));
      return new Filled(template, byName, variables);
    }

    Stream<Parameter> choices() {
      return template.parameters().stream().filter(Parameter::isChoice);
    }

    Location at(Parameter parameter) {
      return Optional.ofNullable(arguments.get(parameter.name()))
          .map(Argument::at)
          .orElse(parameter.at());
    }

    /// What a parameter is, if that is written out.
    Optional<String> text(Parameter parameter) {
      return Optional.ofNullable(arguments.get(parameter.name()))
          .map(it -> Definitions.resolve(it.value(), variables))
          .or(parameter::defaultValue)
          .flatMap(OtherValues::text);
    }
  }

  static List<OtherValue> of(LoweredDeployment it) {
    List<OtherValue> all = new ArrayList<>();
    for (Filled filled : it.byVariables().isEmpty() ? List.<Filled>of() : filled(it).toList()) {
      filled
          .choices()
          .forEach(parameter -> {
            Location at = filled.at(parameter);
            it.byVariables().getOrDefault(at, List.of()).stream()
                .filter(OtherValues::isUnset)
                .flatMap(by -> others(by, parameter, at, filled))
                .forEach(all::add);
          });
    }
    return all;
  }

  private static Stream<OtherValue> others(
      ByVariable by, Parameter parameter, Location at, Filled filled) {
    Optional<String> now = filled.text(parameter);
    return texts(parameter)
        .filter(text -> !now.filter(text::equals).isPresent())
        .map(text -> new OtherValue(by, parameter.name(), at, text));
  }

  /// Also where a bool is made of it that can't be read off, which takes any text.
  static boolean areIn(LoweredDeployment it, String name, String text) {
    return filled(it)
        .anyMatch(filled ->
            filled
                .choices()
                .filter(parameter -> parameter.name().equals(name))
                .anyMatch(parameter ->
                    filled
                        .text(parameter)
                        .map(text::equals)
                        .orElse(parameter.type() == Parameter.Type.BOOL)));
  }

  /// The template with its file, and those of layers, which one calls that nobody wrote.
  private static Stream<Filled> filled(LoweredDeployment it) {
    Filled root =
        Filled.of(
            it.template(),
            it.parameters().map(ParameterFile::arguments).orElse(List.of()),
            it.parameters().map(ParameterFile::variables).orElse(List.of()));
    return Stream.concat(
        Stream.of(root), it.template().resources().stream().flatMap(OtherValues::layer));
  }

  private static Stream<Filled> layer(Declaration declaration) {
    return declaration instanceof Declaration.Deployment call
            && call.content() instanceof Content.Inner(Template template)
        ? Stream.of(Filled.of(template, call.arguments(), List.of()))
        : Stream.empty();
  }

  private static boolean isUnset(ByVariable by) {
    return switch (by) {
      case ByVariable.Default _, ByVariable.Empty _, ByVariable.Missing _ -> true;
      case ByVariable.Output _, ByVariable.Given _ -> false;
    };
  }

  private static Stream<String> texts(Parameter parameter) {
    return parameter.allowed().isEmpty()
        ? Stream.of("true", "false")
        : parameter.allowed().stream().flatMap(it -> text(it).stream());
  }

  private static Optional<String> text(Expr value) {
    return switch (GivenText.shown(value)) {
      case Expr.BoolLiteral(var literal, _) -> Optional.of(String.valueOf(literal));
      case Expr.IntLiteral(var literal, _) -> Optional.of(String.valueOf(literal));
      case Expr.StringLiteral(var literal, _) -> Optional.of(literal);
      case Expr.Call(_, var function, var arguments, _)
          when arguments.size() == 1 && (function.equals("bool") || function.equals("int")) ->
          text(arguments.getFirst());
      case Expr.Call(_, var function, var arguments, _) when function.equals(GivenText.READ) ->
          text(arguments.getFirst());
      case Expr.Call(_, var function, var arguments, _)
          when function.equals("readEnvironmentVariable") && arguments.size() == 2 ->
          text(arguments.getLast());
      case Expr _ -> Optional.empty();
    };
  }
}
