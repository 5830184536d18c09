package dev.keylint.plan;

import dev.keylint.lower.Rewriting;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The environment variables that the values of a Bicep parameter file hang on, and the parts of
/// objects and arrays that are written out there.
final class VariablesRead {
  /// More variables of all parts of one value are not told apart.
  private static final int MOST = 10_000;

  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, Set<ByVariable>> ofVariables = new HashMap<>();
  private final AzdVariables given;
  private final Map<Location, List<ByVariable>> all = new LinkedHashMap<>();

  private VariablesRead(ParameterFile file, AzdVariables given) {
    file.variables().forEach(variable -> variables.putIfAbsent(variable.name(), variable));
    this.given = given;
  }

  /// Those of each value and each part, by its place.
  static Map<Location, List<ByVariable>> in(
      ParameterFile file, Template template, AzdVariables given) {
    VariablesRead read = new VariablesRead(file, given);
    for (Argument argument : file.arguments()) {
      boolean choice =
          template.parameters().stream()
              .anyMatch(it -> it.name().equalsIgnoreCase(argument.name()) && it.isChoice());
      Map<Location, List<ByVariable>> parts = new LinkedHashMap<>();
      Set<ByVariable> whole = read.parts(argument.value(), parts);
      // Where all hang on the same ones there is nothing to tell apart.
      if (parts.values().stream().mapToLong(List::size).sum() <= MOST) {
        read.all.putAll(parts);
      }
      read.all.put(
          argument.at(), whole.stream().map(it -> choice ? VariablesRead.ofFew(it) : it).toList());
    }
    return read.all;
  }

  private static ByVariable ofFew(ByVariable by) {
    return by instanceof ByVariable.Default(String name, String owner, _)
        ? new ByVariable.Default(name, owner, true)
        : by;
  }

  private Set<ByVariable> parts(Expr value, Map<Location, List<ByVariable>> found) {
    List<Expr> parts = written(value);
    if (parts.isEmpty()) {
      return new Search().of(value);
    }
    Set<ByVariable> all = new LinkedHashSet<>();
    for (Expr part : parts) {
      Set<ByVariable> own = parts(part, found);
      if (written(part).isEmpty()) {
        found.put(part.at(), List.copyOf(own));
      }
      all.addAll(own);
    }
    return all;
  }

  /// The parts of an object or array that is written out as a whole, names and all.
  private static List<Expr> written(Expr value) {
    return switch (value) {
      case Expr.ObjectExpr(List<Expr.Member> members, _)
          when members.stream().allMatch(VariablesRead::isNamed) ->
          members.stream().map(it -> ((Expr.Member.Entry) it).value()).toList();
      case Expr.ArrayExpr(List<Expr.Item> items, _)
          when items.stream().allMatch(Expr.Item.Element.class::isInstance) ->
          items.stream().map(it -> ((Expr.Item.Element) it).value()).toList();
      case Expr _ -> List.of();
    };
  }

  /// Whether a member has a name of its own, which hangs on no variable.
  private static boolean isNamed(Expr.Member member) {
    return member instanceof Expr.Member.Entry(Expr.StringLiteral _, _, _);
  }

  /// The search in one expression.
  private final class Search extends Rewriting {
    private final Set<ByVariable> found = new LinkedHashSet<>();

    Set<ByVariable> of(Expr value) {
      rewrite(value);
      return found;
    }

    @Override
    protected Expr replace(Expr expr, Set<String> bound) {
      switch (expr) {
        case Expr.Call(_, String function, List<Expr> arguments, _)
            when arguments.size() == 2
                && arguments.get(function.equals(GivenText.READ) ? 1 : 0)
                    instanceof Expr.StringLiteral(String name, _)
                && !given.outputs().containsKey(name) -> {
          if (function.equals(GivenText.READ)) {
            found.add(new ByVariable.Given(name, given.option(name)));
          } else if (function.equals("readEnvironmentVariable")) {
            found.add(new ByVariable.Default(name, name, false));
          }
        }
        case Expr.VariableRef(String name, _) -> found.addAll(ofVariable(name));
        case Expr _ -> {}
      }
      return expr;
    }
  }

  /// None where a variable refers to itself, which Bicep refuses.
  private Set<ByVariable> ofVariable(String name) {
    Set<ByVariable> known = ofVariables.putIfAbsent(name, Set.of());
    if (known != null || !variables.containsKey(name)) {
      return known == null ? Set.of() : known;
    }
    Set<ByVariable> found = new Search().of(variables.get(name).value());
    ofVariables.put(name, found);
    return found;
  }
}
