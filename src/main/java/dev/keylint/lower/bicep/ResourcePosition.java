package dev.keylint.lower.bicep;

import dev.keylint.lower.OldForm;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.Locale;
import java.util.Optional;

/// What a resource is and where it sits, once the ways to write that are told apart.
///
/// @param name with a parent the last segment only, else the full name
record ResourcePosition(
    String type, Expr name, Optional<Expr.ResourceRef> parent, Optional<Expr> scope) {

  /// The position as it is written, in the spelling of Azure.
  static ResourcePosition of(
      Symbol.Resource symbol, Expr name, Optional<Expr.ResourceRef> parent, Optional<Expr> scope) {
    return new ResourcePosition(TypeSpelling.of(symbol.type()), name, parent, scope);
  }

  /// The same, with an extension resource in the old form made one in the form of today.
  ResourcePosition modern(Symbol.Resource symbol, WrittenValues values, BicepScope file) {
    if (symbol.extension().isPresent() || !OldForm.is(type)) {
      return this;
    }
    BicepUnit unit = values.unit();
    Location at = unit.header(symbol.syntax().name(), symbol.syntax().type());
    String relative = parent.isPresent() ? afterOwner(type) : type;
    Optional<OldForm> form =
        OldForm.of(relative, name, each -> values.followed(each, file), name.at());
    if (form.isEmpty()) {
      String message = "what the extension resource `" + type + "` sits on is not literal";
      unit.report(Kind.UNSUPPORTED, message, at);
      return this;
    }
    OldForm found = form.orElseThrow();
    ResourceTypeName spelled = new ResourceTypeName(found.type(), symbol.type().version());
    return new ResourcePosition(
        TypeSpelling.of(spelled),
        found.name(),
        Optional.empty(),
        scope.or(() -> parent).or(found::owner));
  }

  /// The same for a resource nested in one of this type: with a full type, which is reported where
  /// it is declared, it need not be its child.
  ResourcePosition in(ResourceTypeName around) {
    if (startsWith(type, around.type() + "/")) {
      return this;
    }
    String provider = around.type().substring(0, around.type().indexOf('/') + 1);
    return startsWith(type, provider)
        ? new ResourcePosition(type, name, Optional.empty(), scope)
        : new ResourcePosition(type, name, Optional.empty(), scope.or(() -> parent));
  }

  private static String afterOwner(String type) {
    return type.substring(("/" + type).toLowerCase(Locale.ROOT).indexOf("/providers/"));
  }

  private static boolean startsWith(String type, String start) {
    return type.regionMatches(true, 0, start, 0, start.length());
  }
}
