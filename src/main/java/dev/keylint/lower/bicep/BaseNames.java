package dev.keylint.lower.bicep;

import dev.keylint.lower.Rewriting;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The variables and functions of a parameter file that is extended, renamed so that they do not
/// meet those of the file that extends it.
final class BaseNames {
  private static final String PREFIX = "_base.";

  private final ParameterFile base;

  BaseNames(ParameterFile base) {
    this.base = base;
  }

  List<Variable> variables() {
    return base.variables().stream()
        .map(variable ->
            new Variable(PREFIX + variable.name(), rename(variable.value()), variable.at()))
        .toList();
  }

  List<UserFunction> functions() {
    return base.functions().stream()
        .map(function ->
            new UserFunction(
                function.namespace(),
                PREFIX + function.name(),
                function.parameters(),
                rename(function.body()),
                function.at()))
        .toList();
  }

  Expr rename(Expr value) {
    return renaming.rewrite(value);
  }

  private final Rewriting renaming =
      new Rewriting() {
        @Override
        protected Expr replace(Expr expr, Set<String> bound) {
          return switch (expr) {
            case Expr.VariableRef(var name, var at) -> new Expr.VariableRef(PREFIX + name, at);
            case Expr.Call(var namespace, var name, var arguments, var at)
                when namespace.isPresent() ->
                new Expr.Call(Optional.of(BicepCalls.NAMESPACE), PREFIX + name, arguments, at);
            case Expr _ -> expr;
          };
        }
      };
}
