package dev.keylint.plan;

import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.lower.azd.FittedFile;
import dev.keylint.template.AskedParameter;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.DeploymentVariables;
import dev.keylint.template.Expr;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.StoredText;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Deployments that azd makes in a row, as one template that calls them all: the outputs of each
/// are variables of those behind it.
final class LayeredDeployment {
  private static final String API_VERSION = "2022-09-01";

  private final TemplateLoader loader;
  private final AzdVariables variables;
  private final List<Declaration> calls = new ArrayList<>();
  private final List<UserFunction> functions = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<String, Expr> outputs = new HashMap<>();
  private final Map<Location, List<ByVariable>> byVariables = new LinkedHashMap<>();

  LayeredDeployment(TemplateLoader loader, AzdVariables variables) {
    this.variables = variables;
    this.loader = loader;
  }

  LoweredDeployment of(List<Layer> layers) {
    Map<Layer, Template> read = new LinkedHashMap<>();
    for (Layer layer : layers) {
      switch (loader.load(layer.template())) {
        case Loaded.Template(Template template) -> read.put(layer, template);
        case Loaded.Unreadable(Diagnostic why) -> diagnostics.add(why);
        case Loaded.Other _, Loaded.Parameters _ -> {}
      }
    }
    Set<TargetScope> scopes =
        read.values().stream().map(Template::scope).collect(Collectors.toSet());
    TargetScope scope = scopes.size() == 1 ? scopes.iterator().next() : TargetScope.SUBSCRIPTION;
    read.forEach((layer, template) -> add(layer, template, scope));
    Template root = root(layers.getFirst(), scope);
    List<String> files = new ArrayList<>();
    // The root itself is none of the user's files.
    Reachable.from(root).stream()
        .skip(1)
        .forEach(reached -> {
          files.add(reached.source().path());
          diagnostics.addAll(reached.diagnostics());
        });
    return new LoweredDeployment(
        root, Optional.empty(), files, diagnostics.stream().distinct().toList(), byVariables);
  }

  private Template root(Layer first, TargetScope scope) {
    Source source =
        first.at() instanceof Location.InFile(Source file, _)
            ? file
            : Source.of(first.template().shown(), "");
    return new Template(
        source,
        scope,
        true,
        List.of(),
        List.of(),
        functions,
        calls,
        List.of(),
        List.of(),
        first.at());
  }

  private void add(Layer layer, Template template, TargetScope around) {
    String symbol = symbol(layer);
    Location at = layer.at();
    calls.add(
        new Declaration.Deployment(
            symbol,
            API_VERSION,
            Optional.of(new Expr.StringLiteral(layer.name() + "-" + calls.size(), at)),
            scope(template, around, at),
            Optional.empty(),
            Optional.empty(),
            calls.stream()
                .<Expr>map(before -> new Expr.ResourceRef(before.symbol(), Optional.empty(), at))
                .toList(),
            arguments(layer, template),
            new Declaration.Content.Inner(template),
            at));
    for (Output output : template.outputs()) {
      if (!output.secure()) {
        Expr call = new Expr.ResourceRef(symbol, Optional.empty(), at);
        Expr value = member(member(call, "outputs", at), output.name(), at);
        outputs.put(output.name(), StoredText.written(output, value));
      }
    }
  }

  /// Its name, or another where that is taken.
  private String symbol(Layer layer) {
    boolean taken = calls.stream().anyMatch(it -> it.symbol().equals(layer.name()));
    return taken || layer.name().isEmpty() ? layer.name() + "#" + calls.size() : layer.name();
  }

  private static Expr member(Expr base, String name, Location at) {
    return new Expr.Access(base, new Expr.StringLiteral(name, at), false, false, at);
  }

  /// Azd deploys to the group that a variable names, which an earlier layer may have put out.
  private Optional<Expr> scope(Template template, TargetScope around, Location at) {
    if (template.scope() == around || template.scope() != TargetScope.RESOURCE_GROUP) {
      return Optional.empty();
    }
    Expr group =
        outputs.getOrDefault(
            DeploymentVariables.GROUP, AzdVariables.input(DeploymentVariables.GROUP, at));
    return Optional.of(new Expr.Call(Optional.empty(), "resourceGroup", List.of(group), at));
  }

  private List<Argument> arguments(Layer layer, Template template) {
    AzdVariables known = variables.with(outputs);
    List<Argument> arguments = new ArrayList<>();
    layer
        .parameters()
        .flatMap(loader::values)
        .ifPresent(values -> {
          FittedFile fitted = LoweredDeployment.fit(values, template, known, true);
          byVariables.putAll(fitted.byVariables());
          ParameterFile file = fitted.file();
          diagnostics.addAll(file.diagnostics());
          functions.addAll(file.functions());
          InlinedVariables inlined = new InlinedVariables(file.variables(), outputs);
          file.arguments()
              .forEach(it ->
                  arguments.add(new Argument(it.name(), inlined.rewrite(it.value()), it.at())));
        });
    for (Parameter parameter : template.parameters()) {
      boolean isGiven =
          arguments.stream().anyMatch(it -> it.name().equalsIgnoreCase(parameter.name()));
      if (!isGiven && parameter.defaultValue().isEmpty() && !parameter.nullable()) {
        arguments.add(new Argument(parameter.name(), AskedParameter.of(parameter), parameter.at()));
      }
    }
    return arguments;
  }
}
