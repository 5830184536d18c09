package dev.keylint.eval;

import dev.keylint.eval.expression.Concatenations;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Parts;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import dev.keylint.value.Alternatives;
import dev.keylint.value.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which resources and modules of a deployment must be deployed before which: what `dependsOn`
/// says, and what follows from references.
final class Dependencies {
  private static final long MOST_WALKED = 200_000;

  private final TemplateIndex names;
  private final Declared declared;
  private final References references;
  private final DeploymentScope scope;
  private final IdentityHashMap<Declaration, Set<Declaration>> direct = new IdentityHashMap<>();
  private final IdentityHashMap<Declaration, Set<Declaration>> before = new IdentityHashMap<>();
  private final IdentityHashMap<Declaration, Set<Declaration>> surelyBefore =
      new IdentityHashMap<>();
  private final Map<String, Set<Declaration>> behindVariables = new HashMap<>();
  private long walked;

  /// @param names where variables are looked up
  /// @param scope what the deployment deploys to
  Dependencies(
      TemplateIndex names, Declared declared, References references, DeploymentScope scope) {
    this.names = names;
    this.declared = declared;
    this.references = references;
    this.scope = scope;
  }

  /// Whether the second is only deployed when the first is there. Azure takes what is not deployed
  /// out of what others wait for, so a way through a resource counts only if that is deployed.
  ///
  /// @param made conditions that hold where both are deployed
  boolean inOrder(Declaration first, Declaration second, List<Value> made) {
    if (direct(second).contains(first)) {
      return true;
    }
    Set<Declaration> perhaps = before.computeIfAbsent(second, last -> closure(last, _ -> true));
    if (!perhaps.contains(first)) {
      return false;
    }
    Set<Declaration> surely =
        surelyBefore.computeIfAbsent(
            second, last -> closure(last, each -> isDeployed(each, List.of())));
    return surely.contains(first)
        || (!made.isEmpty() && closure(second, each -> isDeployed(each, made)).contains(first));
  }

  /// All that must be there first, if a way leads through what passes only. Beyond so many steps,
  /// which no real template takes, nothing is found any more.
  private Set<Declaration> closure(Declaration declaration, Predicate<Declaration> passes) {
    Set<Declaration> found = identitySet();
    Deque<Declaration> open = new ArrayDeque<>(direct(declaration));
    while (!open.isEmpty() && walked < MOST_WALKED) {
      walked++;
      Declaration next = open.pop();
      if (found.add(next) && passes.test(next)) {
        open.addAll(direct(next));
      }
    }
    return found;
  }

  private boolean isDeployed(Declaration declaration, List<Value> made) {
    if (declaration instanceof Declaration.Resource resource && resource.existing()) {
      return true;
    }
    Copies copies = declared.copies(declaration);
    return copies.openCount().isEmpty()
        && !copies.all().isEmpty()
        && copies.all().stream()
            .allMatch(copy ->
                copy.condition().stream()
                    .allMatch(it -> Exclusion.holdWith(Exclusion.parts(it), made)));
  }

  /// What a declaration waits for itself.
  Set<Declaration> direct(Declaration declaration) {
    Set<Declaration> known = direct.get(declaration);
    if (known != null) {
      return known;
    }
    Set<Declaration> found = identitySet();
    direct.put(declaration, found);
    found.addAll(written(declaration));
    boolean each = Parts.of(declaration).stream().anyMatch(Dependencies::refersByValue);
    for (Copy copy : some(declaration, each)) {
      Parts.of(declaration).forEach(part -> collect(part, copy.frame(), found));
    }
    found.remove(declaration);
    return found;
  }

  /// The copies of a declaration, or one where all refer to the same.
  private List<Copy> some(Declaration declaration, boolean each) {
    List<Copy> all = declared.copies(declaration).all();
    return each || all.isEmpty() ? all : all.subList(0, 1);
  }

  private static boolean refersByValue(Expr expr) {
    return (expr instanceof Expr.Call call && refers(call))
        || Parts.of(expr).stream().anyMatch(Dependencies::refersByValue);
  }

  /// What its `dependsOn` names.
  Set<Declaration> written(Declaration declaration) {
    Set<Declaration> found = identitySet();
    if (!declaration.dependsOn().isEmpty()) {
      boolean each = !declaration.dependsOn().stream().allMatch(Expr.ResourceRef.class::isInstance);
      for (Copy copy : some(declaration, each)) {
        for (Expr written : declaration.dependsOn()) {
          Set<Declaration> referred = identitySet();
          collect(written, copy.frame(), referred);
          found.addAll(referred);
          if (referred.isEmpty()) {
            found.addAll(copy.frame().run().silently(() -> named(written, copy.frame())));
          }
        }
      }
    }
    return found;
  }

  /// ARM names a resource by its symbol, its id, its name, its type and name, or a loop by its
  /// name.
  private List<Declaration> named(Expr written, Frame frame) {
    return Alternatives.of(frame.value(written)).stream()
        .flatMap(value ->
            value instanceof Value.Arr(List<Value> items, _) ? items.stream() : Stream.of(value))
        .flatMap(value -> named(value, frame).stream())
        .toList();
  }

  private List<Declaration> named(Value value, Frame frame) {
    Optional<Copy> copy =
        references
            .named(value)
            .or(() -> declared.everyById(value))
            .or(() -> byTypeAndName(value, frame));
    if (copy.isPresent() || !(value instanceof Value.Str(String text, _))) {
      return copy.map(Copy::declaration).stream().toList();
    }
    return declared.all().stream()
        .filter(each -> each.loop().filter(loop -> loop.name().equalsIgnoreCase(text)).isPresent())
        .toList();
  }

  private Optional<Copy> byTypeAndName(Value value, Frame frame) {
    Location at = value.origin().at();
    List<Value> id = List.of(scope.id(), Terms.text("/providers/", at), value);
    return declared.everyById(Concatenations.join(id, at, frame.run()));
  }

  private void collect(Expr expr, Frame frame, Set<Declaration> found) {
    frame.run().budget().use(1);
    switch (expr) {
      case Expr.ResourceRef reference ->
          references.copies(reference.symbol()).map(Copies::declaration).ifPresent(found::add);
      case Expr.VariableRef(String name, _) -> found.addAll(behind(name, frame));
      case Expr.Call call when refers(call) -> referred(call, frame).ifPresent(found::add);
      case Expr _ -> {}
    }
    Parts.of(expr).forEach(part -> collect(part, frame, found));
  }

  private Set<Declaration> behind(String variable, Frame frame) {
    String key = variable.toLowerCase(Locale.ROOT);
    Set<Declaration> known = behindVariables.get(key);
    if (known != null) {
      return known;
    }
    Set<Declaration> found = identitySet();
    behindVariables.put(key, found);
    names.variable(variable).map(Variable::value).ifPresent(value -> collect(value, frame, found));
    return found;
  }

  /// Azure waits for what a template refers to at run time.
  private static boolean refers(Expr.Call call) {
    String function = call.function().toLowerCase(Locale.ROOT);
    return !call.arguments().isEmpty()
        && (function.equals("reference")
            || function.equals("references")
            || function.equals("resourceinfo")
            || function.startsWith("list"));
  }

  private Optional<Declaration> referred(Expr.Call call, Frame frame) {
    Expr first = call.arguments().getFirst();
    if (first instanceof Expr.ResourceRef) {
      return Optional.empty();
    }
    return frame
        .run()
        .silently(() ->
            references.target(first, frame) instanceof Copy copy
                ? Optional.of(copy.declaration())
                : Optional.empty());
  }

  private static Set<Declaration> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
