package dev.keylint.lower.arm;

import dev.keylint.json.JsonString;
import dev.keylint.lower.NameSplit;
import dev.keylint.lower.OldForm;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the full type of a resource and where its name ends, in the many ways in which ARM lets
/// one write a child or an extension resource.
final class ArmNames {
  private final ArmScope scope;

  ArmNames(ArmScope scope) {
    this.scope = scope;
  }

  /// @param name with a parent the last segment, else the full name
  /// @param scope what an extension resource sits on, when type and name say so
  record Named(
      String type,
      Expr name,
      Optional<Expr.ResourceRef> parent,
      Optional<Expr> scope,
      Expr fullName) {

    static Named whole(String type, Expr name, Optional<Expr> scope) {
      return new Named(type, name, Optional.empty(), scope, name);
    }
  }

  Named resolve(String type, Expr name, Optional<ArmParent> parent, Location at) {
    return parent
        .map(around -> child(type, name, around, at))
        .orElseGet(() -> topLevel(type, name, at));
  }

  private Named child(String type, Expr name, ArmParent parent, Location at) {
    if (OldForm.isInside(type)) {
      return OldForm.of(type, name, this::behind, at)
          .map(form -> Named.whole(form.type(), form.name(), Optional.of(parent.reference(at))))
          .orElseGet(() -> notUnderstood(parent.type() + "/" + type, full(parent, name), at));
    }
    if (OldForm.is(type)) {
      return topLevel(type, name, at);
    }
    String first = firstSegment(type);
    if (first.equalsIgnoreCase(firstSegment(parent.type()))) {
      return withFullType(type, name, parent, at);
    }
    if (first.contains(".")) {
      return Named.whole(type, name, Optional.of(parent.reference(at)));
    }
    String fullType = parent.type() + "/" + type;
    Expr fullName = full(parent, name);
    return type.contains("/")
        ? Named.whole(fullType, fullName, parent.scope())
        : new Named(fullType, name, Optional.of(parent.reference(at)), Optional.empty(), fullName);
  }

  /// Azure accepts the full type and name of a child inside its parent, too; a name of one segment
  /// can only be the child's own.
  private Named withFullType(String type, Expr name, ArmParent parent, Location at) {
    String start = (parent.type() + "/").toLowerCase(Locale.ROOT);
    boolean isOwn =
        type.toLowerCase(Locale.ROOT).startsWith(start)
            && type.indexOf('/', start.length()) < 0
            && NameSplit.isOneSegment(name, this::behind);
    return isOwn
        ? new Named(
            type, name, Optional.of(parent.reference(at)), Optional.empty(), full(parent, name))
        : Named.whole(type, name, parent.scope());
  }

  private Named topLevel(String type, Expr name, Location at) {
    return OldForm.is(type)
        ? OldForm.of(type, name, this::behind, at)
            .map(form -> Named.whole(form.type(), form.name(), form.owner()))
            .orElseGet(() -> notUnderstood(type, name, at))
        : Named.whole(type, name, Optional.empty());
  }

  /// What is behind the name of a variable; the default of a parameter is not its value.
  private Expr behind(Expr expr) {
    return expr instanceof Expr.VariableRef
        ? scope
            .written(expr)
            .filter(JsonString.class::isInstance)
            .map(text -> scope.values().value(text))
            .orElse(expr)
        : expr;
  }

  private Named notUnderstood(String type, Expr name, Location at) {
    scope
        .problems()
        .add(
            Kind.UNSUPPORTED,
            "what the extension resource `" + type + "` sits on is not literal",
            at);
    return Named.whole(type, name, Optional.empty());
  }

  private static Expr full(ArmParent parent, Expr name) {
    Location at = name.at();
    Expr slash = new Expr.StringLiteral("/", at);
    return new Expr.Call(Optional.empty(), "concat", List.of(parent.fullName(), slash, name), at);
  }

  private static String firstSegment(String type) {
    int slash = type.indexOf('/');
    return slash < 0 ? type : type.substring(0, slash);
  }
}
