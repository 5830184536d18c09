package dev.keylint.eval;

import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Parts;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The literals that a template and its modules give for what is secure: defaults, arguments,
/// values of a parameter file.
///
/// They stand in the files, and a frame around something else would show them, whether or not they
/// are deployed: a default that another value replaces, a module behind a condition that is false.
/// So they are looked for in what is written, not in what it evaluates to.
final class SecretLiterals {
  private final Function<Template, TemplateIndex> indexes;
  private final Set<Template> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Variable> variables = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Variable> wholes = Collections.newSetFromMap(new IdentityHashMap<>());
  private final AccessedExprs accessed = new AccessedExprs();
  private final Set<String> found = new HashSet<>();

  private SecretLiterals(Function<Template, TemplateIndex> indexes) {
    this.indexes = indexes;
  }

  /// The texts as they are, and as they are written where that is another thing.
  static Set<String> of(
      Template root,
      Optional<ParameterFile> parameters,
      Function<Template, TemplateIndex> indexes) {
    SecretLiterals literals = new SecretLiterals(indexes);
    literals.template(root);
    parameters.ifPresent(file -> {
      Map<String, Variable> variables = new HashMap<>();
      file.variables().forEach(it -> variables.put(it.name(), it));
      Scope around = name -> Optional.ofNullable(variables.get(name));
      literals.arguments(file.arguments(), around, indexes.apply(root));
    });
    return literals.found;
  }

  /// The variables that an expression sees.
  @FunctionalInterface
  private interface Scope {
    Optional<Variable> variable(String name);
  }

  private void template(Template template) {
    if (!seen.add(template)) {
      return;
    }
    Scope own = indexes.apply(template)::variable;
    for (Parameter parameter : template.parameters()) {
      parameter.defaultValue().ifPresent(it -> given(parameter, it, own));
    }
    for (Output output : template.outputs()) {
      if (output.secure()) {
        literals(output.value(), own);
      }
    }
    for (Declaration declaration : template.resources()) {
      if (declaration instanceof Declaration.Deployment deployment) {
        switch (deployment.content()) {
          case Declaration.Content.Inner(Template callee) -> call(deployment, own, callee);
          case Declaration.Content.Published(_, Template callee) -> call(deployment, own, callee);
          case Declaration.Content.StandIn(Template callee, _) -> call(deployment, own, callee);
          case Declaration.Content.Outer(Template nested) -> template(nested);
          case Declaration.Content.Missing _, Declaration.Content.Unread _ -> {}
        }
      }
    }
  }

  private void call(Declaration.Deployment deployment, Scope around, Template callee) {
    arguments(deployment.arguments(), around, indexes.apply(callee));
    template(callee);
  }

  private void arguments(List<Declaration.Argument> arguments, Scope around, TemplateIndex callee) {
    for (Declaration.Argument argument : arguments) {
      callee.parameter(argument.name()).ifPresent(it -> given(it, argument.value(), around));
    }
  }

  private void given(Parameter parameter, Expr value, Scope around) {
    SecretExprs.of(parameter, value, around::variable, it -> literals(it, around));
  }

  /// The texts that an expression is put together from; not those that only choose, such as the
  /// names of properties or the arguments of most functions.
  private void literals(Expr expr, Scope around) {
    switch (expr) {
      case Expr.StringLiteral(String text, Location at) -> {
        add(text);
        written(text, at);
      }
      case Expr.Interpolation(List<Expr> parts, _) -> parts.forEach(it -> literals(it, around));
      case Expr.ObjectExpr(List<Expr.Member> members, _) ->
          members.forEach(it -> member(it, around));
      case Expr.ArrayExpr(List<Expr.Item> items, _) -> items.forEach(it -> item(it, around));
      case Expr.Conditional(_, Expr then, Expr otherwise, _) -> {
        literals(then, around);
        literals(otherwise, around);
      }
      case Expr.Call call -> call(call, around);
      case Expr.VariableRef(String name, _) ->
          around
              .variable(name)
              .filter(variables::add)
              .ifPresent(it -> literals(it.value(), around));
      case Expr.ForExpr(_, Expr body, _) -> literals(body, around);
      case Expr.Access(Expr base, Expr key, _, _, _) ->
          accessed.look(base, List.of(key), way(around));
      case Expr.NullLiteral _,
          Expr.BoolLiteral _,
          Expr.IntLiteral _,
          Expr.DecimalLiteral _,
          Expr.Lambda _,
          Expr.ParameterRef _,
          Expr.LocalRef _,
          Expr.LoopIndex _,
          Expr.ResourceRef _,
          Expr.KeyVaultSecret _,
          Expr.MissingFile _,
          Expr.Unsupported _ -> {}
    }
  }

  private AccessedExprs.Way way(Scope around) {
    return new AccessedExprs.Way(
        around::variable, it -> literals(it, around), it -> all(it, around));
  }

  /// All texts of an expression, and of the variables in it.
  private void all(Expr expr, Scope around) {
    switch (expr) {
      case Expr.StringLiteral _ -> literals(expr, around);
      case Expr.VariableRef(String name, _) ->
          around.variable(name).filter(wholes::add).ifPresent(it -> all(it.value(), around));
      case Expr _ -> Parts.of(expr).forEach(it -> all(it, around));
    }
  }

  private void call(Expr.Call call, Scope around) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (Ingredients.areIn(call.function(), i)) {
        literals(call.arguments().get(i), around);
      }
    }
  }

  private void member(Expr.Member member, Scope around) {
    switch (member) {
      case Expr.Member.Entry(_, Expr value, _) -> literals(value, around);
      case Expr.Member.Spread(Expr object, _) -> literals(object, around);
      case Expr.Member.Unread _ -> {}
    }
  }

  private void item(Expr.Item item, Scope around) {
    switch (item) {
      case Expr.Item.Element(Expr value) -> literals(value, around);
      case Expr.Item.Spread(Expr array, _) -> literals(array, around);
    }
  }

  /// Escapes make the text of a file differ from what it means.
  private void written(String text, Location at) {
    if (at instanceof Location.InFile(var source, var span)) {
      String slice = source.slice(span);
      String raw = slice.replaceFirst("^['\"]+", "").replaceFirst("['\"]+$", "");
      boolean escaped = raw.contains("\\") || raw.contains("''");
      if (escaped && !raw.equals(text) && raw.length() <= 6 * text.length()) {
        add(raw);
      }
    }
  }

  private void add(String text) {
    if (!text.isBlank()) {
      found.add(text);
    }
  }
}
