package dev.keylint.eval;

import dev.keylint.eval.expression.Conditions;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.Memo;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Surroundings;
import dev.keylint.eval.run.Terms;
import dev.keylint.eval.scope.ResourceIds;
import dev.keylint.eval.scope.Scopes;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.resource.ModuleCall;
import dev.keylint.template.Declaration;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.ListedKeys;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Shown;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A declared module or nested deployment, or one turn of its loop.
final class ModuleCopy implements Copy {
  private static final String TYPE = "Microsoft.Resources/deployments";

  private final Declaration.Deployment declaration;
  private final Frame frame;
  private final Copies.Turn turn;
  private final Instance around;
  private final Memo<Value> name = new Memo<>();
  private final Memo<Value> id = new Memo<>();
  private final Memo<DeploymentScope> scope = new Memo<>();
  private final Memo<Optional<Value>> condition = new Memo<>();
  private final Memo<Optional<Instance>> instance = new Memo<>();

  ModuleCopy(Declaration.Deployment declaration, Frame frame, Copies.Turn turn, Instance around) {
    this.declaration = declaration;
    this.frame = frame;
    this.turn = turn;
    this.around = around;
  }

  @Override
  public Declaration.Deployment declaration() {
    return declaration;
  }

  private Run run() {
    return frame.run();
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Value name() {
    return name.get(
        this,
        it ->
            it.run().bounded(ModuleNames.of(it.declaration, it.frame), "name", it.declaration.at()),
        it -> it.circular("name"));
  }

  @Override
  public DeploymentScope scope() {
    DeploymentScope here = around.setting().surroundings().scope();
    return scope.get(
        () -> declaration.scope().map(expr -> around.scopes().of(expr, here, frame)).orElse(here),
        () -> here);
  }

  @Override
  public Value id() {
    return id.get(
        this,
        it -> ResourceIds.of(it.scope(), TYPE, it.name(), it.declaration.at(), it.run()),
        it -> it.circular("id"));
  }

  /// None, as compilers differ in it.
  @Override
  public Optional<Value> apiVersion() {
    return Optional.empty();
  }

  @Override
  public Optional<Value> evaluatedCondition() {
    return condition.get(
        this,
        it -> it.declaration.condition().map(expr -> Conditions.value(expr, it.frame)),
        _ -> Optional.empty());
  }

  @Override
  public boolean isModule() {
    return true;
  }

  @Override
  public boolean isDeployment() {
    return true;
  }

  @Override
  public void expand() {
    if (!absent()) {
      instance().ifPresentOrElse(Instance::expand, () -> run().add(gap()));
    }
  }

  /// What it deploys; empty when that is not here.
  Optional<Instance> instance() {
    return instance.get(this, ModuleCopy::make, _ -> Optional.empty());
  }

  private Optional<Instance> make() {
    int depth = around.setting().depth() + 1;
    if (depth > run().limits().nesting()) {
      String message = "modules are nested more than " + run().limits().nesting() + " deep";
      run().report(Diagnostic.of(Diagnostic.Kind.LIMIT, message, declaration.at()));
      return Optional.empty();
    }
    return switch (declaration.content()) {
      case Declaration.Content.Inner(Template template) ->
          Optional.of(Instance.inner(template, setting(depth, given(template)), around));
      case Declaration.Content.Published(_, Template template) ->
          Optional.of(Instance.inner(template, setting(depth, given(template)), around));
      case Declaration.Content.StandIn(Template template, _) ->
          Optional.of(Instance.inner(template, setting(depth, given(template)), around));
      case Declaration.Content.Outer(Template template) ->
          Optional.of(Instance.outer(template, setting(depth, Map.of()), around, frame.bindings()));
      case Declaration.Content.Missing _, Declaration.Content.Unread _ -> Optional.empty();
    };
  }

  private Setting setting(int depth, Map<String, Given> given) {
    run().budget().deployment();
    DeploymentPath path =
        around
            .setting()
            .path()
            .into(
                new DeploymentPath.Call(called(), declaration.at(), isPublished(), standsInFor()));
    return new Setting(
        new Surroundings(target(), name(), false),
        depth,
        presence(),
        path,
        given,
        around.setting().byVariables(),
        Optional.of(new Caller(around, declaration, turn.number())));
  }

  private Presence presence() {
    return Presence.of(this, around.setting().presence(), turn);
  }

  /// Its symbol; what has none, as a nested deployment of JSON, is called by its name.
  private String called() {
    return declaration.symbol().contains("#")
        ? Shown.known(name()).orElseGet(() -> "a nested deployment" + turn.index())
        : declaration.symbol() + turn.index();
  }

  private Optional<String> standsInFor() {
    return declaration.content() instanceof Declaration.Content.StandIn(_, String url)
        ? Optional.of(url)
        : Optional.empty();
  }

  private DeploymentScope target() {
    return Scopes.target(scope(), around.setting().surroundings().scope());
  }

  private boolean isPublished() {
    return declaration.content() instanceof Declaration.Content.Published;
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
    return absent() || around.declared().byId(id()).filter(found -> found == this).isPresent();
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
    // What a stand-in gives out is no proof of what the real template does.
    if (deployed.isEmpty() || isDoubtful()) {
      return Optional.of(missingOutput(key, at));
    }
    Optional<Value> output = deployed.orElseThrow().outputs().value(name);
    if (output.isEmpty()) {
      String message = "module `" + declaration.symbol() + "` has no output `" + name + "`";
      return Optional.of(run().failed(message, "reference", List.of(id(), key), at));
    }
    return output;
  }

  /// An output that the module does not declare, or only under a condition that is false.
  @Override
  public boolean lacks(List<Value> path) {
    boolean arm = path.size() > 2 && key(path, 0).equals("properties");
    int outputs = arm ? 1 : 0;
    return path.size() > outputs + 1
        && key(path, outputs).equals("outputs")
        && path.get(outputs + 1) instanceof Value.Str(String output, _)
        && isDeployed()
        && !isDoubtful()
        && instance().filter(deployed -> deployed.outputs().lacks(output)).isPresent();
  }

  private boolean isDoubtful() {
    return standsInFor().isPresent() && !run().focus().trustsStandIns();
  }

  /// An output of a module that is not here.
  private Value missingOutput(Value key, Location at) {
    Reason reason =
        switch (declaration.content()) {
          case Declaration.Content.Missing(String reference) -> new Reason.MissingModule(reference);
          case Declaration.Content.StandIn(_, String url) -> new Reason.MissingModule(url);
          case Declaration.Content.Unread(String what) -> new Reason.Unsupported(what);
          case Declaration.Content.Inner _,
              Declaration.Content.Published _,
              Declaration.Content.Outer _ ->
              new Reason.Unsupported("modules nested too deep");
        };
    Term call = new Term.Call("reference", List.of(id()));
    List<Value> path = List.of(Terms.text("outputs", at), key, Terms.text("value", at));
    return Terms.unknown(new Term.Access(Terms.unknown(call, reason, at), path), reason, at);
  }

  private Gap gap() {
    String what =
        switch (declaration.content()) {
          case Declaration.Content.Missing(String reference) -> "module " + reference;
          case Declaration.Content.Unread(String unread) -> unread;
          case Declaration.Content.Inner _,
              Declaration.Content.Published _,
              Declaration.Content.StandIn _,
              Declaration.Content.Outer _ ->
              "module " + declaration.symbol();
        };
    List<ModuleArgument> arguments = declaration.arguments().stream().map(this::argument).toList();
    arguments.forEach(it -> run().written(it.value()));
    Presence presence = presence();
    return new Gap(
        what,
        List.of(),
        arguments,
        declaration.at(),
        Optional.of(
            new Gap.Deployment(
                id(), called(), presence.condition(declaration.at()), presence.byVariables())));
  }

  /// What is called, with the arguments that are given, and of its outputs those that hold keys.
  ModuleCall call(ListedKeys keys, KeyExprs written) {
    Optional<Instance> deployed = instance();
    List<ModuleArgument> arguments = new ArrayList<>();
    for (Declaration.Argument given : declaration.arguments()) {
      arguments.add(
          deployed
              .flatMap(
                  it -> it.index().parameter(given.name()).map(to -> argument(given, to, it, keys)))
              .orElseGet(() -> argument(given)));
    }
    return new ModuleCall(
        reference(),
        called(),
        deployed.isPresent(),
        arguments,
        deployed
            .map(it -> it.outputs().withKeys(keys, written, it.setting().path()))
            .orElse(List.of()),
        around.setting().path(),
        declaration.at());
  }

  private String reference() {
    return switch (declaration.content()) {
      case Declaration.Content.Published(String reference, _) -> reference;
      case Declaration.Content.Missing(String reference) -> reference;
      case Declaration.Content.StandIn(_, String url) -> url;
      case Declaration.Content.Inner(Template template) -> {
        String file = template.source().path();
        yield file.equals(around.index().template().source().path()) ? "" : file;
      }
      case Declaration.Content.Outer _, Declaration.Content.Unread _ -> "";
    };
  }

  /// An argument as a module that is not here would get it.
  private ModuleArgument argument(Declaration.Argument argument) {
    Value given = frame.value(argument.value());
    Value value = run().bounded(given, argument.name(), argument.at());
    return new ModuleArgument(argument.name(), value, argument.at());
  }

  private static ModuleArgument argument(
      Declaration.Argument given, Parameter parameter, Instance deployed, ListedKeys keys) {
    Value value =
        deployed.setting().presence().decides(deployed.parameter(parameter.name(), given.at()));
    Answer secure =
        !parameter.secure() && keys.any(value)
            ? new SecretParts(keys, parameter.name(), given.at()).cover(value, parameter.parts())
            : Answer.of(parameter.secure());
    return new ModuleArgument(given.name(), value, secure, Optional.of(parameter.at()), given.at());
  }

  @Override
  public Reason reason(List<Value> path) {
    return switch (declaration.content()) {
      case Declaration.Content.Missing(String reference) -> new Reason.MissingModule(reference);
      case Declaration.Content.Unread(String what) -> new Reason.Unsupported(what);
      case Declaration.Content.Inner _,
          Declaration.Content.Published _,
          Declaration.Content.StandIn _,
          Declaration.Content.Outer _ ->
          new Reason.RuntimeReference(run().plain(id()), NormalForm.path(path));
    };
  }

  private Value circular(String what) {
    String message = "the " + what + " of module `" + declaration.symbol() + "` refers to itself";
    List<Value> arguments = List.of(Terms.text(declaration.symbol(), declaration.at()));
    return run().failed(message, "reference", arguments, declaration.at());
  }
}
