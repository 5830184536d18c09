package dev.keylint.eval;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.template.Declaration;
import dev.keylint.template.Output;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A declared module or nested deployment, or one turn of its loop.
final class ModuleCopy implements Target {
  private static final String TYPE = "Microsoft.Resources/deployments";

  private final Declaration.Deployment declaration;
  private final Frame frame;
  private final String index;
  private final Memo<Value> name = new Memo<>();
  private final Memo<Value> id = new Memo<>();
  private final Memo<Scope> scope = new Memo<>();
  private final Memo<Optional<Value>> condition = new Memo<>();
  private final Memo<Optional<Instance>> instance = new Memo<>();

  /// @param index the turn as the user sees it, `[0]`; empty without a loop
  ModuleCopy(Declaration.Deployment declaration, Frame frame, String index) {
    this.declaration = declaration;
    this.frame = frame;
    this.index = index;
  }

  Declaration.Deployment declaration() {
    return declaration;
  }

  Frame frame() {
    return frame;
  }

  private Run run() {
    return frame.run();
  }

  Value name() {
    return name.get(
        () -> run().bounded(ModuleNames.of(declaration, frame), "name", declaration.at()),
        () -> circular("name"));
  }

  Scope scope() {
    Scope here = frame.instance().scope();
    return scope.get(
        () -> declaration.scope().map(expr -> Scopes.of(expr, here, frame)).orElse(here),
        () -> here);
  }

  @Override
  public Value id() {
    return id.get(
        () -> ResourceIds.of(scope(), TYPE, name(), declaration.at(), run()), () -> circular("id"));
  }

  /// None, as compilers differ in it.
  @Override
  public Optional<Value> apiVersion() {
    return Optional.empty();
  }

  Optional<Value> condition() {
    return condition.get(() -> Conditions.of(declaration.condition(), frame), Optional::empty);
  }

  boolean absent() {
    return condition().filter(Value.Bool.class::isInstance).isPresent();
  }

  /// What it deploys; empty when that is not here.
  Optional<Instance> instance() {
    return instance.get(this::make, Optional::empty);
  }

  private Optional<Instance> make() {
    Instance around = frame.instance();
    int depth = around.setting().depth() + 1;
    if (depth > run().limits().nesting()) {
      String message = "modules are nested more than " + run().limits().nesting() + " deep";
      run().report(Diagnostic.of(Diagnostic.Kind.LIMIT, message, declaration.at()));
      return Optional.empty();
    }
    return switch (declaration.content()) {
      case Declaration.Content.Inner(Template template) ->
          Optional.of(Instance.inner(run(), template, setting(depth, given(template))));
      case Declaration.Content.Outer(Template template) ->
          Optional.of(Instance.outer(template, setting(depth, Map.of()), frame));
      case Declaration.Content.Missing _ -> Optional.empty();
    };
  }

  private Instance.Setting setting(int depth, Map<String, Given> given) {
    run().budget().deployment();
    Instance.Setting around = frame.instance().setting();
    Presence presence = around.presence();
    if (condition().isPresent()) {
      presence = presence.when(condition().orElseThrow());
    }
    Optional<Value> count = frame.instance().declared().copies(declaration).openCount();
    if (count.isPresent()) {
      presence = presence.times(count.orElseThrow(), declaration.at());
    }
    DeploymentPath path =
        around.path().into(new DeploymentPath.Call(declaration.symbol() + index, declaration.at()));
    return new Instance.Setting(scope(), name(), false, depth, presence, path, given);
  }

  private Map<String, Given> given(Template template) {
    return Given.all(
        declaration.arguments(), frame, Origin.Kind.MODULE_ARGUMENT, run().index(template));
  }

  /// Outputs: `outputs.x` as Bicep writes it, `properties.outputs.x.value` as ARM does.
  @Override
  public Optional<Value> resolve(List<Value> path, Location at) {
    if (path.size() == 1) {
      return switch (key(path, 0)) {
        case "id" -> Optional.of(id());
        case "name" -> Optional.of(name());
        case "type" -> Optional.of(Terms.text(TYPE, declaration.at()));
        case "apiversion" -> Optional.of(Terms.text(declaration.apiVersion(), declaration.at()));
        default -> Optional.empty();
      };
    }
    if (path.size() == 2 && key(path, 0).equals("outputs")) {
      return output(path.get(1), at);
    }
    boolean arm =
        path.size() == 4
            && key(path, 0).equals("properties")
            && key(path, 1).equals("outputs")
            && key(path, 3).equals("value");
    return arm ? output(path.get(2), at) : Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // each copy is made once
  private boolean isDeployed() {
    return absent()
        || frame.instance().declared().byId(id()).filter(found -> found == this).isPresent();
  }

  private static String key(List<Value> path, int index) {
    return path.get(index) instanceof Value.Str(String name, _)
        ? name.toLowerCase(Locale.ROOT)
        : "";
  }

  /// Outputs are those of the one module of this id; one of several can't be told.
  private Optional<Value> output(Value key, Location at) {
    if (!(key instanceof Value.Str(String name, _)) || !isDeployed()) {
      return Optional.empty();
    }
    Optional<Instance> deployed = instance();
    if (deployed.isEmpty()) {
      return Optional.of(Outputs.missing(this, key, at));
    }
    Optional<Output> output = deployed.orElseThrow().index().output(name);
    if (output.isEmpty()) {
      String message = "module `" + declaration.symbol() + "` has no output `" + name + "`";
      return Optional.of(run().failed(message, "reference", List.of(id(), key), at));
    }
    return Optional.of(Outputs.value(output.orElseThrow(), deployed.orElseThrow()));
  }

  @Override
  public Reason reason(List<Value> path) {
    return switch (declaration.content()) {
      case Declaration.Content.Missing(String reference) -> new Reason.MissingModule(reference);
      case Declaration.Content.Inner _, Declaration.Content.Outer _ ->
          new Reason.RuntimeReference(run().plain(id()), NormalForm.path(path));
    };
  }

  private Value circular(String what) {
    String message = "the " + what + " of module `" + declaration.symbol() + "` refers to itself";
    List<Value> arguments = List.of(Terms.text(declaration.symbol(), declaration.at()));
    return run().failed(message, "reference", arguments, declaration.at());
  }
}
