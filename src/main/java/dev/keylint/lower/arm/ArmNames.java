package dev.keylint.lower.arm;

import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the full type of a resource and where its name ends, in the many ways in which ARM lets
/// one write a child or an extension resource.
final class ArmNames {
  private static final String PROVIDERS = "providers/";

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
    String first = firstSegment(type);
    if (first.equalsIgnoreCase(firstSegment(parent.type()))) {
      // Azure accepts the full type and name of a child inside its parent, too.
      return Named.whole(type, name, parent.scope());
    }
    if (startsWith(type, PROVIDERS)) {
      String rest = type.substring(PROVIDERS.length());
      return NameSplit.of(name, scope)
          .filter(split -> split.before().isEmpty())
          .map(split -> on(parent.reference(at), split, rest))
          .orElseGet(() -> notUnderstood(parent.type() + "/" + type, full(parent, name), at));
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

  /// The way to write extension resources before `scope` came: type `A/b/providers/c`, name
  /// `b-name/Provider/c-name`.
  private Named topLevel(String type, Expr name, Location at) {
    int split = type.toLowerCase(Locale.ROOT).indexOf("/" + PROVIDERS);
    if (split < 0) {
      return Named.whole(type, name, Optional.empty());
    }
    String owner = type.substring(0, split);
    String rest = type.substring(split + 1 + PROVIDERS.length());
    return NameSplit.of(name, scope)
        .filter(found -> found.before().size() == segments(owner) - 1)
        .map(found -> on(found.owner(owner, at), found, rest))
        .orElseGet(() -> notUnderstood(type, name, at));
  }

  private static Named on(Expr owner, NameSplit split, String rest) {
    return Named.whole(split.provider() + "/" + rest, split.after(), Optional.of(owner));
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

  private static int segments(String type) {
    return (int) type.chars().filter(c -> c == '/').count() + 1;
  }

  private static boolean startsWith(String type, String prefix) {
    return type.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
