package dev.keylint.plan;

import dev.keylint.plan.Way.Step;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import dev.keylint.text.CallPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the declarations of a deployment that made no resource, with the way to each.
///
/// A template is entered once for each call of it. What published modules leave out is their
/// authors' business, but for some that an environment variable of the user keeps out.
final class LeftOutSearch {
  /// When a deployment has more calls than that, a template is entered once only.
  static final int MOST_CALLS = 10_000;

  private final Reached reached;
  private final LeftOutInterest search;
  private final IdentityHashMap<Template, Boolean> entered = new IdentityHashMap<>();
  private final IdentityHashMap<Template, Boolean> worthwhile = new IdentityHashMap<>();
  private final List<Way> found = new ArrayList<>();
  private boolean complete = true;

  LeftOutSearch(Reached reached, LeftOutInterest search) {
    this.reached = reached;
    this.search = search;
  }

  /// Whether all calls were entered that there is anything of interest in.
  boolean isComplete() {
    return complete;
  }

  /// @param published whether it is, or is called by, a published module
  private record Entry(Template template, Way around, boolean published) {}

  List<Way> run(Template root) {
    Deque<Entry> pending = new ArrayDeque<>();
    pending.add(new Entry(root, new Way(List.of()), false));
    int calls = 0;
    while (!pending.isEmpty()) {
      Entry entry = pending.remove();
      boolean first = entered.put(entry.template(), true) == null;
      if (isWorthwhile(entry.template())) {
        if (first || calls < MOST_CALLS) {
          calls++;
          entry.template().resources().forEach(it -> visit(it, entry, pending));
        } else {
          complete = false;
        }
      }
    }
    return found;
  }

  private void visit(Declaration declaration, Entry entry, Deque<Entry> pending) {
    switch (declaration) {
      case Declaration.Resource resource -> {
        if (isWanted(resource)) {
          Way way = entry.around().then(new Step(entry.template(), resource));
          CallPath path = way.path();
          boolean wanted = !entry.published() || isOurs(way, resource);
          if (reached.made().contains(path) ? lacksTurns(way, resource) : wanted) {
            found.add(way);
          }
        }
      }
      case Declaration.Deployment call ->
          inside(call.content())
              .ifPresent(it ->
                  pending.add(
                      new Entry(
                          it,
                          entry.around().then(new Step(entry.template(), call)),
                          entry.published() || call.content() instanceof Content.Published)));
    }
  }

  /// Whether a variable of the user keeps out some of several role assignments.
  private boolean lacksTurns(Way way, Declaration.Resource resource) {
    return !search.all() && search.ours().test(resource.type()) && isKeptOut(way);
  }

  private boolean isOurs(Way way, Declaration.Resource resource) {
    return search.all() || (search.ours().test(resource.type()) && isKeptOut(way));
  }

  private boolean isKeptOut(Way way) {
    return IntStream.range(0, way.size())
        .anyMatch(it -> reached.keptOutBy().containsKey(way.path(it)));
  }

  private boolean isWanted(Declaration.Resource resource) {
    return !resource.existing()
        && resource.extension().isEmpty()
        && search.types().test(resource.type());
  }

  /// Whether there is anything of interest in it.
  private boolean isWorthwhile(Template template) {
    Boolean known = worthwhile.get(template);
    if (known != null) {
      return known;
    }
    boolean is =
        template.resources().stream()
            .anyMatch(declaration ->
                switch (declaration) {
                  case Declaration.Resource resource -> isWanted(resource);
                  case Declaration.Deployment call ->
                      inside(call.content()).filter(this::isWorthwhile).isPresent();
                });
    worthwhile.put(template, is);
    return is;
  }

  private Optional<Template> inside(Content content) {
    return switch (content) {
      case Content.Inner(var template) -> Optional.of(template);
      case Content.Outer(var template) -> Optional.of(template);
      case Content.StandIn(var template, _) -> Optional.of(template);
      case Content.Published(_, var template) ->
          search.all() || !reached.keptOutBy().isEmpty() ? Optional.of(template) : Optional.empty();
      case Content.Missing _, Content.Unread _ -> Optional.empty();
    };
  }
}
