package dev.keylint.eval.run;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Predicate;

/// Which declarations an expansion is about; the others are evaluated as far as these refer to
/// them. And whether a file that stands in for a template is taken for it.
///
/// Not for several threads.
public final class Focus {
  /// Empty when all are covered.
  private final Optional<Predicate<Declaration.Resource>> some;

  private final IdentityHashMap<Template, Boolean> known = new IdentityHashMap<>();

  private final boolean missing;
  private final boolean trusting;

  private Focus(Optional<Predicate<Declaration.Resource>> some, boolean missing, boolean trusting) {
    this.some = some;
    this.missing = missing;
    this.trusting = trusting;
  }

  /// All of them.
  public static Focus all() {
    return new Focus(Optional.empty(), true, false);
  }

  /// Some resources, with what deploys them or is not here.
  public static Focus on(Predicate<Declaration.Resource> some) {
    return new Focus(Optional.of(some), true, false);
  }

  /// Some resources, and no gaps for what is not here.
  public static Focus only(Predicate<Declaration.Resource> some) {
    return new Focus(Optional.of(some), false, false);
  }

  /// All of them; what a file gives out that stands in for a template is taken for what that does.
  public static Focus trusting() {
    return new Focus(Optional.empty(), true, true);
  }

  /// Whether a file that stands in for a template gives out what that would.
  public boolean trustsStandIns() {
    return trusting;
  }

  /// Whether it is about all of them.
  public boolean isAll() {
    return some.isEmpty();
  }

  /// Whether a declaration may give anything that it is about.
  public boolean covers(Declaration declaration) {
    return some.isEmpty() || covers(declaration, some.orElseThrow());
  }

  private boolean covers(Declaration declaration, Predicate<Declaration.Resource> some) {
    return switch (declaration) {
      case Declaration.Resource resource -> some.test(resource);
      case Declaration.Deployment call ->
          switch (call.content()) {
            case Content.Inner(var template) -> covers(template);
            case Content.Published(_, var template) -> covers(template);
            case Content.Outer(var template) -> covers(template);
            case Content.StandIn(var template, _) -> covers(template);
            case Content.Missing _, Content.Unread _ -> missing;
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
