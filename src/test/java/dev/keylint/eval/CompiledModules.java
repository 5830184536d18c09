package dev.keylint.eval;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A template with some of its modules replaced by what the official compiler made of them.
final class CompiledModules {
  private final Map<String, String> compiled;
  private final Function<String, Template> templates;

  CompiledModules(Corpus corpus) {
    this.compiled =
        corpus.pairs().stream()
            .filter(Corpus.Pair::inSync)
            .collect(Collectors.toMap(Corpus.Pair::bicep, Corpus.Pair::json));
    this.templates = corpus::template;
  }

  /// The template with its modules replaced, one level deep; empty when none has a twin.
  Optional<Template> in(Template template) {
    boolean any = template.resources().stream().anyMatch(each -> twin(each).isPresent());
    return any
        ? Optional.of(
            Rebuilt.with(template.resources().stream().map(this::replaced).toList(), template))
        : Optional.empty();
  }

  private Optional<String> twin(Declaration declaration) {
    return declaration instanceof Declaration.Deployment deployment
            && deployment.content() instanceof Content.Inner(Template module)
        ? Optional.ofNullable(compiled.get(module.source().path()))
        : Optional.empty();
  }

  private Declaration replaced(Declaration declaration) {
    Optional<String> twin = twin(declaration);
    if (twin.isEmpty() || !(declaration instanceof Declaration.Deployment module)) {
      return declaration;
    }
    return Rebuilt.with(new Content.Inner(templates.apply(twin.orElseThrow())), module);
  }
}
