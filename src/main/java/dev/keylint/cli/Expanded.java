package dev.keylint.cli;

import dev.keylint.plan.LeftOut;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An estate, with the files that it was made of.
///
/// @param files paths of the templates
/// @param notes what there is to say about these files
/// @param idleCall of a template that others call, but never so that it is deployed, one such call
/// @param supposed the same with what it leaves out
record Expanded(
    Estate estate,
    List<String> files,
    List<Diagnostic> notes,
    Optional<Location> idleCall,
    Supposing supposed) {
  Expanded {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /// An estate that leaves nothing out, and that nothing calls.
  static Expanded of(Estate estate) {
    return new Expanded(estate, List.of(), List.of(), Optional.empty(), _ -> Optional.empty());
  }

  /// Makes the estate that there would be if what keeps resources out were otherwise.
  @FunctionalInterface
  interface Supposing {
    /// That estate; absent when nothing is kept out.
    ///
    /// @param wanted which resource types are of interest
    Optional<Supposed> of(Predicate<String> wanted);
  }

  /// An estate that there is not, and what keeps its resources out by the place of their
  /// declarations.
  record Supposed(Estate estate, Map<Location, LeftOut.Cause> causes) {}

  /// All there is to say.
  List<Diagnostic> diagnostics() {
    return Stream.concat(notes.stream(), estate.diagnostics().stream()).toList();
  }
}
