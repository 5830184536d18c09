package dev.keylint.plan;

import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// JSON files beside the templates that are objects of Azure AI Search: data sources, skillsets,
/// indexes, which scripts and pipelines send to the service.
public final class SearchFiles {
  /// What such an object is called here; Azure Resource Manager knows none of them.
  private static final String TYPE = "Microsoft.Search/searchServices/objects";

  private static final String API_VERSION = "2025-09-01";
  private static final Pattern OBJECT =
      Pattern.compile("#Microsoft\\.(Skills|Azure\\.Search)\\..+");
  private static final Set<String> PARAMETERS =
      Set.of("azureopenaiparameters", "amlparameters", "aiservicesvisionparameters");

  private SearchFiles() {}

  /// One file.
  ///
  /// @param path as it is shown
  /// @param made a template that declares it as a resource, with its content as `properties`
  public record Found(String path, Template made) {}

  static List<Found> of(Workspace workspace, ScannedFiles files, List<Diagnostic> diagnostics) {
    List<Found> found = new ArrayList<>();
    for (WorkspaceFile file : files.objects()) {
      Location whole = new Location.WholeFile(file.shown());
      switch (workspace.text(file, whole).then((TextFile it) -> LoadedData.json(it))) {
        case Lookup.Found<Expr>(var content) -> {
          if (isObject(content) || isDataSource(content)) {
            found.add(new Found(file.shown(), template(file, content)));
          } else if (files.named().contains(file)) {
            diagnostics.add(
                Diagnostic.of(
                    Kind.UNREADABLE, "this is neither a template nor a parameter file", whole));
          }
        }
        case Lookup.NotFound<Expr>(var why) ->
            diagnostics.add(new Diagnostic(Kind.NOTE, why.message(), why.help(), why.location()));
      }
    }
    return List.copyOf(found);
  }

  /// Whether it says so itself, or one of its parts does.
  private static boolean isObject(Expr content) {
    return switch (content) {
      case Expr.ObjectExpr(var members, _) ->
          members.stream()
              .anyMatch(it ->
                  it instanceof Expr.Member.Entry(Expr.StringLiteral(var name, _), var value, _)
                      && (isParameters(name, value) || isTyped(name, value) || isObject(value)));
      case Expr.ArrayExpr(var items, _) ->
          items.stream()
              .anyMatch(it -> it instanceof Expr.Item.Element(var value) && isObject(value));
      case Expr _ -> false;
    };
  }

  private static boolean isTyped(String name, Expr value) {
    return name.equals("@odata.type")
        && value instanceof Expr.StringLiteral(var type, _)
        && OBJECT.matcher(type).matches();
  }

  private static boolean isParameters(String name, Expr value) {
    return PARAMETERS.contains(name.toLowerCase(Locale.ROOT)) && value instanceof Expr.ObjectExpr;
  }

  /// What has a type, a container and credentials with a connection string, or several of it.
  private static boolean isDataSource(Expr content) {
    if (content instanceof Expr.ArrayExpr(var items, _)) {
      return items.stream()
          .anyMatch(it -> it instanceof Expr.Item.Element(var value) && isDataSource(value));
    }
    return AppWorkflows.member(content, "type").isPresent()
        && AppWorkflows.member(content, "container")
            .filter(Expr.ObjectExpr.class::isInstance)
            .isPresent()
        && AppWorkflows.member(content, "credentials")
            .flatMap(it -> AppWorkflows.member(it, "connectionString"))
            .isPresent();
  }

  /// Properties are an object: several objects are a member of one.
  private static Expr properties(Expr content) {
    return content instanceof Expr.ArrayExpr
        ? new Expr.ObjectExpr(
            List.of(
                new Expr.Member.Entry(
                    new Expr.StringLiteral("objects", content.at()), content, content.at())),
            content.at())
        : content;
  }

  private static Template template(WorkspaceFile file, Expr content) {
    Location at = AppWorkflows.start(content.at());
    Declaration object =
        new Declaration.Resource(
            "object",
            TYPE,
            API_VERSION,
            new Expr.Interpolation(
                List.of(
                    AzdVariables.input("the Search service", at),
                    new Expr.StringLiteral("/" + file.name(), at)),
                at),
            properties(content),
            at);
    return Template.of(Source.of(file.shown(), ""), List.of(object), at);
  }
}
