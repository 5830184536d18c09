package dev.keylint.plan;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the declarations of a deployment that made no resource, with the way to each.
///
/// Nothing is looked at in published modules: what they leave out is their authors' business. A
/// template that is used several times is entered once, by its first use.
final class LeftOutSearch {
  private final LoweredDeployment deployment;
  private final Set<Location> made;
  private final Set<Location> makers;
  private final Predicate<String> wanted;
  private final IdentityHashMap<Template, Boolean> entered = new IdentityHashMap<>();
  private final Map<Location, Found> found = new LinkedHashMap<>();

  LeftOutSearch(
      LoweredDeployment deployment,
      Set<Location> made,
      Set<Location> makers,
      Predicate<String> wanted) {
    this.makers = makers;
    this.deployment = deployment;
    this.made = made;
    this.wanted = wanted;
  }

  /// A declaration, and the template that it stands in.
  record Step(Template template, Declaration declaration) {
    /// The condition and the loop that decide whether there is anything.
    List<Expr> gates() {
      List<Expr> gates = new ArrayList<>(declaration.condition().stream().toList());
      declaration.loop().map(LeftOutSearch::over).ifPresent(gates::add);
      return gates;
    }
  }

  /// What a loop runs over; ARM writes only how often, mostly as a length.
  static Expr over(Loop loop) {
    return loop.collection()
        .orElseGet(() ->
            loop.count() instanceof Expr.Call(_, var function, var arguments, _)
                    && function.equalsIgnoreCase("length")
                    && arguments.size() == 1
                ? arguments.getFirst()
                : loop.count());
  }

  /// The way from the root to a declaration that makes nothing.
  ///
  /// @param dead the index of the first step that is known to make nothing
  record Found(List<Step> way, int dead) {
    Found {
      way = List.copyOf(way);
    }
  }

  private record Entry(Template template, List<Step> way) {}

  Map<Location, Found> run() {
    Deque<Entry> pending = new ArrayDeque<>();
    pending.add(new Entry(deployment.template(), List.of()));
    while (!pending.isEmpty()) {
      Entry entry = pending.remove();
      if (entered.put(entry.template(), true) == null) {
        entry.template().resources().forEach(it -> visit(it, entry, pending));
      }
    }
    return found;
  }

  private void visit(Declaration declaration, Entry entry, Deque<Entry> pending) {
    List<Step> way = new ArrayList<>(entry.way());
    way.add(new Step(entry.template(), declaration));
    switch (declaration) {
      case Declaration.Resource resource -> {
        if (!resource.existing()
            && resource.extension().isEmpty()
            && !made.contains(resource.at())
            && wanted.test(resource.type())) {
          gated(way).ifPresent(it -> found.put(resource.at(), it));
        }
      }
      case Declaration.Deployment call ->
          inside(call.content()).ifPresent(it -> pending.add(new Entry(it, way)));
    }
  }

  /// Without a gate on the way something else went wrong, which is said elsewhere.
  private Optional<Found> gated(List<Step> way) {
    int live = 0;
    while (live < way.size() - 1 && makers.contains(way.get(live).declaration().at())) {
      live++;
    }
    for (int i = live; i < way.size(); i++) {
      if (!way.get(i).gates().isEmpty()) {
        return Optional.of(new Found(way, i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Template> inside(Content content) {
    return switch (content) {
      case Content.Inner(var template) -> Optional.of(template);
      case Content.Outer(var template) -> Optional.of(template);
      case Content.Published _, Content.StandIn _, Content.Missing _ -> Optional.empty();
    };
  }
}
