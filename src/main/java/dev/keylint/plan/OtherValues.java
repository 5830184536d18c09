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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the values that environment variables could have instead which nobody has set: all that a
/// parameter can take that has few of them, and of others those that it is compared with, and one
/// that it is not.
final class OtherValues {
  private static final int LATER = 1_000;
  private static final int MOST = 10_000;
  private static final int MOST_PLACES = 20;

  private OtherValues() {}

  /// A value that may be another one.
  ///
  /// @param parameter that it is given to, or a part of it
  /// @param at where it is decided
  /// @param whole where all of what it is a part of is decided
  /// @param later whether others are worth more
  /// @param texts what it could be instead
  private record Open(
      String parameter, Location at, Location whole, boolean later, Supplier<List<String>> texts) {
    Open(String parameter, Location at, Supplier<List<String>> texts) {
      this(parameter, at, at, false, texts);
    }
  }

  /// A template that a parameter file is for, with what that gives; of layers there are several.
  private record Filled(
      Template template, Map<String, Argument> arguments, List<Variable> variables) {
    static Filled of(Template template, List<Argument> arguments, List<Variable> variables) {
      Map<String, Argument> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      arguments.forEach(it -> byName.putIfAbsent(it.name(), it));
      return new Filled(template, byName, variables);
    }

    /// What may hang on variables: truth values first.
    Stream<Open> open(ComparedTexts compared) {
      Stream<Open> bools =
          template.parameters().stream()
              .filter(it -> it.type() == Parameter.Type.BOOL)
              .map(it -> new Open(it.name(), at(it), () -> otherBools(it)));
      Stream<Open> choices =
          template.parameters().stream()
              .filter(it -> !it.allowed().isEmpty() && it.type() != Parameter.Type.BOOL)
              .map(it -> new Open(it.name(), at(it), at(it), true, () -> otherChoices(it)));
      return Stream.of(
              bools, compared.of(template).stream().flatMap(it -> open(it).stream()), choices)
          .flatMap(it -> it);
    }

    private List<String> otherBools(Parameter parameter) {
      return others(parameter, Stream.of("true", "false"));
    }

    private List<String> otherChoices(Parameter parameter) {
      return others(parameter, allowed(parameter).stream());
    }

    /// All, where it is not known which of them it is.
    private List<String> others(Parameter parameter, Stream<String> all) {
      Optional<String> now = text(parameter);
      return all.filter(it -> !now.equals(Optional.of(it))).toList();
    }

    private static List<String> allowed(Parameter parameter) {
      return parameter.allowed().stream().flatMap(it -> OtherValues.text(it).stream()).toList();
    }

    private Optional<Open> open(Compared compared) {
      String name = compared.part().name();
      return template.parameters().stream()
          .filter(it -> it.name().equalsIgnoreCase(name))
          .findFirst()
          .flatMap(it ->
              compared.part().keys().isEmpty()
                  ? text(it).map(now -> new Open(name, at(it), () -> others(compared, it, now)))
                  : member(compared, it));
    }

    private static List<String> others(Compared compared, Parameter parameter, String now) {
      List<String> allowed = allowed(parameter);
      return switch (parameter.type()) {
        case STRING, ANY ->
            allowed.isEmpty() ? compared.others(now) : compared.others(now, allowed);
        case INT -> allowed.isEmpty() ? compared.otherNumbers(now) : allowed;
        case BOOL, OBJECT, ARRAY -> List.of();
      };
    }

    /// A text in what is given for a parameter.
    private Optional<Open> member(Compared compared, Parameter parameter) {
      return Optional.ofNullable(arguments.get(parameter.name()))
          .map(it -> Definitions.resolve(compared.part().in(it.value()), variables))
          .flatMap(it ->
              OtherValues.text(it)
                  .map(now ->
                      new Open(
                          parameter.name(),
                          it.at(),
                          at(parameter),
                          false,
                          () -> compared.others(now))));
    }

    private Location at(Parameter parameter) {
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

  /// The first of each parameter before the second of any, as not all may be tried. Of parts whose
  /// variables are known together only so many are looked at.
  static List<OtherValue> of(LoweredDeployment it) {
    if (it.byVariables().isEmpty()) {
      return List.of();
    }
    ComparedTexts compared = new ComparedTexts();
    Looks looks = new Looks(MOST);
    SortedMap<Integer, List<OtherValue>> byTurn = new TreeMap<>();
    filled(it)
        .flatMap(each -> each.open(compared))
        .forEach(open -> {
          // Of a Bicep parameter file only whole values are told.
          Location at = it.byVariables().containsKey(open.at()) ? open.at() : open.whole();
          List<ByVariable> unset =
              it.byVariables().getOrDefault(at, List.of()).stream()
                  .filter(OtherValues::isUnset)
                  .toList();
          List<String> texts = unset.isEmpty() ? List.of() : open.texts().get();
          for (int turn = 0; turn < texts.size(); turn++) {
            String text = texts.get(turn);
            unset.stream()
                .takeWhile(_ -> looks.next())
                .map(by -> new OtherValue(by, open.parameter(), at, Optional.of(text)))
                .forEach(
                    byTurn.computeIfAbsent(
                            open.later() ? LATER + turn : turn, _ -> new ArrayList<>())
                        ::add);
          }
        });
    return Stream.concat(byTurn.values().stream().flatMap(List::stream).distinct(), any(it))
        .toList();
  }

  /// Each variable with a value that nobody knows: its texts may be used in ways in which no text
  /// of the template tells what to try. Of few values all have been.
  private static Stream<OtherValue> any(LoweredDeployment it) {
    List<OtherValue> all = places(it);
    Map<String, List<OtherValue>> byName =
        all.stream().collect(Collectors.groupingBy(each -> each.by().name()));
    // A part of an object says all that the object would say.
    return all.stream()
        .filter(each ->
            byName.getOrDefault(each.by().name(), List.of()).stream()
                .limit(MOST_PLACES)
                .filter(part -> !part.at().equals(each.at()))
                .noneMatch(part -> each.at().holds(part.at())));
  }

  private static List<OtherValue> places(LoweredDeployment it) {
    return it.byVariables().entrySet().stream()
        .flatMap(entry ->
            entry.getValue().stream()
                .filter(by -> isUnset(by) && !isChoice(by))
                .map(by -> new OtherValue(by, by.name(), entry.getKey(), Optional.empty())))
        .sorted(
            Comparator.comparing((OtherValue each) -> each.by().name())
                .thenComparing(each -> each.at().toString()))
        .toList();
  }

  /// Also as a part of what it has, and where that can't be read off, unless it may have some
  /// values only.
  static boolean areIn(LoweredDeployment it, String name, String text) {
    return filled(it)
        .anyMatch(filled ->
            filled.template().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .anyMatch(parameter -> {
                  boolean any = parameter.allowed().isEmpty();
                  return filled
                      .text(parameter)
                      .map(
                          now -> now.equals(text) || (any && !text.isEmpty() && now.contains(text)))
                      .orElse(any);
                }));
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

  private static boolean isChoice(ByVariable by) {
    return by instanceof ByVariable.Default(_, _, boolean choice) && choice;
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
