package dev.keylint.eval;

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
final class ResourceCopy implements Target {
  private final Declaration.Resource declaration;
  private final Frame frame;
  private final String index;
  private final Memo<Value> name = new Memo<>();
  private final Memo<Value> id = new Memo<>();
  private final Memo<Scope> scope = new Memo<>();
  private final Memo<Optional<Value>> condition = new Memo<>();

  /// @param index the turn as the user sees it, `[0]`; empty without a loop
  ResourceCopy(Declaration.Resource declaration, Frame frame, String index) {
    this.declaration = declaration;
    this.frame = frame;
    this.index = index;
  }

  Declaration.Resource declaration() {
    return declaration;
  }

  Frame frame() {
    return frame;
  }

  Instance instance() {
    return frame.instance();
  }

  private Run run() {
    return frame.run();
  }

  /// The name as it is written: of a child with a parent the last segment.
  Value ownName() {
    return Expressions.value(declaration.name(), frame);
  }

  /// The full name, `parent/child` for a child.
  Value name() {
    return name.get(
        () -> run().bounded(fullName(), "name", declaration.at()), () -> circular("name"));
  }

  private Value fullName() {
    if (isExtended()) {
      return id();
    }
    Optional<ResourceCopy> parent = parent();
    if (parent.isEmpty()) {
      return ownName();
    }
    Location at = declaration.name().at();
    List<Value> parts = List.of(parent.orElseThrow().name(), Terms.text("/", at), ownName());
    return Strings.join(parts, at, run());
  }

  private Optional<ResourceCopy> parent() {
    return declaration.parent().flatMap(reference -> References.resource(reference, frame));
  }

  /// The id; the symbol of a resource that an extension provides, which has no other.
  @Override
  public Value id() {
    return id.get(this::makeId, () -> circular("id"));
  }

  private Value makeId() {
    Location at = declaration.at();
    return isExtended()
        ? Terms.text(declaration.symbol() + index, at)
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
  boolean isDeployment() {
    return declaration.type().equalsIgnoreCase("Microsoft.Resources/deployments");
  }

  /// What it is deployed to or sits on; a child sits where its parent does.
  Scope scope() {
    return scope.get(this::ownScope, instance()::scope);
  }

  private Scope ownScope() {
    Scope here = instance().scope();
    if (isExtended()) {
      // What such a resource calls its scope is a property like any other.
      return here;
    }
    if (declaration.scope().isPresent()) {
      return Scopes.of(declaration.scope().orElseThrow(), here, frame);
    }
    return parent().map(ResourceCopy::scope).orElse(here);
  }

  /// Its condition: false, or unknown; empty when it is certainly deployed.
  Optional<Value> condition() {
    return condition.get(() -> Conditions.of(declaration.condition(), frame), Optional::empty);
  }

  /// All properties as declared; of a body that is not known any property may be there.
  Value.Obj body() {
    Value body = Expressions.value(declaration.body(), frame);
    if (body instanceof Value.Obj object) {
      return object;
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
    return instance()
        .declared()
        .byId(id())
        .flatMap(
            target -> target instanceof ResourceCopy copy ? Optional.of(copy) : Optional.empty())
        .filter(copy -> !copy.absent());
  }

  boolean absent() {
    return condition().filter(Value.Bool.class::isInstance).isPresent();
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
