package dev.keylint.eval.run;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Predicate;

/// Which declarations an expansion is about; the others are evaluated as far as these refer to
/// them.
///
/// Not for several threads.
public final class Focus {
  /// Empty when all are covered.
  private final Optional<Predicate<String>> types;

  private final IdentityHashMap<Template, Boolean> known = new IdentityHashMap<>();

  private Focus(Optional<Predicate<String>> types) {
    this.types = types;
  }

  /// All of them.
  public static Focus all() {
    return new Focus(Optional.empty());
  }

  /// Resources of some types, and what deploys them or is not here.
  public static Focus on(Predicate<String> types) {
    return new Focus(Optional.of(types));
  }

  /// Whether a declaration may give anything that it is about.
  public boolean covers(Declaration declaration) {
    return types.isEmpty() || covers(declaration, types.orElseThrow());
  }

  private boolean covers(Declaration declaration, Predicate<String> some) {
    return switch (declaration) {
      case Declaration.Resource resource -> some.test(resource.type());
      case Declaration.Deployment call ->
          switch (call.content()) {
            case Content.Inner(var template) -> covers(template);
            case Content.Published(var template) -> covers(template);
            case Content.Outer(var template) -> covers(template);
            case Content.Missing _ -> true;
          };
    };
  }

  private boolean covers(Template template) {
    Boolean is = known.get(template);
    if (is != null) {
      return is;
    }
    boolean covered = template.resources().stream().anyMatch(this::covers);
    known.put(template, covered);
    return covered;
  }
}
