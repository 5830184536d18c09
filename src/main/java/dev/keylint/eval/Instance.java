package dev.keylint.eval;

import dev.keylint.eval.expression.Bindings;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.Reached;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.template.Declaration;
import dev.keylint.template.Template;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One deployment of one template, and what of it is evaluated so far.
final class Instance implements Site {
  private final Run run;
  private final TemplateIndex index;
  private final Setting setting;
  private final Instance environment;
  private final InstanceFrame frame;
  private final Variables variables;
  private final ParameterValues parameters;
  private final Declared declared;
  private final References references;
  private final DeclaredScopes scopes;
  private final Outputs outputs;
  private final Dependencies dependencies;
  private final Consumer<Write> writes;
  private final CallPath path;

  private Instance(
      Run run,
      Template template,
      Setting setting,
      Optional<Instance> around,
      Bindings bindings,
      Consumer<Write> writes) {
    this.run = run;
    this.index = run.index(template);
    this.setting = setting;
    this.environment = around.map(Instance::environment).orElse(this);
    this.frame = InstanceFrame.of(this, bindings);
    Frame top = InstanceFrame.of(this, Bindings.none());
    this.variables = new Variables(index, top);
    this.parameters = new ParameterValues(index, setting, top);
    this.declared = new Declared(index, frame, this::copy);
    this.references = new References(declared, around.map(_ -> environment.declared()));
    Frame outermost = InstanceFrame.of(environment, Bindings.none());
    this.scopes = new DeclaredScopes(environment.index, outermost, references);
    this.outputs = new Outputs(index, frame);
    this.dependencies =
        new Dependencies(environment.index, declared, references, setting.surroundings().scope());
    this.path = setting.path().places();
    this.writes = writes;
  }

  /// A root.
  ///
  /// @param writes takes what it writes
  static Instance root(Run run, Template template, Setting setting, Consumer<Write> writes) {
    return new Instance(run, template, setting, Optional.empty(), Bindings.none(), writes);
  }

  /// A module, or a nested deployment with inner scope.
  static Instance inner(Template template, Setting setting, Instance around) {
    return new Instance(
        around.run, template, setting, Optional.empty(), Bindings.none(), around.writes);
  }

  /// A nested deployment whose expressions are evaluated in the deployment around it.
  static Instance outer(Template template, Setting setting, Instance around, Bindings bindings) {
    return new Instance(
        around.run, template, setting, Optional.of(around), bindings, around.writes);
  }

  private Copy copy(Declaration declaration, Frame around, Copies.Turn turn) {
    return switch (declaration) {
      case Declaration.Resource resource -> new ResourceCopy(resource, around, turn, this);
      case Declaration.Deployment deployment -> new ModuleCopy(deployment, around, turn, this);
    };
  }

  Run run() {
    return run;
  }

  TemplateIndex index() {
    return index;
  }

  @Override
  public Setting setting() {
    return setting;
  }

  /// The deployment whose parameters, variables, functions and surroundings its expressions see:
  /// itself, or the one around with outer scope.
  Instance environment() {
    return environment;
  }

  /// What the expressions of its declarations and outputs see.
  Frame frame() {
    return frame;
  }

  @Override
  public Declared declared() {
    return declared;
  }

  @Override
  public References references() {
    return references;
  }

  @Override
  public DeclaredScopes scopes() {
    return scopes;
  }

  @Override
  public Dependencies dependencies() {
    return dependencies;
  }

  @Override
  public void wrote(Write write) {
    writes.accept(write);
  }

  Value variable(String name, Location at) {
    return variables.value(name, at);
  }

  Optional<Value.Obj> variables(Value.Unknown name) {
    return variables.like(name);
  }

  Value parameter(String name, Location at) {
    return parameters.value(name, at);
  }

  Outputs outputs() {
    return outputs;
  }

  /// Adds all that it deploys to the result of the run, in the order it is declared.
  void expand() {
    Reached reached = run.reached();
    reached.templates().add(index.template().source().path());
    reached.calls().add(path);
    for (Declaration declaration : index.template().resources()) {
      if (run.focus().covers(declaration)) {
        List<Copy> copies = declared.copies(declaration).all();
        if (!copies.isEmpty() && declaration.loop().isPresent()) {
          reached.turned().add(path.into(declaration.at()));
        }
        List<Copy> absent = copies.stream().filter(Copy::absent).toList();
        if (absent.size() == copies.size()) {
          reached.keptOut().add(declaration.at());
        }
        if (copies.isEmpty() || !absent.isEmpty()) {
          keptOutBy(declaration, absent, reached);
        }
        copies.forEach(Copy::expand);
      }
    }
  }

  private void keptOutBy(Declaration declaration, List<Copy> copies, Reached reached) {
    List<Origin.Step> variables =
        copies.isEmpty()
            ? declared.copies(declaration).byVariables()
            : copies.stream()
                .flatMap(copy -> copy.evaluatedCondition().stream())
                .flatMap(condition -> condition.origin().variables().stream())
                .distinct()
                .toList();
    if (!variables.isEmpty()) {
      reached.keptOutBy().put(path.into(declaration.at()), variables);
    }
  }
}
