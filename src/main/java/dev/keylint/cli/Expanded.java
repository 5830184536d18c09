package dev.keylint.cli;

import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An estate, with the files that it was made of.
///
/// @param files paths of the templates
/// @param notes what there is to say about these files
/// @param idleCall of a template that others call, but never so that it is deployed, one such call
record Expanded(
    Estate estate, List<String> files, List<Diagnostic> notes, Optional<Location> idleCall) {
  Expanded {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /// An estate that nothing calls.
  static Expanded of(Estate estate) {
    return new Expanded(estate, List.of(), List.of(), Optional.empty());
  }

  /// All there is to say.
  List<Diagnostic> diagnostics() {
    return Stream.concat(notes.stream(), estate.diagnostics().stream()).toList();
  }
}
