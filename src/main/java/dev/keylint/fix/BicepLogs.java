package dev.keylint.fix;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Syntax;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Optional;

/// Adds a diagnostic setting to a Bicep file that declares where logs go.
record BicepLogs(BicepDeclarations declarations, BicepTree tree, String text) {
  static final String WORKSPACE = "microsoft.operationalinsights/workspaces";

  static final String VERSION = "2021-05-01-preview";

  static final String NO_WORKSPACE =
      "where logs go is not told: the file has not exactly one Log Analytics workspace";

  Attempt of(Span declaration) {
    List<Declaration.Resource> workspaces =
        tree.nodes().stream()
            .filter(it -> it.around().isEmpty())
            .map(BicepTree.Node::syntax)
            .filter(BicepLogs::isWorkspace)
            .map(Declaration.Resource.class::cast)
            .toList();
    if (workspaces.size() != 1) {
      return Attempt.refused(NO_WORKSPACE);
    }
    if (!(workspaces.getFirst().value() instanceof Expression.ObjectSyntax)) {
      return Attempt.refused("the workspace is deployed under a condition, or in a loop");
    }
    switch (declarations.code(declaration, "")) {
      case Coded.Refused(String why) -> {
        return Attempt.refused(why);
      }
      case Coded.Code(String resource) -> {
        return behind(declaration, resource, workspaces.getFirst().name().name());
      }
    }
  }

  private static boolean isWorkspace(Syntax syntax) {
    return syntax instanceof Declaration.Resource it && BicepTree.isOfType(it, WORKSPACE);
  }

  private Attempt behind(Span declaration, String resource, String workspace) {
    Layout layout = Layout.of(text);
    String unit = layout.unit();
    Optional<String> condition = declarations.condition(declaration);
    List<String> lines =
        List.of(
            "",
            "resource "
                + declarations.free(resource + "Logs")
                + " 'Microsoft.Insights/diagnosticSettings@"
                + VERSION
                + "' = "
                + condition.map(it -> "if (" + BicepDeclarations.bare(it) + ") ").orElse("")
                + "{",
            unit + "name: 'audit'",
            unit + "scope: " + resource,
            unit + "properties: {",
            unit.repeat(2) + "workspaceId: " + workspace + ".id",
            unit.repeat(2) + "logs: [",
            unit.repeat(3) + "{ categoryGroup: 'audit', enabled: true }",
            unit.repeat(2) + "]",
            unit + "}",
            "}");
    Declaration.Resource where = declarations.resource(declaration).orElseThrow();
    return Attempt.of(
        Splice.insert(
            layout.lineEnd(where.span().end()),
            layout.lineEnd() + String.join(layout.lineEnd(), lines)));
  }
}
