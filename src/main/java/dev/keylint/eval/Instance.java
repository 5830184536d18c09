package dev.keylint.eval;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One deployment of one template, and what of it is evaluated so far.
final class Instance {
  private final Run run;
  private final TemplateIndex index;
  private final Setting setting;
  private final Instance environment;
  private final Frame frame;
  private final Map<String, Memo<Value>> variables = new HashMap<>();
  private final Map<String, Memo<Value>> parameters = new HashMap<>();
  private final Map<String, Memo<Value>> outputs = new HashMap<>();
  private final Declared declared;

  private Instance(Run run, Template template, Setting setting, Optional<Frame> outer) {
    this.run = run;
    this.index = run.index(template);
    this.setting = setting;
    this.environment = outer.map(Frame::environment).orElse(this);
    this.frame =
        outer.map(around -> around.in(this)).orElseGet(() -> Frame.of(this, Bindings.none()));
    this.declared = new Declared(this);
  }

  /// A root, a module, or a nested deployment with inner scope.
  static Instance inner(Run run, Template template, Setting setting) {
    return new Instance(run, template, setting, Optional.empty());
  }

  /// A nested deployment whose expressions are evaluated in the frame around it.
  static Instance outer(Template template, Setting setting, Frame around) {
    return new Instance(around.run(), template, setting, Optional.of(around));
  }

  /// How a template is deployed.
  ///
  /// @param scope what it deploys to
  /// @param name the deployment's name
  /// @param root whether it is the root, whose name and parameters are printed without more
  /// @param depth how many deployments are around it
  /// @param presence whether and how often it is deployed
  /// @param given values for its parameters
  record Setting(
      Scope scope,
      Value name,
      boolean root,
      int depth,
      Presence presence,
      DeploymentPath path,
      Map<String, Given> given) {}

  Run run() {
    return run;
  }

  Template template() {
    return index.template();
  }

  TemplateIndex index() {
    return index;
  }

  Setting setting() {
    return setting;
  }

  Scope scope() {
    return setting.scope();
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

  Declared declared() {
    return declared;
  }

  /// The deployment around whose declarations can be referred to as well.
  Optional<Instance> around() {
    return environment == this ? Optional.empty() : Optional.of(environment);
  }

  Memo<Value> memo(Variable variable) {
    return variables.computeIfAbsent(variable.name(), _ -> new Memo<>());
  }

  Memo<Value> memo(Parameter parameter) {
    return parameters.computeIfAbsent(parameter.name(), _ -> new Memo<>());
  }

  Memo<Value> memo(Output output) {
    return outputs.computeIfAbsent(output.name(), _ -> new Memo<>());
  }
}
