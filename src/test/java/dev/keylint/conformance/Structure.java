package dev.keylint.conformance;

import dev.keylint.conformance.Tree.Forest;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A template without arguments, all of its branches: what it declares, part by part, each as a
/// canonical tree.
final class Structure {
  private static final Pattern MADE_UP = Pattern.compile("\\$fxv#|_\\d+\\.");

  private final Forest forest;
  private final IdentityHashMap<Template, Tree> templates = new IdentityHashMap<>();

  private Structure(Forest forest) {
    this.forest = forest;
  }

  /// The first difference between a Bicep file and its compiled template; empty when there is none.
  static Optional<String> difference(Template bicep, Template json) {
    Structure structure = new Structure(new Forest());
    return Tree.difference(structure.of(bicep), structure.of(json))
        .or(() ->
            Tree.difference(structure.variables(bicep, json), structure.variables(json, json)))
        .or(() -> Tree.difference(structure.existing(bicep, json), structure.existing(json, json)));
  }

  /// The existing resources that the compiled template declares; one without symbolic names has
  /// none.
  private Tree existing(Template template, Template compiled) {
    Canon canon = new Canon(template, forest);
    Set<String> symbols =
        compiled.resources().stream()
            .filter(Structure::isExisting)
            .map(Declaration::symbol)
            .collect(Collectors.toSet());
    return forest.of(
        "existing",
        sorted(
            template.resources().stream()
                .filter(it -> isExisting(it) && symbols.contains(it.symbol()))
                .map(it -> declared(it, canon))
                .toList()));
  }

  private static boolean isExisting(Declaration declaration) {
    return declaration instanceof Declaration.Resource resource && resource.existing();
  }

  /// The variables that the compiled template declares; the compiler leaves out what it writes
  /// where it is used, and adds what load functions and imports bring.
  private Tree variables(Template template, Template compiled) {
    Canon canon = new Canon(template, forest);
    return forest.of(
        "variables",
        compiled.variables().stream()
            .map(Variable::name)
            .filter(name -> !MADE_UP.matcher(name).lookingAt())
            .map(name -> forest.of(name, canon.variable(name, 0)))
            .toList());
  }

  /// Equal trees for equal templates.
  private Tree of(Template template) {
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
            .filter(it -> !isExisting(it))
            .map(it -> declared(it, canon))
            .toList();
    return forest.of(
        "template",
        forest.of("parameters", sorted(parameters)),
        forest.of("resources", sorted(resources)),
        forest.of("outputs", sorted(outputs)));
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
      case Content.Published(_, var template) -> of(template);
      case Content.StandIn(var template, _) -> of(template);
      case Content.Outer(var template) -> forest.of("outer", of(template));
      case Content.Missing _, Content.Unread _ -> forest.of("missing");
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
