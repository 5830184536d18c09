package dev.keylint.cli;

import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/// An estate, with the files that it was made of.
///
/// @param files paths of the templates
/// @param notes what there is to say about these files
record Expanded(Estate estate, List<String> files, List<Diagnostic> notes) {
  Expanded {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /// All there is to say.
  List<Diagnostic> diagnostics() {
    return Stream.concat(notes.stream(), estate.diagnostics().stream()).toList();
  }
}
