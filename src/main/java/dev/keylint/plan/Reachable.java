package dev.keylint.plan;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/// The templates that a deployment leads to, each once, however often it is used.
final class Reachable {
  private Reachable() {}

  static List<Template> from(Template root) {
    IdentityHashMap<Template, Boolean> seen = new IdentityHashMap<>();
    List<Template> templates = new ArrayList<>();
    Deque<Template> pending = new ArrayDeque<>(List.of(root));
    while (!pending.isEmpty()) {
      Template template = pending.remove();
      if (seen.put(template, true) == null) {
        templates.add(template);
        for (Declaration declaration : template.resources()) {
          if (declaration instanceof Declaration.Deployment deployment) {
            switch (deployment.content()) {
              case Content.Inner(var inner) -> pending.add(inner);
              case Content.Published(_, var published) -> pending.add(published);
              case Content.StandIn(var standIn, _) -> pending.add(standIn);
              case Content.Outer(var outer) -> pending.add(outer);
              case Content.Missing _, Content.Unread _ -> {}
            }
          }
        }
      }
    }
    return templates;
  }
}
