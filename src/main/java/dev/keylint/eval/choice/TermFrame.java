package dev.keylint.eval.choice;

import dev.keylint.eval.expression.Bindings;
import dev.keylint.eval.expression.BuiltIn;
import dev.keylint.eval.expression.ExpressionFunctions;
import dev.keylint.eval.expression.Expressions;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.FunctionCalls;
import dev.keylint.eval.function.FunctionTable;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Surroundings;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an expression sees that stands in no template: the functions that need nothing around them.
/// All others stay calls.
record TermFrame(Run run, Rewriting rewriting, Bindings bindings) implements Frame {
  private static final Map<String, BuiltIn> FUNCTIONS = index();

  private static Map<String, BuiltIn> index() {
    Map<String, BuiltIn> index = new HashMap<>();
    ExpressionFunctions.ALL.forEach(
        (name, function) -> index.put(name.toLowerCase(Locale.ROOT), function));
    return Map.copyOf(index);
  }

  @Override
  public Value value(Expr expr) {
    run.budget().use(1);
    return rewriting.settled(expr).orElseGet(() -> Expressions.value(expr, this));
  }

  @Override
  public Value call(Expr.Call call) {
    BuiltIn function = FUNCTIONS.get(call.function().toLowerCase(Locale.ROOT));
    if (function != null) {
      return function.call(call, this);
    }
    List<Value> arguments = values(call.arguments());
    return FunctionTable.find(call.function()).isPresent()
        ? FunctionCalls.pure(call.function(), arguments, call.at(), run)
        : rewriting
            .call(call)
            .map(it -> Terms.call(call.function(), arguments, it.reason(), call.at()))
            .orElseGet(() -> Terms.call(call.function(), arguments, call.at()));
  }

  @Override
  public Value parameter(String name, Location at) {
    return named("parameters", name, at);
  }

  @Override
  public Value variable(String name, Location at) {
    return named("variables", name, at);
  }

  @Override
  public Optional<Value.Obj> variables(Value.Unknown name) {
    return Optional.empty();
  }

  /// One whose name has just become known: what is called so stands in the template.
  private static Value named(String function, String name, Location at) {
    Reason reason = new Reason.Unsupported("a computed name in `" + function + "()`");
    return Terms.call(function, List.of(Terms.text(name, at)), reason, at);
  }

  @Override
  public Value resource(Expr.ResourceRef reference) {
    throw new IllegalStateException("no value refers to a declaration");
  }

  @Override
  public Surroundings surroundings() {
    throw new IllegalStateException("no value asks for its surroundings");
  }

  @Override
  public Frame with(String local, Value value) {
    return new TermFrame(run, rewriting, new Bindings.Local(local, value, bindings));
  }

  @Override
  public Frame turn(String loop, boolean main, Value index) {
    return new TermFrame(run, rewriting, new Bindings.Turn(loop, main, index, bindings));
  }
}
