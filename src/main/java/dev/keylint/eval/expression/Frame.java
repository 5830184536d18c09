package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Surroundings;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an expression sees from where it stands: parameters and variables, resources, functions,
/// and the variables that loops and lambdas bind around it.
public interface Frame {
  /// The run that pays for the evaluation and hears of what is wrong.
  Run run();

  /// The value of an expression that stands here.
  Value value(Expr expr);

  /// The values of several.
  default List<Value> values(List<Expr> exprs) {
    List<Value> values = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      values.add(value(expr));
    }
    return values;
  }

  /// A parameter of the template, or in the body of a user function one of the function's.
  Value parameter(String name, Location at);

  /// A variable of the template.
  Value variable(String name, Location at);

  /// The variables of the template that a name may be, by their names, if that follows from
  /// parameters with few values; empty when more is to be said than that.
  Optional<Value.Obj> variables(Value.Unknown name);

  /// A declared resource or module as a whole.
  Value resource(Expr.ResourceRef reference);

  /// What a function gives.
  Value call(Expr.Call call);

  /// The deployment around.
  Surroundings surroundings();

  /// The variables bound around.
  Bindings bindings();

  /// The same with one more variable.
  Frame with(String local, Value value);

  /// The same in one turn of a loop; `main` tells a loop of a resource, module or output from one
  /// of a property.
  Frame turn(String loop, boolean main, Value index);
}
