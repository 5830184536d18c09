package dev.keylint.plan;

import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.plan.project.Connection;
import dev.keylint.plan.project.Project;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The connections that azd makes of an azure.yaml, as a template that declares them.
final class MadeConnections {
  private static final String TYPE = "Microsoft.CognitiveServices/accounts/projects/connections";
  private static final String API_VERSION = "2025-06-01";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w++)[^{}]*+\\}");

  /// What of a service is not the connection's own.
  private static final Set<String> OF_SERVICE = Set.of("host", "uses", "hooks", "project");

  private final AzdVariables variables;

  private MadeConnections(AzdVariables variables) {
    this.variables = variables;
  }

  /// The template; empty when there are none.
  static Optional<Template> of(Project project, AzdVariables variables) {
    MadeConnections made = new MadeConnections(variables);
    List<Declaration> resources = new ArrayList<>();
    for (Connection connection : project.connections()) {
      resources.add(made.resource(connection, "connection" + resources.size()));
    }
    if (resources.isEmpty()) {
      return Optional.empty();
    }
    Source source = project.connections().getFirst().written().at().source();
    return Optional.of(Template.of(source, resources, new Location.InFile(source, new Span(0, 0))));
  }

  private Declaration resource(Connection connection, String symbol) {
    Location at = connection.written().at();
    List<Expr.Member> properties = new ArrayList<>();
    for (YamlNode.Entry entry : connection.written().entries()) {
      if (!OF_SERVICE.contains(entry.key().text())) {
        properties.add(member(entry));
      }
    }
    return new Declaration.Resource(
        symbol, TYPE, API_VERSION, name(connection, at), new Expr.ObjectExpr(properties, at), at);
  }

  /// The account is azd's to name, and so is a project that is not said.
  private static Expr name(Connection connection, Location at) {
    Expr slash = new Expr.StringLiteral("/", at);
    Expr project =
        connection
            .project()
            .<Expr>map(it -> new Expr.StringLiteral(it, at))
            .orElseGet(() -> AzdVariables.input("AZURE_AI_PROJECT_NAME", at));
    return new Expr.Interpolation(
        List.of(
            AzdVariables.input("AZURE_AI_ACCOUNT_NAME", at),
            slash,
            project,
            slash,
            new Expr.StringLiteral(connection.name(), at)),
        at);
  }

  private Expr.Member member(YamlNode.Entry entry) {
    Location.InFile key = entry.key().at();
    Span whole = key.span().to(entry.value().at().span());
    return new Expr.Member.Entry(
        new Expr.StringLiteral(entry.key().text(), key),
        value(entry.value()),
        new Location.InFile(key.source(), whole));
  }

  private Expr value(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping(var entries, var at) ->
          new Expr.ObjectExpr(entries.stream().map(this::member).toList(), at);
      case YamlNode.Sequence(var items, var at) ->
          new Expr.ArrayExpr(
              items.stream().<Expr.Item>map(it -> new Expr.Item.Element(value(it))).toList(), at);
      case YamlNode.Scalar scalar ->
          scalar.text().contains("${") ? substituted(scalar) : LoadedData.expr(scalar);
    };
  }

  /// A text with environment variables, which azd puts in.
  private Expr substituted(YamlNode.Scalar scalar) {
    Location at = scalar.at();
    List<Expr> parts = new ArrayList<>();
    Matcher names = VARIABLE.matcher(scalar.text());
    int from = 0;
    while (names.find()) {
      if (names.start() > from) {
        parts.add(new Expr.StringLiteral(scalar.text().substring(from, names.start()), at));
      }
      String name = names.group(1);
      parts.add(variables.inBicep(name, at).orElseGet(() -> AzdVariables.input(name, at)));
      from = names.end();
    }
    if (from < scalar.text().length()) {
      parts.add(new Expr.StringLiteral(scalar.text().substring(from), at));
    }
    return parts.size() == 1 ? parts.getFirst() : new Expr.Interpolation(parts, at);
  }
}
