package dev.keylint.eval;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import java.util.Iterator;
import java.util.List;

/// Modules of registries that exist only for the official compiler's own tests: what it found there
/// stands in the template that it wrote.
public final class PublishedModules {
  private PublishedModules() {}

  /// The template with each module that is not here replaced by the one at the same place in its
  /// compiled twin; the compiler keeps the order of modules.
  public static Template filledIn(Template template, Template compiled) {
    Iterator<Declaration.Deployment> twins = modules(compiled).iterator();
    boolean comparable = modules(template).size() == modules(compiled).size();
    List<Declaration> filled =
        template.resources().stream()
            .map(each ->
                comparable && each instanceof Declaration.Deployment module
                    ? filledIn(module, twins.next())
                    : each)
            .toList();
    return Rebuilt.with(filled, template);
  }

  private static List<Declaration.Deployment> modules(Template template) {
    return template.resources().stream()
        .filter(Declaration.Deployment.class::isInstance)
        .map(Declaration.Deployment.class::cast)
        .toList();
  }

  private static Declaration filledIn(Declaration.Deployment module, Declaration.Deployment twin) {
    return module.content() instanceof Content.Missing
        ? Rebuilt.with(twin.content(), module)
        : module;
  }
}
