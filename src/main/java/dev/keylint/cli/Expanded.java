package dev.keylint.cli;

import dev.keylint.plan.LeftOut;
import dev.keylint.plan.Remark;
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
/// @param remarks what its findings say besides
/// @param defaults where a value stands that only counts because a variable is unset, and what
///   would decide otherwise, as a phrase
/// @param supposed the same with what it leaves out
record Expanded(
    Estate estate,
    List<String> files,
    List<Diagnostic> notes,
    List<Remark> remarks,
    Map<Location, String> defaults,
    Supposing supposed) {
  Expanded {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    remarks = List.copyOf(remarks);
    defaults = Map.copyOf(defaults);
  }

  /// An estate that leaves nothing out, and that nothing calls.
  static Expanded of(Estate estate) {
    return new Expanded(estate, List.of(), List.of(), List.of(), Map.of(), _ -> Optional.empty());
  }

  /// Makes the estate that there would be if what keeps resources out were otherwise.
  @FunctionalInterface
  interface Supposing {
    /// The estate; empty when nothing of interest is kept out.
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
