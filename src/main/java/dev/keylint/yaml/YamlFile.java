package dev.keylint.yaml;

import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.Optional;

/// What was read from one file: the first document, unless the text has none or breaks the grammar.
///
/// Whoever needs the whole content must look at the diagnostics: an unknown tag or a second
/// document is named there and is not in the tree. Aliases are the nodes that they stand for.
public record YamlFile(Optional<YamlNode> root, List<Diagnostic> diagnostics) {
  public YamlFile {
    diagnostics = List.copyOf(diagnostics);
  }
}
