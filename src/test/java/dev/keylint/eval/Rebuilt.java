package dev.keylint.eval;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import java.util.List;

/// Copies of parts of a template with one thing changed.
final class Rebuilt {
  private Rebuilt() {}

  static Template with(List<Declaration> resources, Template template) {
    return new Template(
        template.source(),
        template.scope(),
        template.symbolicNames(),
        template.parameters(),
        template.variables(),
        template.functions(),
        resources,
        template.outputs(),
        template.diagnostics(),
        template.at());
  }

  static Declaration with(Content content, Declaration.Deployment module) {
    return new Declaration.Deployment(
        module.symbol(),
        module.apiVersion(),
        module.name(),
        module.scope(),
        module.condition(),
        module.loop(),
        module.dependsOn(),
        module.arguments(),
        content,
        module.at());
  }
}
