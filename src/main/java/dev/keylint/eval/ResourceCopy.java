package dev.keylint.eval;

import dev.keylint.eval.expression.Concatenations;
import dev.keylint.eval.expression.Conditions;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.Memo;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.eval.scope.NameSegments;
import dev.keylint.eval.scope.ResourceIds;
import dev.keylint.eval.scope.Scopes;
import dev.keylint.template.Declaration;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A declared resource, or one turn of its loop.
final class ResourceCopy implements Copy {
  private final Declaration.Resource declaration;
  private final Frame frame;
  private final Copies.Turn turn;
  private final Site site;
  private final Memo<Value> name = new Memo<>();
  private final Memo<Value> id = new Memo<>();
  private final Memo<DeploymentScope> scope = new Memo<>();
  private final Memo<Optional<Value>> condition = new Memo<>();

  ResourceCopy(Declaration.Resource declaration, Frame frame, Copies.Turn turn, Site site) {
    this.declaration = declaration;
    this.frame = frame;
    this.turn = turn;
    this.site = site;
  }

  @Override
  public Declaration.Resource declaration() {
    return declaration;
  }

  private Run run() {
    return frame.run();
  }

  /// The name as it is written: of a child with a parent the last segment.
  Value ownName() {
    Value written = frame.value(declaration.name());
    return written instanceof Value.Unknown
        ? NameSegments.restored(written, declaration.name().at(), run())
        : written;
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public String type() {
    return declaration.type();
  }

  @Override
  public Value name() {
    return name.get(
        this,
        it -> it.run().bounded(it.fullName(), "name", it.declaration.at()),
        it -> it.circular("name"));
  }

  private Value fullName() {
    if (isExtended()) {
      return id();
    }
    Optional<Copy> parent = parent();
    if (parent.isEmpty()) {
      return ownName();
    }
    Location at = declaration.name().at();
    List<Value> parts = List.of(parent.orElseThrow().name(), Terms.text("/", at), ownName());
    return Concatenations.join(parts, at, run());
  }

  /// The declared resource that it is a child of.
  Optional<Copy> parent() {
    return declaration.parent().flatMap(reference -> site.references().resource(reference, frame));
  }

  /// The id; the symbol of a resource that an extension provides, which has no other.
  @Override
  public Value id() {
    return id.get(this, ResourceCopy::makeId, it -> it.circular("id"));
  }

  private Value makeId() {
    Location at = declaration.at();
    return isExtended()
        ? Terms.text(declaration.symbol() + turn.index(), at)
        : ResourceIds.of(scope(), declaration.type(), name(), at, run());
  }

  private boolean isExtended() {
    return declaration.extension().isPresent();
  }

  @Override
  public Optional<Value> apiVersion() {
    return isDeployment() || isExtended()
        ? Optional.empty()
        : Optional.of(Terms.text(declaration.apiVersion(), declaration.at()));
  }

  /// A nested deployment that is written as a resource.
  @Override
  public boolean isDeployment() {
    return declaration.type().equalsIgnoreCase("Microsoft.Resources/deployments");
  }

  /// A child sits where its parent does.
  @Override
  public DeploymentScope scope() {
    return scope.get(this, ResourceCopy::ownScope, ResourceCopy::around);
  }

  private DeploymentScope around() {
    return site.setting().surroundings().scope();
  }

  private DeploymentScope ownScope() {
    DeploymentScope here = around();
    if (isExtended()) {
      // What such a resource calls its scope is a property like any other.
      return here;
    }
    if (declaration.scope().isPresent()) {
      return Scopes.target(site.scopes().of(declaration.scope().orElseThrow(), here, frame), here);
    }
    return parent().map(Copy::scope).orElse(here);
  }

  @Override
  public Optional<Value> evaluatedCondition() {
    return condition.get(
        this,
        it -> it.declaration.condition().map(expr -> Conditions.value(expr, it.frame)),
        _ -> Optional.empty());
  }

  /// All properties as declared; of a body that is not known any property may be there.
  Value.Obj body() {
    Value body = frame.value(declaration.body());
    if (body instanceof Value.Obj object) {
      return isExtended() ? object : BodyProperties.checked(object, run());
    }
    if (body instanceof Value.Unknown unknown) {
      return new Value.Obj(Properties.of(List.of(), Optional.of(unknown)), body.origin());
    }
    run()
        .failed(
            "the body of resource `" + declaration.symbol() + "` is no object",
            "createObject",
            List.of(),
            declaration.at());
    return new Value.Obj(Properties.EMPTY, Origin.at(declaration.at()));
  }

  @Override
  public Optional<Value> resolve(List<Value> path, Location at) {
    if (path.size() == 1 && path.getFirst() instanceof Value.Str(String key, _)) {
      Optional<Value> own =
          switch (key.toLowerCase(Locale.ROOT)) {
            case "id" -> Optional.of(id());
            case "name" -> Optional.of(ownName());
            case "type" -> Optional.of(Terms.text(declaration.type(), declaration.at()));
            case "apiversion" ->
                Optional.of(Terms.text(declaration.apiVersion(), declaration.at()));
            default -> Optional.empty();
          };
      if (own.isPresent()) {
        return own;
      }
    }
    if (isDeployment()) {
      return Optional.empty();
    }
    return deployed()
        .flatMap(copy -> SetProperties.find(copy.declaration.body(), path, copy.frame));
  }

  /// The resource of this id that the same template deploys; one of several can't be told.
  private Optional<ResourceCopy> deployed() {
    return site.declared()
        .byId(id())
        .flatMap(
            target -> target instanceof ResourceCopy copy ? Optional.of(copy) : Optional.empty())
        .filter(copy -> !copy.absent());
  }

  @Override
  public boolean isModule() {
    return false;
  }

  @Override
  public void expand() {
    if (!absent()) {
      ResourceExpansion.add(this, site, turn, run());
    }
  }

  @Override
  public Reason reason(List<Value> path) {
    return new Reason.RuntimeReference(run().plain(id()), NormalForm.path(path));
  }

  private Value circular(String what) {
    String message = "the " + what + " of resource `" + declaration.symbol() + "` refers to itself";
    List<Value> arguments = List.of(Terms.text(declaration.symbol(), declaration.at()));
    return run().failed(message, "resourceId", arguments, declaration.at());
  }
}
