package dev.keylint.lower.bicep;

import dev.keylint.lower.Rewriting;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Copies variables and functions of another template together with all that they need.
///
/// What is imported by name gets the importer's name for it; the rest gets the name behind a
/// prefix, as the compiler does it.
final class ImportedNames {
  /// Imports of imports multiply; no file of use comes near.
  private static final int MAX_NAMES = 10_000;

  private final Map<String, Variable> declaredVariables =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, UserFunction> declaredFunctions =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final String prefix;
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> pending = new ArrayDeque<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<UserFunction> functions = new ArrayList<>();

  /// @param number tells the imported files of one importer apart
  ImportedNames(Template template, int number) {
    this.prefix = "_" + number + ".";
    template.variables().forEach(it -> declaredVariables.putIfAbsent(it.name(), it));
    template.functions().stream()
        .filter(it -> isOurs(it.namespace()))
        .forEach(it -> declaredFunctions.putIfAbsent(it.name(), it));
  }

  /// Whether a name is that of a variable, and not of a function.
  boolean isVariable(String original) {
    return declaredVariables.containsKey(original);
  }

  /// Asks for a name to be imported under a name of the importer's; the first one given stays.
  String importAs(String original, String local) {
    names.putIfAbsent(original, local);
    return need(original);
  }

  /// Asks for a name, whatever it will be called.
  String need(String original) {
    if (seen.add(original)) {
      pending.add(original);
    }
    return names.computeIfAbsent(original, prefix::concat);
  }

  /// Copies everything asked for; no name can be asked for afterwards.
  ///
  /// @return whether it did so within the bound
  boolean copy() {
    while (!pending.isEmpty()) {
      if (seen.size() > MAX_NAMES) {
        return false;
      }
      String original = pending.remove();
      Variable variable = declaredVariables.get(original);
      if (variable != null) {
        variables.add(
            new Variable(need(original), renaming.rewrite(variable.value()), variable.at()));
      }
      UserFunction function = declaredFunctions.get(original);
      if (function != null) {
        functions.add(
            new UserFunction(
                function.namespace(),
                need(original),
                function.parameters(),
                renaming.rewrite(function.body()),
                function.at()));
      }
    }
    return true;
  }

  List<Variable> variables() {
    return variables;
  }

  List<UserFunction> functions() {
    return functions;
  }

  private static boolean isOurs(String namespace) {
    return namespace.equals(BicepCalls.NAMESPACE);
  }

  private final Rewriting renaming =
      new Rewriting() {
        @Override
        protected Expr replace(Expr expr, Set<String> bound) {
          return switch (expr) {
            case Expr.VariableRef(var name, var at) -> new Expr.VariableRef(need(name), at);
            case Expr.Call(var namespace, var name, var arguments, var at)
                when namespace.filter(ImportedNames::isOurs).isPresent() ->
                new Expr.Call(Optional.of(BicepCalls.NAMESPACE), need(name), arguments, at);
            case Expr _ -> expr;
          };
        }
      };
}
