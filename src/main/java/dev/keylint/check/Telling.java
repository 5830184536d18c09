package dev.keylint.check;

import dev.keylint.graph.call.Fact;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes results of what a struct tells, with the struct's place.
public record Telling(Place place, Facts facts) {

  /// A value, with the place that says it.
  Optional<Result> value(String name, Value value, Location evidence) {
    return Optional.of(facts.result(value, place.told(name, evidence, value.origin())));
  }

  /// What follows from a value; while that is not known it stands for this, and choices for it are
  /// none for this.
  Optional<Result> derived(String name, Value value, Location evidence) {
    return new Telling(place, new Facts(Choice.NONE)).value(name, value, evidence);
  }

  /// A fact, whose evidence is a property.
  Optional<Result> fact(String name, Fact fact) {
    return value(name, fact.value(), fact.at());
  }

  /// Something of which it can't be told whether it is there at all.
  Optional<Result> perhaps(String name, Value.Unknown because, Location evidence) {
    Why why = Why.of(place.told(name, evidence, because.origin()));
    return Optional.of(new Result.Unknown(Optional.empty(), List.of(because), why));
  }

  /// The body of a resource, under the name `resource`.
  Optional<Result> body(Resource resource) {
    return value("resource", resource.body(), resource.declaredAt());
  }

  /// A yes, a no, or open because of some values, to a question.
  Result answer(String name, Answer answer, Location evidence) {
    return answer(name, answer, evidence, Origin.at(evidence));
  }

  /// The same about the way by which a value comes.
  Result answer(String name, Answer answer, Location evidence, Origin way) {
    return result(answer, place.answered(name, evidence, way));
  }

  /// The same, for a field.
  Optional<Result> answered(String name, Answer answer, Location evidence) {
    return answered(name, answer, Origin.at(evidence));
  }

  /// The same by some way, whose place is the evidence.
  Optional<Result> answered(String name, Answer answer, Origin way) {
    return Optional.of(result(answer, place.told(name, way.at(), way)));
  }

  private static Result result(Answer answer, Place at) {
    return switch (answer) {
      case Answer.Known(boolean holds) -> Result.of(holds, Why.of(at));
      case Answer.Open(List<Value.Unknown> because) ->
          new Result.Unknown(Optional.empty(), because, Why.of(at));
    };
  }

  /// Several structs of a kind; `more` is why there may be others.
  <T> Optional<Result> structs(
      String name,
      Shape<T> shape,
      List<T> subjects,
      Optional<Value.Unknown> more,
      Location evidence) {
    return structs(name, shape, subjects, more.stream().toList(), evidence);
  }

  /// The same where each of several may be one more.
  <T> Optional<Result> structs(
      String name, Shape<T> shape, List<T> subjects, List<Value.Unknown> more, Location evidence) {
    Place at = place.told(name, evidence, Origin.at(evidence));
    List<Result> items = new ArrayList<>();
    subjects.forEach(it -> items.add(item(shape, it, at.told(items.size(), evidence))));
    more.forEach(it -> items.add(new Result.Unknown(Optional.empty(), List.of(it), Why.of(at))));
    return Optional.of(new Result.Known(new Datum.Items(items), Why.of(at)));
  }

  /// A struct of which it is not known whether it is there.
  ///
  /// @param because why that is not known
  record Perhaps<T>(T subject, Value.Unknown because) {}

  /// Several structs of a kind, and behind them those that may be there besides.
  <T> Optional<Result> perhaps(
      String name, Shape<T> shape, List<T> subjects, List<Perhaps<T>> possible, Location evidence) {
    Place at = place.told(name, evidence, Origin.at(evidence));
    List<Result> items = new ArrayList<>();
    subjects.forEach(it -> items.add(item(shape, it, at.told(items.size(), evidence))));
    for (Perhaps<T> it : possible) {
      Result there = item(shape, it.subject(), at.told(items.size(), evidence));
      items.add(
          new Result.Unknown(Optional.empty(), List.of(it.because()), Why.of(at)).perhaps(there));
    }
    return Optional.of(new Result.Known(new Datum.Items(items), Why.of(at)));
  }

  private <T> Result item(Shape<T> shape, T subject, Place place) {
    return new Result.Known(
        new ShapedStruct<>(shape, subject, new Telling(place, facts)), Why.of(place));
  }

  /// Another struct by some way, whose place is the evidence.
  <T> Optional<Result> struct(String name, Shape<T> shape, T subject, Origin way) {
    Place at = place.told(name, way.at(), way);
    return Optional.of(
        new Result.Known(new ShapedStruct<>(shape, subject, new Telling(at, facts)), Why.of(at)));
  }

  /// What a property tells of; the arguments that decided the property decided it.
  <T> Optional<Result> struct(String name, Shape<T> shape, T subject, Property evidence) {
    return struct(
        name, shape, subject, Origin.at(evidence.at()).within(evidence.value().origin(), false));
  }

  /// Another struct.
  <T> Optional<Result> struct(String name, Shape<T> shape, T subject, Location evidence) {
    return struct(name, shape, subject, Origin.at(evidence));
  }
}
