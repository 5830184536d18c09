package dev.keylint.conformance;

import dev.keylint.conformance.Tree.Forest;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// A template without arguments, all of its branches: what it declares, part by part, each as a
/// canonical tree.
final class Structure {
  private final Forest forest;
  private final IdentityHashMap<Template, Tree> templates = new IdentityHashMap<>();

  Structure(Forest forest) {
    this.forest = forest;
  }

  /// Equal trees for equal templates.
  Tree of(Template template) {
    Tree known = templates.get(template);
    if (known == null) {
      known = build(template);
      templates.put(template, known);
    }
    return known;
  }

  private Tree build(Template template) {
    Canon canon = new Canon(template, forest);
    Binders top = Binders.at(0);
    List<Tree> parameters = new ArrayList<>();
    for (Parameter parameter : template.parameters()) {
      Tree value = parameter.defaultValue().map(it -> canon.of(it, top)).orElse(forest.of("none"));
      String secure = parameter.secure() ? "secure " : "";
      parameters.add(forest.of(secure + Canon.key(parameter.name()), value));
    }
    List<Tree> outputs =
        template.outputs().stream()
            .map(output ->
                forest.of(
                    (output.secure() ? "secure " : "") + Canon.key(output.name()),
                    output.condition().map(it -> canon.of(it, top)).orElse(forest.of("always")),
                    canon.of(output.value(), top)))
            .toList();
    List<Tree> resources =
        template.resources().stream()
            .filter(it -> !(it instanceof Declaration.Resource resource && resource.existing()))
            .map(it -> declared(it, canon))
            .filter(it -> !isTelemetry(it))
            .toList();
    return forest.of(
        "template",
        forest.of("parameters", sorted(parameters)),
        forest.of("resources", sorted(resources)),
        forest.of("outputs", sorted(outputs)));
  }

  /// What counts uses of published modules carries their version, which the source has not.
  private static boolean isTelemetry(Tree declared) {
    return declared.is("deployment") && declared.parts().getFirst().mentions("'46d3xbcp.");
  }

  private Tree declared(Declaration declaration, Canon canon) {
    Binders around = Binders.at(0);
    Binders inside = declaration.loop().map(loop -> canon.inside(loop, around)).orElse(around);
    Optional<Tree> round = declaration.loop().map(_ -> forest.of("index 0"));
    Tree count =
        declaration.loop().map(loop -> canon.count(loop, around)).orElse(forest.of("once"));
    Tree condition =
        declaration.condition().map(it -> canon.of(it, inside)).orElse(forest.of("always"));
    List<Tree> parts = new ArrayList<>();
    parts.add(name(declaration, round, canon));
    parts.add(canon.ids().scope(declaration, inside));
    parts.add(condition);
    parts.add(count);
    return switch (declaration) {
      case Declaration.Resource resource -> {
        parts.add(canon.of(resource.body(), inside));
        String type = Canon.key(resource.type()) + "@" + Canon.key(resource.apiVersion());
        yield forest.of("resource " + type, parts);
      }
      case Declaration.Deployment deployment -> {
        List<Tree> arguments =
            deployment.arguments().stream()
                .map(it -> forest.of(Canon.key(it.name()), canon.of(it.value(), inside)))
                .toList();
        parts.add(forest.of("arguments", sorted(arguments)));
        parts.add(content(deployment.content()));
        yield forest.of("deployment", parts);
      }
    };
  }

  /// What an extension deploys needs no name.
  private Tree name(Declaration declaration, Optional<Tree> round, Canon canon) {
    boolean extended =
        declaration instanceof Declaration.Resource resource && resource.extension().isPresent();
    return extended ? forest.of("extension") : canon.ids().name(declaration, round, Binders.at(0));
  }

  private Tree content(Content content) {
    return switch (content) {
      case Content.Inner(var template) -> of(template);
      case Content.Outer(var template) -> forest.of("outer", of(template));
      case Content.Missing _ -> forest.of("missing");
    };
  }

  private static List<Tree> sorted(List<Tree> trees) {
    List<Tree> sorted = new ArrayList<>(trees);
    sorted.sort((a, b) -> {
      int byLabel = a.label().compareTo(b.label());
      return byLabel != 0 ? byLabel : a.toString().compareTo(b.toString());
    });
    return sorted;
  }
}
