package dev.keylint.lower.azd;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The variables of a parameter file that have no value: one note for those whose parameters get
/// none, one for those that count as empty texts, and one for those that must have one.
final class UnsetVariables {
  /// Nobody reads more.
  private static final int MOST = 40;

  private final String file;
  private final List<Use> notGiven = new ArrayList<>();
  private final List<Use> empty = new ArrayList<>();
  private final List<Use> open = new ArrayList<>();

  /// @param dialect whose variables they are
  UnsetVariables(Dialect dialect) {
    this.file = dialect == Dialect.TEAMS ? "env/.env.NAME" : ".azure/NAME/.env";
  }

  private record Use(String variable, String parameter, Location at) {
    String shown() {
      String line =
          at instanceof Location.InFile(var source, var span)
              ? ", line " + source.position(span.start()).line()
              : "";
      return "`" + variable + "` (`" + parameter + "`" + line + ")";
    }
  }

  void notGiven(String variable, String parameter, Location at) {
    notGiven.add(new Use(variable, parameter, at));
  }

  void empty(String variable, String parameter, Location at) {
    empty.add(new Use(variable, parameter, at));
  }

  void open(String variable, String parameter, Location at) {
    open.add(new Use(variable, parameter, at));
  }

  List<Diagnostic> notes() {
    List<Diagnostic> notes = new ArrayList<>();
    note(notGiven, "their parameters are not given").ifPresent(notes::add);
    note(empty, "they count as empty texts").ifPresent(notes::add);
    note(open, "what they are part of is not known").ifPresent(notes::add);
    return notes;
  }

  private Optional<Diagnostic> note(List<Use> uses, String consequence) {
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    String more = uses.size() > MOST ? " and " + (uses.size() - MOST) + " more" : "";
    String all =
        String.join(", ", uses.stream().limit(MOST).map(Use::shown).distinct().toList()) + more;
    Use first = uses.getFirst();
    return Optional.of(
        Diagnostic.of(
                Kind.NOTE,
                "these variables have no value here, so " + consequence + ": " + all,
                first.at())
            .help(
                "`--env "
                    + first.variable()
                    + "=…` or `--env-file "
                    + file
                    + "` says what they are"));
  }
}
