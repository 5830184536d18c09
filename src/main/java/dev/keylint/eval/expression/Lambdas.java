package dev.keylint.eval.expression;

import dev.keylint.eval.run.FunctionNames;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Reasons;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions over functions, as far as the shape of the collection is known.
final class Lambdas {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "map", Lambdas::map,
          "filter", Lambdas::filter,
          "reduce", Lambdas::reduce,
          "lambda", Lambdas::written);

  private Lambdas() {}

  /// Applies a lambda to as many of the values as it has variables.
  static Value apply(Expr.Lambda lambda, List<Value> values, Frame frame) {
    Frame inner = frame;
    for (int i = 0; i < lambda.variables().size() && i < values.size(); i++) {
      inner = inner.with(lambda.variables().get(i), values.get(i));
    }
    return inner.value(lambda.body());
  }

  /// The lambda with its variables unknown.
  static Value symbolic(Expr.Lambda lambda, Reason reason, Frame frame) {
    List<String> names = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (String name : lambda.variables()) {
      String unique = frame.run().lambdaVariable(name);
      names.add(unique);
      values.add(variable(unique, reason, lambda.at()));
    }
    Value body = frame.run().speculate(() -> apply(lambda, values, frame));
    return lambda(names, body, lambda.at());
  }

  static Value variable(String uniqueName, Reason reason, Location at) {
    Term term = new Term.Call(Term.LAMBDA_VARIABLES, List.of(Terms.text(uniqueName, at)));
    return Terms.unknown(term, reason, at);
  }

  static Value lambda(List<String> uniqueNames, Value body, Location at) {
    Reason reason = Reasons.of(List.of(body), new Reason.Unsupported("lambda"));
    return Terms.unknown(new Term.Lambda(uniqueNames, body), reason, at);
  }

  /// A lambda where no function takes it.
  static Value alone(Expr.Lambda lambda, Frame frame) {
    return symbolic(lambda, new Reason.Unsupported("lambda"), frame);
  }

  /// `lambda('x', .., body)` as a call.
  private static Value written(Expr.Call call, Frame frame) {
    return alone(function(call), frame);
  }

  /// The argument as a lambda; anything else is one without variables.
  static Expr.Lambda lambda(Expr argument) {
    return switch (argument) {
      case Expr.Lambda lambda -> lambda;
      case Expr.Call call when call.function().equalsIgnoreCase("lambda") -> function(call);
      case Expr _ -> new Expr.Lambda(List.of(), argument, argument.at());
    };
  }

  private static Expr.Lambda function(Expr.Call call) {
    List<String> variables = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      if (argument instanceof Expr.StringLiteral(String name, _)
          && variables.size() < call.arguments().size() - 1) {
        variables.add(name);
      }
    }
    Expr body =
        call.arguments().isEmpty() ? new Expr.NullLiteral(call.at()) : call.arguments().getLast();
    return new Expr.Lambda(variables, body, call.at());
  }

  /// What stays of a call whose collection is not known.
  static Value open(Expr.Call call, List<Value> before, Frame frame) {
    List<Value> arguments = new ArrayList<>(before);
    Reason reason = Reasons.of(before, new Reason.Unsupported("function " + call.function()));
    for (Expr argument : call.arguments().subList(before.size(), call.arguments().size())) {
      arguments.add(symbolic(lambda(argument), reason, frame));
    }
    return Terms.call(call.function(), arguments, reason, call.at());
  }

  static Value wrong(Expr.Call call, Value collection, Frame frame) {
    String message = "`" + FunctionNames.canonical(call.function()) + "` wants an array";
    return frame.run().failed(message, call.function(), List.of(collection), call.at());
  }

  private static Value map(Expr.Call call, Frame frame) {
    if (call.arguments().size() != 2) {
      return FunctionCalls.wrongCount(call, "2", frame);
    }
    Value collection = frame.value(call.arguments().getFirst());
    Expr.Lambda lambda = lambda(call.arguments().getLast());
    Optional<PartialArray> partial = PartialArray.of(collection, frame.run());
    if (partial.isPresent()) {
      return PartialLambdas.map(partial.orElseThrow(), lambda, call, frame);
    }
    if (!(collection instanceof Value.Arr(List<Value> items, _))) {
      return notAnArray(call, collection, frame);
    }
    List<Value> mapped = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      Value made = apply(lambda, List.of(items.get(i), Terms.integer(i, call.at())), frame);
      mapped.add(Origins.joined(made, List.of(items.get(i))));
    }
    return Origins.joined(Terms.array(mapped, call.at()), List.of(collection));
  }

  private static Value filter(Expr.Call call, Frame frame) {
    if (call.arguments().size() != 2) {
      return FunctionCalls.wrongCount(call, "2", frame);
    }
    Value collection = frame.value(call.arguments().getFirst());
    Expr.Lambda lambda = lambda(call.arguments().getLast());
    Optional<PartialArray> partial = PartialArray.of(collection, frame.run());
    if (partial.isPresent()) {
      return PartialLambdas.filter(collection, partial.orElseThrow(), lambda, call, frame);
    }
    return collection instanceof Value.Arr(List<Value> items, _)
        ? PartialLambdas.filter(collection, new PartialArray.Items(items), lambda, call, frame)
        : notAnArray(call, collection, frame);
  }

  static Value notAnArray(Expr.Call call, Value collection, Frame frame) {
    return collection instanceof Value.Unknown
        ? open(call, List.of(collection), frame)
        : wrong(call, collection, frame);
  }

  private static Value reduce(Expr.Call call, Frame frame) {
    if (call.arguments().size() != 3) {
      return FunctionCalls.wrongCount(call, "3", frame);
    }
    Value collection = frame.value(call.arguments().get(0));
    Value result = frame.value(call.arguments().get(1));
    if (!(collection instanceof Value.Arr(List<Value> items, _))) {
      return collection instanceof Value.Unknown
          ? open(call, List.of(collection, result), frame)
          : wrong(call, collection, frame);
    }
    Expr.Lambda lambda = lambda(call.arguments().get(2));
    for (int i = 0; i < items.size(); i++) {
      Value index = Terms.integer(i, call.at());
      result = apply(lambda, List.of(result, items.get(i), index), frame);
      result = frame.run().bounded(result, "reduce", call.at());
    }
    return Origins.joined(result, List.of(collection));
  }
}
