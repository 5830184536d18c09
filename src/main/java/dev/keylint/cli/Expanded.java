package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.check.Otherwise;
import dev.keylint.plan.LeftOutCause;
import dev.keylint.plan.Remark;
import dev.keylint.resource.Estate;
import dev.keylint.template.ByVariable;
import dev.keylint.text.CallPath;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// An estate, with the files that it was made of.
///
/// @param files paths of the templates
/// @param roots those of them that are deployed by themselves: one, or one for each layer
/// @param notes what there is to say about these files
/// @param remarks what its findings say besides
/// @param byVariables by which environment variables values are what they are, by the places of
///   these
/// @param supposed the same with what it leaves out
/// @param otherwise the same if environment variables had other values
/// @param trusting the same if files that stand in for templates were these; empty without any
/// @param standing how much speaks for it that it is deployed
/// @param compiled what it was compiled from, if that gives something else
record Expanded(
    Estate estate,
    List<String> files,
    List<String> roots,
    List<Diagnostic> notes,
    List<Remark> remarks,
    Map<Location, List<ByVariable>> byVariables,
    Supposing supposed,
    List<Otherwise> otherwise,
    Supplier<Optional<Estate>> trusting,
    Standing standing,
    Optional<Compiled> compiled) {
  Expanded {
    files = List.copyOf(files);
    roots = List.copyOf(roots);
    notes = List.copyOf(notes);
    remarks = List.copyOf(remarks);
    byVariables = Map.copyOf(byVariables);
    otherwise = List.copyOf(otherwise);
  }

  /// An estate that leaves nothing out, and that nothing calls.
  static Expanded of(Estate estate) {
    return new Expanded(
        estate,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        _ -> Supposed.NOTHING,
        List.of(),
        Optional::empty,
        Standing.WITH_VALUES,
        Optional.empty());
  }

  /// An estate of what is beside templates, from these files.
  static Expanded beside(Estate estate, List<String> files) {
    return new Expanded(
        estate,
        files,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        _ -> Supposed.NOTHING,
        List.of(),
        Optional::empty,
        Standing.BESIDE,
        Optional.empty());
  }

  /// The same, compiled from something else.
  Expanded compiledFrom(Compiled source) {
    return new Expanded(
        estate,
        files,
        roots,
        notes,
        remarks,
        byVariables,
        supposed,
        otherwise,
        trusting,
        standing,
        Optional.of(source));
  }

  /// Makes the estate that there would be if what keeps resources out were otherwise.
  @FunctionalInterface
  interface Supposing {
    /// What is left out, and the estate with it.
    ///
    /// @param engine says which resources are of interest
    Supposed of(Engine engine);
  }

  /// What a deployment makes and leaves out.
  ///
  /// @param made the declarations of interest of which it makes resources
  /// @param leftOut those of which it makes none
  /// @param trials the estates that have these
  /// @param problems what of it could not be tried
  record Supposed(
      Set<CallPath> made, Set<CallPath> leftOut, List<Trial> trials, List<Diagnostic> problems) {
    /// Nothing made, nothing left out.
    static final Supposed NOTHING = new Supposed(Set.of(), Set.of(), List.of(), List.of());

    /// The types of what is tried.
    Set<String> types() {
      Set<String> types = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      for (Trial trial : trials) {
        trial.estate().resources().stream()
            .filter(it -> trial.declarations().contains(it.path()))
            .forEach(it -> types.add(it.type().name()));
      }
      return types;
    }

    /// The same with scripts that run beside it.
    Supposed with(List<Estate.Script> scripts) {
      return scripts.isEmpty()
          ? this
          : new Supposed(
              made,
              leftOut,
              trials.stream()
                  .map(it -> new Trial(it.estate().with(scripts), it.declarations(), it.cause()))
                  .toList(),
              problems);
    }

    Supposed {
      made = Set.copyOf(made);
      leftOut = Set.copyOf(leftOut);
      trials = List.copyOf(trials);
      problems = List.copyOf(problems);
    }
  }

  /// An estate that there is not, and what keeps those of its resources out that it is about.
  record Trial(Estate estate, Set<CallPath> declarations, Function<CallPath, LeftOutCause> cause) {
    Trial {
      declarations = Set.copyOf(declarations);
    }
  }

  /// All there is to say.
  List<Diagnostic> diagnostics() {
    return Stream.concat(notes.stream(), estate.diagnostics().stream()).toList();
  }
}
