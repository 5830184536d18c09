package dev.keylint.bicep;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.List;

/// A Bicep file that has been read: a template, or the parameters of one.
///
/// The diagnostics say what the grammar does not allow; what could be read stands in the
/// declarations nevertheless.
public record BicepFile(
    Source source,
    Kind kind,
    List<Declaration> declarations,
    List<Skipped> skipped,
    List<Token> tokens,
    List<Directive> directives,
    List<Diagnostic> diagnostics) {
  public BicepFile {
    declarations = List.copyOf(declarations);
    skipped = List.copyOf(skipped);
    tokens = List.copyOf(tokens);
    directives = List.copyOf(directives);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Which grammar the file follows.
  public enum Kind {
    /// `.bicep`
    TEMPLATE,
    /// `.bicepparam`
    PARAMETERS
  }

  /// Where a node of this file stands.
  public Location location(Syntax node) {
    return new Location.InFile(source, node.span());
  }
}
