package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of a list of settings that are there under a condition which is not known: those of
/// `concat(known, on ? [x] : [])`, and items such as `on ? x : y`, which come as one item of which
/// the condition picks the name.
final class ConditionalParts {
  private ConditionalParts() {}

  /// The items of a list, whatever its conditions turn out to be: each is a matter of its own.
  static List<Value> items(Value list) {
    if (isChoice(list)) {
      return parts(list).stream().skip(1).flatMap(it -> items(it).stream()).toList();
    }
    return list instanceof Value.Arr(List<Value> items, _)
        ? items
        : Bodies.joined(list).stream().flatMap(it -> items(it).stream()).toList();
  }

  /// What a condition picks: a list of items with a name and a value, or an object.
  record Branch(Value condition, Value settings) {}

  /// What the choices of a value pick from, each by itself and without what depends on further
  /// ones.
  static List<Branch> branches(Value value) {
    List<Branch> branches = new ArrayList<>();
    addBranches(value, branches);
    return branches;
  }

  private static void addBranches(Value value, List<Branch> branches) {
    if (value instanceof Value.Arr(List<Value> items, var origin)) {
      for (Value item : items) {
        Value choice = name(item).orElse(item);
        if (isChoice(choice)) {
          addBranches(item, parts(choice).getFirst(), origin, branches);
        }
      }
    } else if (isChoice(value)) {
      List<Value> choice = parts(value);
      choice.stream().skip(1).forEach(it -> add(choice.getFirst(), it, branches));
    } else {
      Bodies.joined(value).forEach(it -> addBranches(it, branches));
    }
  }

  /// Those of an item that a condition picks, or of which it picks the name.
  private static void addBranches(
      Value item, Value condition, Origin origin, List<Branch> branches) {
    for (boolean holds : List.of(true, false)) {
      List<Value> picked = List.of(decided(item, condition, holds));
      add(condition, new Value.Arr(picked, origin), branches);
    }
  }

  private static void add(Value condition, Value settings, List<Branch> branches) {
    branches.add(new Branch(condition, settings));
    addBranches(settings, branches);
  }

  /// How many choices there are in a value, also within others.
  static int count(Value value) {
    return isChoice(value)
        ? 1 + parts(value).stream().skip(1).mapToInt(ConditionalParts::count).sum()
        : parts(value).stream().mapToInt(ConditionalParts::count).sum();
  }

  /// The conditions of some values that are not among those met before, none twice; not those
  /// within a part that hangs on another one.
  static List<Value> conditions(List<Value> values, List<Value> before) {
    List<Value> conditions = new ArrayList<>(before);
    values.forEach(it -> collect(it, conditions));
    return conditions.subList(before.size(), conditions.size());
  }

  private static void collect(Value value, List<Value> conditions) {
    if (!isChoice(value)) {
      parts(value).forEach(it -> collect(it, conditions));
      return;
    }
    Value condition = parts(value).getFirst();
    if (conditions.stream().noneMatch(it -> isSame(it, condition))) {
      conditions.add(condition);
    }
  }

  /// The value where a condition holds, or does not.
  static Value decided(Value value, Value condition, boolean holds) {
    if (isChoice(value)) {
      List<Value> choice = parts(value);
      return isSame(choice.getFirst(), condition)
          ? by(condition, decided(choice.get(holds ? 1 : 2), condition, holds))
          : value;
    }
    return switch (value) {
      case Value.Arr(List<Value> items, var origin) ->
          new Value.Arr(all(items, condition, holds), origin);
      case Value.Obj(Properties members, var origin) when name(value).isPresent() ->
          new Value.Obj(members(members, condition, holds), origin);
      case Value.Unknown(Term.Call(String function, List<Value> arguments), var reason, var origin)
          when !Bodies.joined(value).isEmpty() ->
          new Value.Unknown(
              new Term.Call(function, all(arguments, condition, holds)), reason, origin);
      case Value _ -> value;
    };
  }

  /// What a condition picked: the environment variables by which it holds or not decided each part.
  private static Value by(Value condition, Value value) {
    Value parts =
        switch (value) {
          case Value.Arr(List<Value> items, var origin) ->
              new Value.Arr(items.stream().map(it -> by(condition, it)).toList(), origin);
          case Value.Obj(Properties members, var origin) ->
              new Value.Obj(
                  Properties.of(
                      members.entries().stream()
                          .map(it -> it.with(by(condition, it.value())))
                          .toList(),
                      members.unread()),
                  origin);
          case Value other -> other;
        };
    return parts.at(Values.decided(parts.origin(), List.of(condition)));
  }

  private static Properties members(Properties members, Value condition, boolean holds) {
    return Properties.of(
        members.entries().stream()
            .map(it -> it.with(decided(it.value(), condition, holds)))
            .toList(),
        members.unread());
  }

  private static List<Value> all(List<Value> values, Value condition, boolean holds) {
    return values.stream().map(it -> decided(it, condition, holds)).toList();
  }

  /// The items of a list, what a call joins, the name of an item, or the condition of a choice and
  /// what it picks from.
  private static List<Value> parts(Value value) {
    return switch (value) {
      case Value.Arr(List<Value> items, _) -> items;
      case Value.Obj _ -> name(value).stream().toList();
      case Value.Unknown(Term.Call(_, List<Value> choice), _, _) when isChoice(value) -> choice;
      case Value _ -> Bodies.joined(value);
    };
  }

  /// The name of an item if a condition picks it.
  private static Optional<Value> name(Value item) {
    return Bodies.at(item, "name").map(Property::value).filter(ConditionalParts::isChoice);
  }

  private static boolean isChoice(Value value) {
    return value instanceof Value.Unknown(Term.Call(String function, List<Value> choice), _, _)
        && function.equalsIgnoreCase("if")
        && choice.size() == 3;
  }

  private static boolean isSame(Value one, Value other) {
    return Values.same(one, other) == Truth.TRUE;
  }
}
