package dev.keylint.lower;

import dev.keylint.template.Declaration;
import dev.keylint.template.Template;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/// Which templates a set of templates leads to, and which of them lie in files of their own.
final class UsedTemplates {
  private final Set<Template> all = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> modules = new HashSet<>();

  private UsedTemplates() {}

  static UsedTemplates by(Collection<Template> roots) {
    UsedTemplates used = new UsedTemplates();
    roots.forEach(used::visit);
    return used;
  }

  /// The templates given and all that they use, nested ones included.
  Set<Template> all() {
    return Collections.unmodifiableSet(all);
  }

  /// Whether another file uses this one.
  boolean asModule(String path) {
    return modules.contains(path);
  }

  private void visit(Template template) {
    if (!all.add(template)) {
      return;
    }
    for (Declaration declaration : template.resources()) {
      if (declaration instanceof Declaration.Deployment deployment) {
        switch (deployment.content()) {
          case Declaration.Content.Inner(Template inner) -> use(template, inner);
          case Declaration.Content.Outer(Template inner) -> use(template, inner);
          case Declaration.Content.Missing _ -> {}
        }
      }
    }
  }

  private void use(Template by, Template used) {
    if (!by.source().equals(used.source())) {
      modules.add(used.source().path());
    }
    visit(used);
  }
}
