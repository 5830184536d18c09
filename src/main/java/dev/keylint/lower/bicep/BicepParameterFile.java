package dev.keylint.lower.bicep;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Skipped;
import dev.keylint.lower.Linker;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Brings a Bicep parameter file into the one form of parameter files.
public final class BicepParameterFile {
  private final BicepUnit unit;
  private final BicepExpressions expressions;
  private final BicepScope scope;
  private final SequencedMap<String, Argument> arguments = new LinkedHashMap<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<UserFunction> functions = new ArrayList<>();
  private Optional<String> template = Optional.empty();
  private Optional<Expr> unread = Optional.empty();

  private BicepParameterFile(BicepUnit unit, BicepScope scope) {
    this.unit = unit;
    this.expressions = new BicepExpressions(unit);
    this.scope = scope;
  }

  /// The values that a file gives, those of the file that it extends among them.
  public static ParameterFile lower(BicepFile file, Linker linker) {
    BicepUnit unit = new BicepUnit(file, linker);
    Imports imports = new Imports(unit);
    Map<String, Symbol> imported = imports.bind(file.declarations());
    BicepTypes types = new BicepTypes(unit, imported.values());
    BicepScope scope = FileScope.of(unit, types, imported);
    types.open(scope);
    unit.constants().open(new ConstantVariables(unit, scope, imports.variables()));
    BicepParameterFile lowering = new BicepParameterFile(unit, scope);
    // What is extended comes first: its values give way to those of the file.
    for (Declaration declaration : file.declarations()) {
      if (declaration instanceof Declaration.Extends(_, var path, _)) {
        lowering.extend(path);
      }
    }
    file.declarations().forEach(lowering::declaration);
    lowering.variables.addAll(imports.variables());
    lowering.functions.addAll(imports.functions());
    return new ParameterFile(
        file.source(),
        lowering.template,
        lowering.variables,
        lowering.functions,
        List.copyOf(lowering.arguments.values()),
        lowering.unread,
        unit.diagnostics());
  }

  private void declaration(Declaration declaration) {
    switch (declaration) {
      case Declaration.Using(_, Expression.StringSyntax path, _, _) ->
          template =
              path.text()
                  .flatMap(text -> unit.linker().template(text, unit.at(path), unit::report));
      case Declaration.Variable(_, var name, _, var value, _) ->
          variables.add(variable(name.name(), value, unit.header(name, declaration)));
      case Declaration.ParameterAssignment(_, var name, _, _) when name.isMissing() ->
          unread = Optional.of(unit.unread(declaration));
      case Declaration.ParameterAssignment(_, var name, var value, _) -> {
        Variable assigned = variable(name.name(), value, unit.header(name, declaration));
        // Other expressions of the file may refer to it.
        variables.add(assigned);
        arguments.put(name.name(), new Argument(name.name(), assigned.value(), assigned.at()));
      }
      // What could not be read may give any parameter a value.
      case Declaration.Missing _, Skipped _ -> unread = Optional.of(unit.unread(declaration));
      case Declaration _ -> {}
    }
  }

  private Variable variable(String name, Expression value, Location at) {
    return new Variable(name, expressions.value(value, name, scope), at);
  }

  /// Takes the values of another file over; `base` is an object of them.
  private void extend(Expression path) {
    Optional<String> name =
        path instanceof Expression.StringSyntax string ? string.text() : Optional.empty();
    Optional<ParameterFile> found =
        name.flatMap(text -> unit.linker().base(text, unit.at(path), unit::report));
    List<Expr.Member> members = new ArrayList<>();
    if (found.isEmpty()) {
      String written = name.orElseGet(() -> unit.file().source().slice(path.span()));
      unread = Optional.of(new Expr.MissingFile(written, unit.at(path)));
    }
    for (ParameterFile base : found.stream().toList()) {
      unit.report(base.diagnostics());
      template = base.template();
      unread = base.unread().or(() -> unread);
      BaseNames names = new BaseNames(base);
      variables.addAll(names.variables());
      functions.addAll(names.functions());
      for (Argument argument : base.arguments()) {
        Expr value = names.rename(argument.value());
        arguments.put(argument.name(), new Argument(argument.name(), value, argument.at()));
        Expr key = new Expr.StringLiteral(argument.name(), argument.at());
        members.add(new Expr.Member.Entry(key, value, argument.at()));
      }
    }
    unread.ifPresent(what -> members.add(new Expr.Member.Unread(what, what.at())));
    variables.add(new Variable("base", new Expr.ObjectExpr(members, unit.at(path)), unit.at(path)));
  }
}
