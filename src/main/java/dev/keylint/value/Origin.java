package dev.keylint.value;

import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a value was written, and the way it came from there, nearest step first.
///
/// @param hiding whether the value is printed
/// @param deciding the arguments of module calls and the environment variables that decided what
///   was made of them, a few at most
/// @param shown the end of a text of which only what is before it was given for this run; else
///   empty
public record Origin(
    Location at, List<Step> way, Hiding hiding, List<Step> deciding, String shown) {
  /// More of them tell nobody which one it was.
  static final int MOST_DECIDING = 16;

  public Origin {
    way = List.copyOf(way);
    deciding = List.copyOf(deciding);
    shown = hiding == Hiding.GIVEN ? shown : "";
  }

  /// Of a value that is hidden as a whole, or not at all.
  public Origin(Location at, List<Step> way, Hiding hiding, List<Step> deciding) {
    this(at, way, hiding, deciding, "");
  }

  /// Of a value that was passed on as it is.
  public Origin(Location at, List<Step> way, Hiding hiding) {
    this(at, way, hiding, List.of());
  }

  /// Whether the value is never printed.
  public boolean secret() {
    return hiding != Hiding.NONE;
  }

  /// One hop of a value: `name` is the parameter, variable, module or file, `at` the place of the
  /// hop.
  ///
  /// @param byDefault what the parameter is when nothing is given for it; empty when that is not a
  ///   literal, or no parameter of a template at hand
  /// @param variable the environment variable by which a parameter is what it is
  public record Step(
      Kind kind,
      String name,
      Location at,
      Optional<Default> byDefault,
      Optional<Variable> variable) {

    /// A hop that no environment variable takes part in.
    public Step(Kind kind, String name, Location at, Optional<Default> byDefault) {
      this(kind, name, at, byDefault, Optional.empty());
    }

    /// A parameter that is what it is by an environment variable.
    public static Step of(Kind kind, String name, Location at, Variable variable) {
      return new Step(kind, name, at, Optional.empty(), Optional.of(variable));
    }

    /// The same where it only decides which text there is.
    public Step filling() {
      return filling(true);
    }

    private Step filling(boolean fills) {
      return variable.filter(it -> it.fills() != fills).isPresent()
          ? new Step(
              kind,
              name,
              at,
              byDefault,
              variable.map(it -> new Variable(it.name(), it.option(), it.choice(), fills)))
          : this;
    }

    /// Whether it only decides which text there is, and not whether there is one.
    public boolean fills() {
      return variable.filter(Variable::fills).isPresent();
    }

    /// Whether what is made of the value remembers the step.
    boolean isRemembered() {
      return isArgument() || variable.isPresent();
    }

    boolean isArgument() {
      return kind == Kind.MODULE_ARGUMENT;
    }
  }

  /// An environment variable.
  ///
  /// @param option of the command line, by which it has a value or could have one
  /// @param choice whether the parameter has few values only, so that another one counts
  /// @param fills whether there is some text, whatever it is: it is used where another one is
  ///   empty, or stands beside a fixed part
  public record Variable(String name, String option, boolean choice, boolean fills) {
    /// One that decides whatever it decides.
    public Variable(String name, String option, boolean choice) {
      this(name, option, choice, false);
    }
  }

  /// The default of a parameter: `true`, `false` or `null`, and where the parameter is declared.
  public record Default(String literal, Location at) {}

  /// What carried the value on.
  public enum Kind {
    PARAMETER,
    PARAMETER_DEFAULT,
    PARAMETER_FILE,
    MODULE_ARGUMENT,
    VARIABLE,
    OUTPUT,
    LOOP,
    FUNCTION,
    LOADED_FILE,
    /// A default that only counts because an environment variable has no value.
    UNSET,
    /// An environment variable that has no value, and counts as an empty text or as none.
    EMPTY,
    /// An environment variable that the user gives a value for this run.
    GIVEN
  }

  /// A value written at this place.
  public static Origin at(Location at) {
    return new Origin(at, List.of(), Hiding.NONE);
  }

  /// The same value after one more hop.
  public Origin through(Step step) {
    List<Step> longer = new ArrayList<>(way.size() + 1);
    longer.add(step);
    longer.addAll(way);
    return new Origin(at, longer, hiding, deciding, shown);
  }

  /// The same, marked as never to be printed.
  public Origin hidden() {
    return hidden(Hiding.SECRET);
  }

  /// The same, hidden as this as well.
  public Origin hidden(Hiding more) {
    Hiding both = hiding.and(more);
    return more == Hiding.NONE || (both == hiding && shown.isEmpty())
        ? this
        : new Origin(at, way, both, deciding);
  }

  /// The same for a text with this end, of which only what is before it is hidden.
  public Origin showing(String end) {
    return hiding != Hiding.GIVEN || end.equals(shown)
        ? this
        : new Origin(at, way, hiding, deciding, end);
  }

  /// That of the end of a text, which may be shown where the rest is hidden.
  public Origin ofEnd(String end) {
    return !shown.isEmpty() && shown.endsWith(end)
        ? new Origin(at, way, Hiding.NONE, deciding)
        : this;
  }

  /// Whether an argument of a module call, or an environment variable, brought or decided the
  /// value; asked of each value.
  boolean isBrought() {
    if (!deciding.isEmpty()) {
      return true;
    }
    for (Step step : way) {
      if (step.isRemembered()) {
        return true;
      }
    }
    return false;
  }

  /// The arguments of module calls and the environment variables that brought or decided the value.
  public List<Step> arguments() {
    if (!isBrought()) {
      return List.of();
    }
    List<Step> all = new ArrayList<>();
    for (Step step : way) {
      if (step.isRemembered()) {
        all.add(step);
      }
    }
    all.addAll(deciding);
    return all;
  }

  /// The same for a value that these decided, too: variables of the environment in any case, the
  /// arguments of module calls unless one brought it.
  public Origin decidedBy(List<Step> steps) {
    if (steps.isEmpty()) {
      return this;
    }
    List<Step> own = arguments();
    boolean isArgument = anyArgument(own);
    // Few, and mostly the very same: to compare them is quicker than to hash their places.
    List<Step> more = new ArrayList<>(deciding);
    for (Step step : steps) {
      if (more.size() < MOST_DECIDING
          && !(isArgument && step.isArgument())
          && !own.contains(step)
          && !more.contains(step)) {
        more.add(step);
      }
    }
    return more.size() == deciding.size() ? this : new Origin(at, way, hiding, more, shown);
  }

  /// The environment variables that brought or decided the value, be it only which text it is.
  public List<Step> variables() {
    List<Step> all = arguments();
    // Most values have none, and each is asked.
    return all.isEmpty()
        ? all
        : all.stream()
            .filter(it -> it.variable().isPresent())
            .map(it -> it.filling(false))
            .distinct()
            .toList();
  }

  /// The same where all of that only decided which text there is.
  public Origin filling() {
    return isBrought()
        ? new Origin(
            at,
            way.stream().map(Step::filling).toList(),
            hiding,
            deciding.stream().map(Step::filling).toList(),
            shown)
        : this;
  }

  /// The environment variables that only one of two values hangs on: another value of one of them
  /// parts what is the same now.
  public List<Step> apart(Origin other) {
    List<Step> own = variables();
    List<Step> others = other.variables();
    // Mostly both were made the same way.
    return own.equals(others)
        ? List.of()
        : Stream.concat(
                own.stream().filter(it -> !others.contains(it)),
                others.stream().filter(it -> !own.contains(it)))
            .toList();
  }

  /// The environment variables that decided more of the value than how something is called that has
  /// this id and name; and those of the name on which the value does not hang, as another value of
  /// them parts both.
  public List<Step> apartFrom(Origin id, Origin name) {
    List<Step> own = variables();
    return Stream.concat(
            beyond(id.variables()).stream(),
            name.variables().stream().filter(it -> !own.contains(it)))
        .toList();
  }

  /// The environment variables that decided the value, but for those of names that only decided
  /// which text it is.
  public List<Step> beyond(Collection<Step> ofNames) {
    return arguments().stream()
        .filter(it -> it.variable().isPresent())
        .filter(it -> !it.fills() || !ofNames.contains(it.filling(false)))
        .map(it -> it.filling(false))
        .distinct()
        .toList();
  }

  /// The same, whatever environment variables decided.
  public Origin underAnyVariables() {
    List<Step> rest = deciding.stream().filter(it -> it.variable().isEmpty()).toList();
    return rest.size() == deciding.size() ? this : new Origin(at, way, hiding, rest, shown);
  }

  /// The same for a part of a value: what brought or decided the whole decided it.
  ///
  /// @param item whether the whole is a list
  public Origin within(Origin whole, boolean item) {
    List<Step> steps = whole.arguments();
    return steps.isEmpty() ? this : decidedBy(nearer(steps, whole.at, at, item));
  }

  /// The steps of a whole as those of a part of it: an argument that is a list brings an item, and
  /// what is in that, where it is written, as each item is a matter of its own.
  public static List<Step> nearer(List<Step> steps, Location whole, Location part, boolean item) {
    if (!anyArgument(steps)) {
      return steps;
    }
    return steps.stream()
        .map(it ->
            it.isArgument() && ((item && it.at().holds(part)) || it.at().equals(whole))
                ? new Step(it.kind(), it.name(), part, it.byDefault())
                : it)
        .toList();
  }

  /// A loop: asked of each value.
  private static boolean anyArgument(List<Step> steps) {
    for (Step step : steps) {
      if (step.isArgument()) {
        return true;
      }
    }
    return false;
  }
}
