package dev.keylint.plan;

import dev.keylint.plan.LeftOutSearch.Found;
import dev.keylint.plan.LeftOutSearch.Step;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A deployment with what keeps declarations out supposed otherwise.
///
/// The conditions and loops on the way become unknown. So do the parameters that they read, since
/// other values hang on them as well; where a condition pins one down (`if (withSearch)`), it gets
/// that value, and a condition that says nothing else is evaluated with it.
final class Supposition {
  private final LoweredDeployment deployment;
  private final Map<Location, Found> found;

  /// What is supposed of parameters, by name in lower case: a value, or none for unknown.
  private final IdentityHashMap<Template, Map<String, Optional<Expr>>> supposed =
      new IdentityHashMap<>();

  /// The declarations on the way, and whether what is supposed decides their condition.
  private final IdentityHashMap<Declaration, Boolean> opened = new IdentityHashMap<>();

  private final IdentityHashMap<Declaration, Set<String>> dropped = new IdentityHashMap<>();
  private final IdentityHashMap<Template, Template> rewritten = new IdentityHashMap<>();

  Supposition(LoweredDeployment deployment, Map<Location, Found> found) {
    this.deployment = deployment;
    this.found = found;
  }

  LeftOut result() {
    Map<Location, LeftOut.Cause> causes = new LinkedHashMap<>();
    found.forEach((at, it) -> {
      for (int i = it.dead(); i < it.way().size(); i++) {
        open(it.way(), i);
      }
      causes.put(at, new LeftOutWords(it, deployment.parameters()).cause());
    });
    Template root = rewrite(deployment.template());
    Set<String> changed = supposed(deployment.template()).keySet();
    return new LeftOut(root, deployment.parameters().map(it -> without(it, changed)), causes);
  }

  private void open(List<Step> way, int index) {
    Step step = way.get(index);
    if (step.gates().isEmpty() || opened.containsKey(step.declaration())) {
      return;
    }
    Optional<Expr> condition = step.declaration().condition();
    Map<String, Expr> assumed = condition.map(Assumption::of).orElse(Map.of());
    opened.put(
        step.declaration(),
        !assumed.isEmpty()
            && condition
                .map(it -> ParameterUses.in(it, step.template()))
                .filter(assumed.keySet()::containsAll)
                .isPresent());
    for (Expr gate : step.gates()) {
      for (String name : ParameterUses.in(gate, step.template())) {
        suppose(way, index, name, Optional.ofNullable(assumed.get(name)));
      }
    }
  }

  private void suppose(List<Step> way, int index, String name, Optional<Expr> value) {
    if (Governor.isOuter(way, index)) {
      suppose(way, index - 1, name, value);
      return;
    }
    supposed(way.get(index).template())
        .merge(
            name.toLowerCase(Locale.ROOT),
            value,
            (one, other) -> same(one, other) ? one : Optional.empty());
    Optional<Argument> given = index == 0 ? Optional.empty() : Governor.argument(way, index, name);
    if (given.isEmpty()) {
      return;
    }
    Expr argument = given.orElseThrow().value();
    Set<String> outside = ParameterUses.in(argument, way.get(index - 1).template());
    boolean passedOn = argument instanceof Expr.ParameterRef;
    outside.forEach(it -> suppose(way, index - 1, it, passedOn ? value : Optional.empty()));
    if (outside.isEmpty() || (value.isPresent() && !passedOn)) {
      dropped
          .computeIfAbsent(
              Governor.call(way, index), _ -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
          .add(name);
    }
  }

  private static boolean same(Optional<Expr> one, Optional<Expr> other) {
    return one.map(Supposition::literal).equals(other.map(Supposition::literal));
  }

  /// A literal without its place.
  private static String literal(Expr expr) {
    return switch (expr) {
      case Expr.BoolLiteral(var value, _) -> String.valueOf(value);
      case Expr.IntLiteral(var value, _) -> String.valueOf(value);
      case Expr.StringLiteral(var value, _) -> "'" + value + "'";
      case Expr _ -> expr.toString();
    };
  }

  private Map<String, Optional<Expr>> supposed(Template template) {
    return supposed.computeIfAbsent(template, _ -> new HashMap<>());
  }

  private Template rewrite(Template template) {
    Template known = rewritten.get(template);
    if (known != null) {
      return known;
    }
    Template made =
        new Template(
            template.source(),
            template.scope(),
            template.symbolicNames(),
            template.parameters().stream().map(it -> rewrite(it, supposed(template))).toList(),
            template.variables(),
            template.functions(),
            template.resources().stream().map(this::rewrite).toList(),
            List.of(),
            List.of(),
            template.at());
    rewritten.put(template, made);
    return made;
  }

  private static Parameter rewrite(Parameter parameter, Map<String, Optional<Expr>> supposed) {
    Optional<Expr> value = supposed.get(parameter.name().toLowerCase(Locale.ROOT));
    return value == null
        ? parameter
        : new Parameter(
            parameter.name(),
            parameter.type(),
            value,
            false,
            parameter.secure(),
            parameter.allowed(),
            parameter.at());
  }

  private Declaration rewrite(Declaration declaration) {
    boolean open = opened.containsKey(declaration);
    boolean decided = opened.getOrDefault(declaration, true);
    Optional<Expr> condition = declaration.condition().map(it -> decided ? it : unknown(it));
    Optional<Loop> loop = declaration.loop().map(it -> open ? opened(it) : it);
    return switch (declaration) {
      case Declaration.Resource it ->
          open
              ? new Declaration.Resource(
                  it.symbol(),
                  it.type(),
                  it.apiVersion(),
                  it.name(),
                  it.parent(),
                  it.scope(),
                  condition,
                  loop,
                  it.dependsOn(),
                  it.body(),
                  it.existing(),
                  it.extension(),
                  it.at())
              : it;
      case Declaration.Deployment it ->
          new Declaration.Deployment(
              it.symbol(),
              it.apiVersion(),
              it.name(),
              it.scope(),
              condition,
              loop,
              it.dependsOn(),
              without(it.arguments(), dropped.getOrDefault(it, Set.of())),
              content(it.content()),
              it.at());
    };
  }

  private Content content(Content content) {
    return switch (content) {
      case Content.Inner(var template) -> new Content.Inner(rewrite(template));
      case Content.Outer(var template) -> new Content.Outer(rewrite(template));
      case Content.Published published -> published;
      case Content.StandIn standIn -> standIn;
      case Content.Missing missing -> missing;
    };
  }

  /// A loop over a parameter stays one: the parameter is unknown by now.
  private static Loop opened(Loop loop) {
    return LeftOutSearch.over(loop) instanceof Expr.ParameterRef
        ? loop
        : new Loop(
            loop.name(),
            unknown(loop.count()),
            loop.collection().map(Supposition::unknown),
            loop.item(),
            loop.index(),
            loop.at());
  }

  private static Expr unknown(Expr gate) {
    return new Expr.Unsupported("what keeps it out", gate.at());
  }

  private static List<Argument> without(List<Argument> arguments, Set<String> names) {
    return arguments.stream()
        .filter(it -> names.stream().noneMatch(it.name()::equalsIgnoreCase))
        .toList();
  }

  private static ParameterFile without(ParameterFile file, Set<String> names) {
    return new ParameterFile(
        file.source(),
        file.template(),
        file.variables(),
        file.functions(),
        without(file.arguments(), names),
        file.unread(),
        List.of());
  }
}
