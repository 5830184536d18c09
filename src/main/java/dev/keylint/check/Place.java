package dev.keylint.check;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Function;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// A value of the estate as an expression reaches it: `resource.properties.disableLocalAuth`.
///
/// @param step what the last step adds to the path: a name, `.name` or `[0]`
/// @param at where a finding about it points
/// @param origin where its value was written and how it came here; empty when it is not there
/// @param asked whether it is the answer to a question, which had arguments that the path lacks
public record Place(
    Optional<Place> parent, String step, Location at, Optional<Origin> origin, boolean asked) {

  Place(Optional<Place> parent, String step, Location at, Optional<Origin> origin) {
    this(parent, step, at, origin, false);
  }

  /// The subject of a rule, or another name that stands for something of the estate.
  public static Place root(String name, Location at) {
    return new Place(Optional.empty(), name, at, Optional.empty());
  }

  /// A member of an object.
  Place member(Property property) {
    Origin own = property.value().origin();
    return new Place(
        Optional.of(this),
        "." + property.name(),
        property.at(),
        Optional.of(origin.map(whole -> own.within(whole, false)).orElse(own)));
  }

  /// A member that is not there: it would stand somewhere in its owner.
  Place missing(String name) {
    return new Place(Optional.of(this), "." + name, at, Optional.empty());
  }

  /// An item of an array.
  Place item(int index, Value value) {
    Origin own = value.origin();
    return new Place(
        Optional.of(this),
        "[" + index + "]",
        own.at(),
        Optional.of(origin.map(whole -> own.within(whole, true)).orElse(own)));
  }

  /// What a typed struct tells: the evidence is the property that says so.
  Place told(String name, Location evidence, Origin origin) {
    return new Place(Optional.of(this), "." + name, evidence, Optional.of(origin));
  }

  /// The same for what several places tell together.
  Place told(String name, Location evidence) {
    return told(name, evidence, Origin.at(evidence));
  }

  /// What a typed struct answers to a question of this name.
  Place answered(String name, Location evidence, Origin origin) {
    return new Place(Optional.of(this), "." + name, evidence, Optional.of(origin), true);
  }

  /// The struct at an index of a list that a typed struct tells.
  Place told(int index, Location evidence) {
    return new Place(
        Optional.of(this), "[" + index + "]", evidence, Optional.of(Origin.at(evidence)));
  }

  /// The path, as the expression spells it.
  public String path() {
    return parent.map(Place::path).orElse("") + step;
  }

  /// Which item of a list it is; empty for what is none.
  Optional<Long> index() {
    return step.startsWith("[")
        ? Optional.of(Long.parseLong(step.substring(1, step.length() - 1)))
        : Optional.empty();
  }

  /// The path as an expression, which comes to the value that is there; empty where a question was
  /// asked on the way.
  Optional<Expression> expression() {
    return asked
        ? Optional.empty()
        : parent
            .map(it -> it.expression().map(this::stepFrom))
            .orElseGet(() -> Optional.of(new Expression.Ident(step, 0)));
  }

  private Expression stepFrom(Expression owner) {
    return index()
        .<Expression>map(it ->
            new Expression.Call(
                Function.INDEX, List.of(owner, new Expression.IntConstant(it, 0)), 0))
        .orElseGet(() -> new Expression.Select(owner, step.substring(1), 0));
  }

  /// Where it came from is long, and the rest tells most places apart.
  @Override
  public int hashCode() {
    return 31 * step.hashCode() + at.hashCode();
  }

  @Override
  public String toString() {
    return path() + " (" + at + ")";
  }
}
