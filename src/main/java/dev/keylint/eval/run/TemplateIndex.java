package dev.keylint.eval.run;

import dev.keylint.template.Declaration;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The declarations of a template by name, made once for all deployments of it.
///
/// Names are found with their own case first, as Bicep tells `x` from `X`, then ignoring case, as
/// ARM does.
public final class TemplateIndex {
  private final Template template;
  private final Map<String, Parameter> parameters;
  private final Map<String, Variable> variables;
  private final Map<String, UserFunction> functions;
  private final Map<String, Declaration> declarations;
  private final Map<String, Output> outputs;

  /// The index of a template.
  public TemplateIndex(Template template) {
    this.template = template;
    this.parameters = index(template.parameters(), Parameter::name);
    this.variables = index(template.variables(), Variable::name);
    this.functions =
        index(template.functions(), function -> function.namespace() + "." + function.name());
    this.declarations = index(template.resources(), Declaration::symbol);
    this.outputs = index(template.outputs(), Output::name);
  }

  /// The template itself.
  public Template template() {
    return template;
  }

  /// The parameter of this name.
  public Optional<Parameter> parameter(String name) {
    return find(parameters, name);
  }

  /// The variable of this name.
  public Optional<Variable> variable(String name) {
    return find(variables, name);
  }

  /// All variables, in order.
  public List<Variable> variables() {
    return template.variables();
  }

  /// The function of this name that the template defines.
  public Optional<UserFunction> function(String namespace, String name) {
    return find(functions, namespace + "." + name);
  }

  /// The resource or module of this symbol.
  public Optional<Declaration> declaration(String symbol) {
    return find(declarations, symbol);
  }

  /// The output of this name.
  public Optional<Output> output(String name) {
    return find(outputs, name);
  }

  private static <T> Map<String, T> index(List<T> items, Function<T, String> name) {
    Map<String, T> index = LinkedHashMap.newLinkedHashMap(items.size() * 2);
    Map<String, T> folded = new HashMap<>();
    for (T item : items) {
      index.putIfAbsent(name.apply(item), item);
      folded.putIfAbsent(name.apply(item).toLowerCase(Locale.ROOT), item);
    }
    folded.forEach(index::putIfAbsent);
    return index;
  }

  private static <T> Optional<T> find(Map<String, T> index, String name) {
    T exact = index.get(name);
    return exact != null
        ? Optional.of(exact)
        : Optional.ofNullable(index.get(name.toLowerCase(Locale.ROOT)));
  }
}
