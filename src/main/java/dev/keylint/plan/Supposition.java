package dev.keylint.plan;

import dev.keylint.plan.Way.Step;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A deployment with what keeps declarations out supposed otherwise.
///
/// The conditions and loops on the way become unknown. So do the parameters that they read, since
/// other values hang on them as well; where a condition pins one down (`if (withSearch)`, `if
/// (cfg.enabled)`), it gets that value, and a condition that says nothing else is evaluated with
/// it. A module that is called several times is changed only where the call is on the way.
final class Supposition {
  private final LoweredDeployment deployment;
  private final Node root = new Node();

  /// Where values stood that are supposed otherwise.
  private final Set<Location> replaced = new HashSet<>();

  Supposition(LoweredDeployment deployment) {
    this.deployment = deployment;
  }

  /// One template of the deployment, reached by one call, as far as anything is supposed of it.
  private static final class Node {
    /// What is supposed of its parameters and their parts, by their ids: a value, or none for
    /// unknown.
    private final Map<String, Supposed> supposed = new TreeMap<>();

    private final IdentityHashMap<Declaration, Gates> opened = new IdentityHashMap<>();
    private final IdentityHashMap<Declaration, Node> calls = new IdentityHashMap<>();
  }

  /// A parameter of one template of the deployment.
  ///
  /// @param template the call by which that is reached
  /// @param name in lower case
  record SupposedKey(CallPath template, String name) {
    static SupposedKey of(Way way, int step, ParameterPart part) {
      CallPath template = step == 0 ? CallPath.ROOT : way.path(step - 1);
      return new SupposedKey(template, part.name().toLowerCase(Locale.ROOT));
    }
  }

  private record Supposed(ParameterPart part, Optional<Expr> value) {}

  /// What of a declaration's gates becomes unknown.
  private record Gates(boolean condition, boolean loop) {
    static final Gates NONE = new Gates(false, false);

    Gates or(Gates other) {
      return new Gates(condition || other.condition, loop || other.loop);
    }
  }

  /// What would be supposed at most to have one declaration made: by parameter and id of the part.
  static Map<SupposedKey, Map<String, String>> all(Way way, LoweredDeployment deployment) {
    Supposition supposition = new Supposition(deployment);
    for (int i = 0; i < way.size(); i++) {
      supposition.openLoop(way, i, false);
      supposition.openCondition(way, i, false);
    }
    Map<SupposedKey, Map<String, String>> all = new HashMap<>();
    Node node = supposition.root;
    for (int i = 0; i < way.size(); i++) {
      for (Supposed it : node.supposed.values()) {
        all.computeIfAbsent(SupposedKey.of(way, i, it.part()), _ -> new HashMap<>())
            .put(it.part().id(), literal(it).orElse("?"));
      }
      node = node.calls.getOrDefault(way.step(i).declaration(), new Node());
    }
    return all;
  }

  /// Supposes that the condition of a step is true.
  ///
  /// @param force whether what is supposed of parameters is not enough, so that it becomes unknown
  void openCondition(Way way, int index, boolean force) {
    way.step(index)
        .declaration()
        .condition()
        .ifPresent(condition -> {
          List<ParameterPart> parts = ParameterPart.in(condition, way.variables(index));
          Map<String, Expr> assumed = assumed(condition, parts, way, index);
          open(way, index, new Gates(force || parts.isEmpty(), false));
          parts.stream()
              .filter(it ->
                  assumed.containsKey(it.id()) || parts.stream().noneMatch(part -> part.isIn(it)))
              .forEach(it -> suppose(way, index, it, Optional.ofNullable(assumed.get(it.id()))));
        });
  }

  /// A bool that alone decides has one other value.
  private Map<String, Expr> assumed(Expr condition, List<ParameterPart> parts, Way way, int index) {
    Map<String, Expr> assumed = Assumption.of(condition, true, way.variables(index));
    if (assumed.isEmpty() && parts.size() == 1) {
      Governor governor = Governor.of(way, index, parts.getFirst(), deployment.parameters());
      return governor
          .other()
          .filter(_ -> governor.plain())
          .<Map<String, Expr>>map(
              it -> Map.of(parts.getFirst().id(), new Expr.BoolLiteral(it, condition.at())))
          .orElse(assumed);
    }
    return assumed;
  }

  /// Supposes that the loop of a step turns.
  ///
  /// @param force whether what is supposed of parameters is not enough, so that it becomes unknown
  void openLoop(Way way, int index, boolean force) {
    way.step(index)
        .over()
        .ifPresent(over -> {
          List<ParameterPart> parts = ParameterPart.in(over, way.variables(index));
          open(way, index, new Gates(false, force || parts.isEmpty()));
          parts.forEach(it -> suppose(way, index, it, Optional.empty()));
        });
  }

  private void open(Way way, int index, Gates gates) {
    node(way, index).opened.merge(way.step(index).declaration(), gates, Gates::or);
  }

  private Node node(Way way, int index) {
    Node node = root;
    for (Step step : way.steps().subList(0, index)) {
      node = node.calls.computeIfAbsent(step.declaration(), _ -> new Node());
    }
    return node;
  }

  private void suppose(Way way, int index, ParameterPart part, Optional<Expr> value) {
    int step = way.environment(index);
    Optional<Argument> given = way.argument(step, part.name());
    if (given.isEmpty()) {
      add(way, step, part, value);
      return;
    }
    List<Variable> variables = way.variables(step - 1);
    Expr argument = Definitions.resolve(part.in(given.orElseThrow().value()), variables);
    Optional<ParameterPart> handedOn = ParameterPart.of(argument, variables);
    if (handedOn.isPresent()) {
      suppose(way, step - 1, handedOn.orElseThrow(), value);
      return;
    }
    Map<String, Expr> assumed =
        value.orElse(argument) instanceof Expr.BoolLiteral(boolean holds, _)
            ? Assumption.of(argument, holds, variables)
            : Map.of();
    List<ParameterPart> outside = ParameterPart.in(argument, variables);
    outside.forEach(it -> suppose(way, step - 1, it, Optional.ofNullable(assumed.get(it.id()))));
    if (outside.isEmpty() || value.isPresent()) {
      add(way, step, part, value);
    }
  }

  /// Two that differ make it unknown.
  private void add(Way way, int step, ParameterPart part, Optional<Expr> value) {
    node(way, step)
        .supposed
        .merge(
            part.id(),
            new Supposed(part, value),
            (one, other) ->
                literal(one).equals(literal(other)) ? one : new Supposed(part, Optional.empty()));
  }

  /// A literal without its place.
  private static Optional<String> literal(Supposed supposed) {
    return supposed
        .value()
        .map(expr ->
            switch (expr) {
              case Expr.BoolLiteral(var value, _) -> String.valueOf(value);
              case Expr.IntLiteral(var value, _) -> String.valueOf(value);
              case Expr.StringLiteral(var value, _) -> "'" + value + "'";
              case Expr _ -> expr.toString();
            });
  }

  /// The deployment as supposed.
  LoweredDeployment result() {
    Map<String, List<Supposed>> values = byName(root);
    Template template = rewrite(deployment.template(), root, values, true);
    Optional<ParameterFile> parameters = deployment.parameters().map(file -> edited(file, values));
    Map<Location, List<ByVariable>> byVariables = new HashMap<>(deployment.byVariables());
    byVariables.keySet().removeAll(replaced);
    return new LoweredDeployment(template, parameters, deployment.files(), List.of(), byVariables);
  }

  private static Map<String, List<Supposed>> byName(Node node) {
    Map<String, List<Supposed>> byName = new LinkedHashMap<>();
    for (Supposed supposed : node.supposed.values()) {
      String name = supposed.part().name().toLowerCase(Locale.ROOT);
      byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(supposed);
    }
    return byName;
  }

  /// What is supposed of a parameter as a whole; empty when only of its parts.
  private static Optional<Supposed> whole(List<Supposed> supposed) {
    return supposed.stream().filter(it -> it.part().keys().isEmpty()).findFirst();
  }

  private static Expr edited(
      Optional<Expr> value, List<Supposed> supposed, List<Variable> variables) {
    Optional<Expr> edited = value;
    for (Supposed it : supposed) {
      Expr key = it.part().keys().getFirst();
      Expr replacement = it.value().orElseGet(() -> Edits.unknown(key));
      edited = Optional.of(Edits.with(edited, it.part().keys(), replacement, variables));
    }
    return edited.orElseThrow();
  }

  /// @param isRoot whether its outputs are not asked for
  private Template rewrite(
      Template template, Node node, Map<String, List<Supposed>> values, boolean isRoot) {
    return new Template(
        template.source(),
        template.scope(),
        template.symbolicNames(),
        template.parameters().stream().map(it -> rewrite(it, values, template)).toList(),
        template.variables(),
        template.functions(),
        template.resources().stream().map(it -> rewrite(it, node, template)).toList(),
        isRoot ? List.of() : template.outputs(),
        List.of(),
        template.at());
  }

  private Parameter rewrite(
      Parameter parameter, Map<String, List<Supposed>> values, Template template) {
    List<Supposed> supposed = values.get(parameter.name().toLowerCase(Locale.ROOT));
    if (supposed == null) {
      return parameter;
    }
    replaced.add(parameter.at());
    Optional<Supposed> whole = whole(supposed);
    Optional<Expr> value =
        whole.isPresent()
            ? whole.orElseThrow().value()
            : Optional.of(edited(parameter.defaultValue(), supposed, template.variables()));
    return new Parameter(
        parameter.name(),
        parameter.type(),
        value,
        false,
        parameter.secure(),
        parameter.allowed(),
        parameter.parts(),
        parameter.at());
  }

  private Declaration rewrite(Declaration declaration, Node node, Template template) {
    Gates gates = node.opened.getOrDefault(declaration, Gates.NONE);
    Node inner = node.calls.get(declaration);
    if (gates.equals(Gates.NONE) && inner == null) {
      return declaration;
    }
    Optional<Expr> condition =
        declaration.condition().map(it -> gates.condition() ? Edits.unknown(it) : it);
    Optional<Loop> loop = declaration.loop().map(it -> gates.loop() ? opened(it) : it);
    return switch (declaration) {
      case Declaration.Resource it -> resource(it, condition, loop);
      case Declaration.Deployment it -> {
        Map<String, List<Supposed>> values = inner == null ? Map.of() : byName(inner);
        yield new Declaration.Deployment(
            it.symbol(),
            it.apiVersion(),
            it.name(),
            it.scope(),
            condition,
            loop,
            it.dependsOn(),
            edited(it.arguments(), values, template.variables()),
            inner == null ? it.content() : content(it.content(), inner, values),
            it.at());
      }
    };
  }

  private static Declaration.Resource resource(
      Declaration.Resource it, Optional<Expr> condition, Optional<Loop> loop) {
    return new Declaration.Resource(
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
        it.onlyIfNotExists(),
        it.extension(),
        it.at());
  }

  private Content content(Content content, Node inner, Map<String, List<Supposed>> values) {
    return switch (content) {
      case Content.Inner(var template) ->
          new Content.Inner(rewrite(template, inner, values, false));
      case Content.Outer(var template) ->
          new Content.Outer(rewrite(template, inner, values, false));
      case Content.Published(var reference, var template) ->
          new Content.Published(reference, rewrite(template, inner, values, false));
      case Content.StandIn(var template, var url) ->
          new Content.StandIn(rewrite(template, inner, values, false), url);
      case Content.Missing missing -> missing;
      case Content.Unread unread -> unread;
    };
  }

  private static Loop opened(Loop loop) {
    return new Loop(
        loop.name(),
        Edits.unknown(loop.count()),
        loop.collection().map(Edits::unknown),
        loop.item(),
        loop.index(),
        loop.at());
  }

  /// Without those of which the whole is supposed, and with the parts of others that are.
  private List<Argument> edited(
      List<Argument> arguments, Map<String, List<Supposed>> values, List<Variable> variables) {
    List<Argument> edited = new ArrayList<>();
    for (Argument argument : arguments) {
      List<Supposed> supposed = values.get(argument.name().toLowerCase(Locale.ROOT));
      if (supposed != null) {
        replaced.add(argument.at());
      }
      if (supposed == null) {
        edited.add(argument);
      } else if (whole(supposed).isEmpty()) {
        Expr value = edited(Optional.of(argument.value()), supposed, variables);
        edited.add(new Argument(argument.name(), value, argument.at()));
      }
    }
    return edited;
  }

  private ParameterFile edited(ParameterFile file, Map<String, List<Supposed>> values) {
    return new ParameterFile(
        file.source(),
        file.template(),
        file.variables(),
        file.functions(),
        edited(file.arguments(), values, file.variables()),
        file.unread(),
        List.of());
  }
}
