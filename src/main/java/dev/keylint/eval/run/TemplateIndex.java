package dev.keylint.eval.run;

import dev.keylint.template.Declaration;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import java.util.List;
import java.util.Optional;

/// The declarations of a template by name, made once for all deployments of it.
public final class TemplateIndex {
  private final Template template;
  private final NameIndex<Parameter> parameters;
  private final NameIndex<Variable> variables;
  private final NameIndex<UserFunction> functions;
  private final NameIndex<Declaration> declarations;
  private final NameIndex<Output> outputs;

  /// The index of a template.
  public TemplateIndex(Template template) {
    this.template = template;
    this.parameters = new NameIndex<>(template.parameters(), Parameter::name);
    this.variables = new NameIndex<>(template.variables(), Variable::name);
    this.functions =
        new NameIndex<>(
            template.functions(), function -> function.namespace() + "." + function.name());
    this.declarations = new NameIndex<>(template.resources(), Declaration::symbol);
    this.outputs = new NameIndex<>(template.outputs(), Output::name);
  }

  /// The template itself.
  public Template template() {
    return template;
  }

  /// The parameter of this name.
  public Optional<Parameter> parameter(String name) {
    return parameters.find(name);
  }

  /// The variable of this name.
  public Optional<Variable> variable(String name) {
    return variables.find(name);
  }

  /// All variables, in order.
  public List<Variable> variables() {
    return template.variables();
  }

  /// The function of this name that the template defines.
  public Optional<UserFunction> function(String namespace, String name) {
    return functions.find(namespace + "." + name);
  }

  /// The resource or module of this symbol.
  public Optional<Declaration> declaration(String symbol) {
    return declarations.find(symbol);
  }

  /// The output of this name.
  public Optional<Output> output(String name) {
    return outputs.find(name);
  }
}
