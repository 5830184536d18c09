package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An object of which all keys are known, some of them there under a condition only: what `union`,
/// a spread or `if` make of objects.
///
/// @param members by name in lower case
record PartialObject(Map<String, Member> members) {

  /// @param condition when it is there, which is not known; empty when it certainly is
  record Member(Property property, Optional<Value> condition) {
    String name() {
      return property.name();
    }

    Location at() {
      return property.at();
    }

    Value value() {
      return property.value();
    }

    private Member with(Value other, Optional<Value> when) {
      return new Member(property.with(other), when);
    }
  }

  /// The members of an unknown value; empty when not all keys can be told.
  static Optional<PartialObject> of(Value.Unknown value, Run run) {
    return value.term() instanceof Term.Call
        ? read(value, value.origin().at(), run)
        : Optional.empty();
  }

  private static Optional<PartialObject> read(Value value, Location at, Run run) {
    run.budget().use(1);
    return switch (value) {
      // Of which not all could be read: any of the others may be set in it.
      case Value.Obj(Properties properties, _) when properties.isOpen() -> Optional.empty();
      case Value.Obj(Properties properties, _) -> Optional.of(known(properties, run));
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _) ->
          switch (function) {
            case "if" -> choice(arguments, at, run);
            case "union" -> merged(arguments, true, at, run);
            case "shallowMerge" ->
                !arguments.isEmpty() && arguments.getFirst() instanceof Value.Arr(var parts, _)
                    ? merged(parts, false, at, run)
                    : Optional.empty();
            default -> Optional.empty();
          };
      case Value.Null _,
          Value.Bool _,
          Value.Int _,
          Value.Decimal _,
          Value.Str _,
          Value.Arr _,
          Value.Unknown _ ->
          Optional.empty();
    };
  }

  private static PartialObject known(Properties properties, Run run) {
    run.budget().use(properties.size());
    Map<String, Member> members = new LinkedHashMap<>();
    for (Property each : properties) {
      members.put(key(each.name()), new Member(each, Optional.empty()));
    }
    return new PartialObject(members);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Optional<PartialObject> choice(List<Value> arguments, Location at, Run run) {
    if (arguments.size() != 3 || !(arguments.getFirst() instanceof Value.Unknown condition)) {
      return Optional.empty();
    }
    Optional<PartialObject> then = read(arguments.get(1), at, run);
    return then.flatMap(first ->
        read(arguments.get(2), at, run).map(second -> choice(condition, first, second, at, run)));
  }

  private static PartialObject choice(
      Value.Unknown condition, PartialObject then, PartialObject otherwise, Location at, Run run) {
    Value negated = Logic.negated(condition, at);
    Map<String, Member> all = new LinkedHashMap<>();
    then.members.forEach((key, member) -> {
      Optional<Member> other = otherwise.member(key);
      Optional<Value> when = both(Optional.of(condition), member.condition, at);
      all.put(
          key,
          other
              .map(second ->
                  member.with(
                      Logic.choose(condition, () -> member.value(), () -> second.value(), run, at),
                      either(
                          when,
                          both(Optional.of(negated), second.condition, at),
                          member,
                          second,
                          at)))
              .orElseGet(() -> member.with(member.value(), when)));
    });
    otherwise.members.forEach((key, member) ->
        all.putIfAbsent(
            key, member.with(member.value(), both(Optional.of(negated), member.condition, at))));
    return new PartialObject(all);
  }

  private static Optional<Value> both(Optional<Value> one, Optional<Value> other, Location at) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(Logic.all(List.of(one.orElseThrow(), other.orElseThrow()), at))
        : one.or(() -> other);
  }

  /// On both sides of a choice it is certain when it is certain on each.
  private static Optional<Value> either(
      Optional<Value> first, Optional<Value> second, Member one, Member other, Location at) {
    return one.condition.isEmpty() && other.condition.isEmpty()
        ? Optional.empty()
        : Optional.of(Logic.any(List.of(first.orElseThrow(), second.orElseThrow()), at));
  }

  private static Optional<PartialObject> merged(
      List<Value> objects, boolean deep, Location at, Run run) {
    Map<String, Member> all = new LinkedHashMap<>();
    for (Value object : objects) {
      Optional<PartialObject> next = read(object, at, run);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      next.orElseThrow()
          .members
          .forEach((key, later) ->
              all.merge(key, later, (earlier, _) -> over(earlier, later, deep, at, run)));
    }
    return Optional.of(new PartialObject(all));
  }

  /// A member that is written again: the later one counts where it is there.
  private static Member over(Member earlier, Member later, boolean deep, Location at, Run run) {
    boolean objects = earlier.value() instanceof Value.Obj && later.value() instanceof Value.Obj;
    Value wins =
        deep && objects
            ? FunctionCalls.pure("union", List.of(earlier.value(), later.value()), at, run)
            : later.value();
    if (later.condition.isEmpty()) {
      return later.with(wins, Optional.empty());
    }
    Value condition = later.condition.orElseThrow();
    Value value = Logic.choose(condition, () -> wins, () -> earlier.value(), run, at);
    Optional<Value> when =
        earlier.condition.map(before -> Logic.any(List.of(before, condition), at));
    return later.with(value, when);
  }

  Optional<Member> member(String name) {
    return Optional.ofNullable(members.get(key(name)));
  }

  /// A plain object in which a member that may be absent is null then, as Azure takes it.
  Value.Obj withNulls(Origin origin) {
    List<Property> all = new ArrayList<>(members.size());
    for (Member each : members.values()) {
      all.add(each.property.with(orNull(each)));
    }
    return new Value.Obj(Properties.of(all), origin);
  }

  /// The value of a member, null when it is not there.
  static Value orNull(Member member) {
    return member
        .condition
        .<Value>map(condition ->
            Terms.call(
                "if", List.of(condition, member.value(), Terms.nothing(member.at())), member.at()))
        .orElse(member.value());
  }
}
