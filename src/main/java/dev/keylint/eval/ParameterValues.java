package dev.keylint.eval;

import dev.keylint.eval.expression.ChosenParts;
import dev.keylint.eval.expression.Fillings;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.Logic;
import dev.keylint.eval.run.Chance;
import dev.keylint.eval.run.Memo;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.Secrecy;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Texts;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Values of parameters: what is given, else the default, else null where it may be, else unknown.
final class ParameterValues {
  private final TemplateIndex index;
  private final Setting setting;
  private final Frame frame;
  private final Run run;
  private final Map<String, Memo<Value>> values = new HashMap<>();

  /// @param frame what their defaults see
  ParameterValues(TemplateIndex index, Setting setting, Frame frame) {
    this.index = index;
    this.setting = setting;
    this.frame = frame;
    this.run = frame.run();
  }

  Value value(String name, Location at) {
    Optional<Parameter> parameter = index.parameter(name);
    if (parameter.isEmpty()) {
      return failed("there is no parameter `" + name + "`", name, at);
    }
    Parameter found = parameter.orElseThrow();
    Memo<Value> memo = values.computeIfAbsent(found.name(), _ -> new Memo<>());
    return memo.isMade()
        ? memo.made()
        : memo.get(
            () -> evaluate(found),
            () -> failed("parameter `" + name + "` refers to itself", name, at));
  }

  private Value evaluate(Parameter parameter) {
    Value value =
        isOfTextsOnly(parameter)
            ? failed(
                "`"
                    + parameter.name()
                    + "` is of type bool and may be texts only, which Azure refuses",
                parameter.name(),
                parameter.at())
            : given(parameter.name())
                .map(given -> supplied(parameter, given))
                .orElseGet(() -> absent(parameter));
    Value bounded = run.bounded(marked(value, parameter), parameter.name(), parameter.at());
    return new SecretMembers(run)
        .hidden(bounded, parameter.secure() ? Secrecy.ALL : parameter.parts());
  }

  /// The same, with the environment variables by which it is what it is.
  private Value marked(Value value, Parameter parameter) {
    if (setting.byVariables().isEmpty()) {
      return value;
    }
    Optional<Expr> written = given(parameter.name()).map(it -> it.argument().value());
    Value marked = partsMarked(value, written, parameter.name());
    if (!marked.equals(value)) {
      return marked;
    }
    Location at = given(parameter.name()).map(it -> it.argument().at()).orElse(parameter.at());
    Value whole = marked(value, parameter.name(), at);
    return ChosenParts.of(whole, whole);
  }

  /// The same for the parts of an object or array, as far as they are by variables of their own.
  ///
  /// @param written what it was made of, if that is known
  private Value partsMarked(Value value, Optional<Expr> written, String parameter) {
    return switch (value) {
      case Value.Obj(Properties members, Origin origin) -> {
        Map<String, Expr> parts = WrittenParts.members(written);
        List<Property> marked = new ArrayList<>();
        for (Property it : members) {
          Optional<Expr> part = Optional.ofNullable(parts.get(it.name().toLowerCase(Locale.ROOT)));
          marked.add(it.with(partMarked(it.value(), part, parameter)));
        }
        yield new Value.Obj(Properties.of(marked, members.unread()), origin);
      }
      case Value.Arr(List<Value> items, Origin origin) -> {
        List<Expr> parts = WrittenParts.items(written);
        List<Value> marked = new ArrayList<>();
        for (Value item : items) {
          int at = marked.size();
          Optional<Expr> part = at < parts.size() ? Optional.of(parts.get(at)) : Optional.empty();
          marked.add(partMarked(item, part, parameter));
        }
        yield new Value.Arr(marked, origin);
      }
      case Value _ -> value;
    };
  }

  private Value partMarked(Value part, Optional<Expr> written, String parameter) {
    Location at = written.map(Expr::at).orElse(part.origin().at());
    return partsMarked(marked(part, parameter, at), written, parameter);
  }

  private Value marked(Value value, String parameter, Location at) {
    Value marked = value;
    for (ByVariable by : setting.byVariables().getOrDefault(at, List.of())) {
      Optional<Origin.Step> step = VariableSteps.of(by, parameter, at);
      marked = step.isPresent() ? Origins.through(marked, step.orElseThrow()) : marked;
    }
    return marked;
  }

  private Value supplied(Parameter parameter, Given given) {
    Value value = argument(parameter, given.argument().value(), given.frame());
    if (value instanceof Value.Null && parameter.defaultValue().isPresent()) {
      return absent(parameter);
    }
    if (value instanceof Value.Unknown unknown && Logic.mayBeNull(unknown)) {
      value = orDefault(parameter, unknown);
    }
    Location at = given.argument().at();
    if (isMisfit(parameter, value)) {
      return misfit(parameter, at);
    }
    Optional<Origin.Default> otherwise =
        given.kind() == Origin.Kind.PARAMETER_FILE ? literalDefault(parameter) : Optional.empty();
    return Origins.through(value, new Origin.Step(given.kind(), parameter.name(), at, otherwise));
  }

  private static boolean isOfTextsOnly(Parameter parameter) {
    return parameter.type() == Parameter.Type.BOOL
        && !parameter.allowed().isEmpty()
        && parameter.allowed().stream().allMatch(Expr.StringLiteral.class::isInstance);
  }

  private static boolean isMisfit(Parameter parameter, Value value) {
    return parameter.type() == Parameter.Type.BOOL
        && (value instanceof Value.Str
            || (value instanceof Value.Unknown unknown && Texts.isText(unknown)));
  }

  private Value misfit(Parameter parameter, Location at) {
    String message =
        "`" + parameter.name() + "` is of type bool and gets a text, which Azure refuses";
    return failed(message, parameter.name(), at);
  }

  /// Null stands for the default, also where it may turn out to be null only in Azure.
  private Value orDefault(Parameter parameter, Value.Unknown value) {
    if (parameter.defaultValue().isEmpty()) {
      return value;
    }
    Value otherwise = run.speculate(() -> absent(parameter));
    return Logic.coalesce(List.of(value, otherwise), value.origin().at());
  }

  /// An argument; the name of a secret from a key vault is the parameter it is given for.
  private Value argument(Parameter parameter, Expr argument, Frame caller) {
    return switch (argument) {
      case Expr.KeyVaultSecret(_, _, _, Location at) ->
          Origins.hidden(opaque(parameter, new Reason.Secret(parameter.name()), at));
      case Expr.Conditional(Expr condition, Expr then, Expr otherwise, Location at) ->
          Logic.choose(
              Fillings.condition(condition, then, otherwise, caller),
              () -> argument(parameter, then, caller),
              () -> argument(parameter, otherwise, caller),
              run,
              at);
      case Expr _ -> caller.value(argument);
    };
  }

  private Value absent(Parameter parameter) {
    if (parameter.defaultValue().isPresent()) {
      return byDefault(parameter, parameter.defaultValue().orElseThrow());
    }
    if (parameter.nullable()) {
      return Terms.nothing(parameter.at());
    }
    if (!setting.surroundings().root()) {
      String message = "the module gets no value for parameter `" + parameter.name() + "`";
      run.report(Diagnostic.of(Diagnostic.Kind.SEMANTIC, message, place()));
    }
    if (parameter.secure()) {
      return opaque(parameter, new Reason.Secret(parameter.name()), parameter.at());
    }
    boolean text = parameter.type() == Parameter.Type.STRING;
    Reason reason = new Reason.MissingParameter(parameter.name(), text, allowed(parameter));
    return opaque(parameter, reason, parameter.at());
  }

  private Location place() {
    return setting.path().calls().getLast().at();
  }

  private Value byDefault(Parameter parameter, Expr expr) {
    Chance.Result<Value> result = run.chance().watch(() -> frame.value(expr));
    Value value =
        result.chance() && !run.known(result.value())
            ? opaque(parameter, new Reason.NonDeterministic(parameter.name()), expr.at())
            : result.value();
    if (isMisfit(parameter, value)) {
      return misfit(parameter, expr.at());
    }
    return Origins.through(
        value,
        new Origin.Step(
            Origin.Kind.PARAMETER_DEFAULT,
            parameter.name(),
            parameter.at(),
            literalDefault(parameter)));
  }

  /// The default of a parameter as its author wrote it; a published module's is nobody's here.
  private Optional<Origin.Default> literalDefault(Parameter parameter) {
    return parameter
        .defaultValue()
        .flatMap(ParameterValues::literal)
        .filter(_ -> !setting.path().isPublished())
        .map(it -> new Origin.Default(it, parameter.at()));
  }

  private static Optional<String> literal(Expr expr) {
    return switch (expr) {
      case Expr.BoolLiteral(boolean value, _) -> Optional.of(String.valueOf(value));
      case Expr.NullLiteral _ -> Optional.of("null");
      case Expr _ -> Optional.empty();
    };
  }

  /// The only values that it may take, if these are few.
  private List<Value> allowed(Parameter parameter) {
    List<Value> allowed = new ArrayList<>();
    if (parameter.allowed().isEmpty() && parameter.type() == Parameter.Type.BOOL) {
      Origin origin = Origin.at(parameter.at());
      return List.of(new Value.Bool(false, origin), new Value.Bool(true, origin));
    }
    for (Expr choice : parameter.allowed()) {
      allowed.add(frame.value(choice));
    }
    return allowed;
  }

  /// A value that has no other name than its parameter's; in a module with the deployment's name.
  private Value opaque(Parameter parameter, Reason reason, Location at) {
    List<Value> arguments = new ArrayList<>();
    arguments.add(Terms.text(parameter.name(), parameter.at()));
    if (!setting.surroundings().root()) {
      arguments.add(setting.surroundings().name());
    }
    return Terms.unknown(new Term.Call("parameters", arguments), reason, at);
  }

  private Optional<Given> given(String name) {
    return Optional.ofNullable(setting.given().get(name.toLowerCase(Locale.ROOT)));
  }

  private Value failed(String message, String name, Location at) {
    return run.failed(message, "parameters", List.of(Terms.text(name, at)), at);
  }
}
