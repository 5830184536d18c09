package dev.keylint.eval;

import dev.keylint.eval.expression.Logic;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.resource.OtherWrite;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Reason.Rewritten.Left;
import dev.keylint.value.Shown;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a resource is after two writes or more.
///
/// @param at where the last is declared
record Overwriting(Run run, Location at) {
  private static final int MOST_SHOWN = 3;

  /// When the second write comes after the first.
  Resource later(Resource first, Resource second) {
    boolean always = Exclusion.follows(second, first);
    return of(first, second, always ? Optional.empty() : second.condition(), at);
  }

  /// When it is not known which comes last.
  ///
  /// @param other where the first is written
  Resource either(Resource first, Resource second, Location other) {
    return of(
        first,
        second,
        Optional.of(open(second, areMade(List.of(first, second)), new Left.Order(), other)),
        other);
  }

  /// When there are too many to look at two by two: what they do not agree on is open. Takes no
  /// step of the run's budget.
  Resource many(List<Write> writes) {
    Resource state = writes.getLast().resource();
    boolean certain = writes.stream().anyMatch(it -> it.resource().condition().isEmpty());
    Value.Unknown open =
        open(
            state,
            areMade(writes.stream().map(Write::resource).toList()),
            new Left.TooMany(writes.size()),
            at);
    Properties properties = state.body().properties();
    Set<OtherWrite> others = new LinkedHashSet<>();
    for (Write write : writes.subList(0, writes.size() - 1)) {
      properties = agreed(write.resource().body().properties(), properties, open);
      if (others.size() < MOST_SHOWN) {
        others.add(
            new OtherWrite(
                write.resource().declaredAt(),
                write.apartFrom(writes.getLast()),
                OtherWrite.Kind.UNORDERED));
      }
    }
    Optional<Value> condition = certain ? Optional.empty() : state.condition();
    return with(state, condition, properties).with(List.copyOf(others));
  }

  /// Whether no condition decides on any of them.
  private static boolean areMade(List<Resource> writes) {
    return writes.stream().allMatch(it -> it.condition().isEmpty());
  }

  private static Value.Unknown open(Resource resource, boolean certain, Left left, Location at) {
    Term term = new Term.Call("isLastWrite", List.of(resource.id()));
    return Terms.unknown(term, new Reason.Rewritten(name(resource), certain, left), at);
  }

  private static String name(Resource resource) {
    return Shown.text(resource.name());
  }

  /// @param counts when the second is what stays: an unknown condition, or always
  /// @param doubt where it is written that the second may not be what stays
  private Resource of(Resource first, Resource second, Optional<Value> counts, Location doubt) {
    Optional<Value> condition =
        first
            .condition()
            .flatMap(one -> second.condition().map(other -> Logic.any(List.of(one, other), at)));
    if (counts.isEmpty()) {
      condition = second.condition();
    }
    Properties properties =
        new Merging(run, counts, doubt, name(second), areMade(List.of(first, second)))
            .merged(first.body().properties(), second.body().properties());
    return with(second, condition, properties);
  }

  private static Resource with(
      Resource resource, Optional<Value> condition, Properties properties) {
    return new Resource(
        resource.type(),
        resource.apiVersion(),
        resource.id(),
        resource.name(),
        resource.scope(),
        condition,
        new Value.Obj(properties, resource.body().origin()),
        resource.existing(),
        resource.declaredAt(),
        resource.deployment(),
        resource.others());
  }

  /// What all agree on; of the rest the open value.
  private static Properties agreed(Properties first, Properties second, Value.Unknown open) {
    List<Property> all = new ArrayList<>();
    for (Property later : second) {
      Value value =
          first
              .get(later.name())
              .map(before -> agreed(before, later.value(), open))
              .orElseGet(() -> Merging.maybe(open, later.value()));
      all.add(later.with(value));
    }
    for (Property before : first) {
      if (second.get(before.name()).isEmpty()) {
        all.add(before.with(Merging.maybe(open, before.value())));
      }
    }
    return Properties.of(all, second.unread().or(first::unread));
  }

  private static Value agreed(Value before, Value later, Value.Unknown open) {
    if (before instanceof Value.Obj(Properties first, _)
        && later instanceof Value.Obj(Properties second, Origin origin)) {
      return new Value.Obj(agreed(first, second, open), origin);
    }
    return Values.same(before, later) == Truth.TRUE ? later : open;
  }
}
