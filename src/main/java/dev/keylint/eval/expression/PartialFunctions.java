package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions of collections of which the known parts decide.
final class PartialFunctions {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "length", PartialFunctions::length,
          "contains", PartialFunctions::contains,
          "items", PartialFunctions::items,
          "less", PartialFunctions::compare,
          "lessOrEquals", PartialFunctions::compare,
          "greater", PartialFunctions::compare,
          "greaterOrEquals", PartialFunctions::compare);

  private PartialFunctions() {}

  private static Value length(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    return arguments.size() == 1
        ? length(arguments.getFirst(), call.at(), frame.run())
        : FunctionCalls.pure("length", arguments, call.at(), frame.run());
  }

  /// The length where it is known; else the call, as it stands.
  static Value length(Value value, Location at, Run run) {
    Optional<PartialArray> array = PartialArray.of(value, run);
    return array.isPresent() && array.orElseThrow().length(at) instanceof Value.Int known
        ? Origins.decided(known, value)
        : FunctionCalls.pure("length", List.of(value), at, run);
  }

  /// Whether nothing is in a collection, where its parts decide.
  static Optional<Boolean> isEmpty(Value value, Run run) {
    Range range =
        PartialArray.of(value, run).map(PartialArray::range).orElse(new Range(0, Range.ENDLESS));
    if (range.most() == 0) {
      return Optional.of(true);
    }
    boolean member =
        value instanceof Value.Unknown unknown
            && PartialObject.of(unknown, run)
                .filter(object ->
                    object.members().values().stream().anyMatch(m -> m.condition().isEmpty()))
                .isPresent();
    return range.least() > 0 || member ? Optional.of(false) : Optional.empty();
  }

  private static Value contains(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    Run run = frame.run();
    if (arguments.size() == 2
        && arguments.getFirst() instanceof Value.Obj(Properties properties, _)
        && arguments.getLast() instanceof Value.Unknown key
        && PartialKeys.lacks(properties, key, run)) {
      return Origins.decided(Terms.bool(false, call.at()), arguments);
    }
    if (arguments.size() == 2 && arguments.getFirst() instanceof Value.Unknown collection) {
      Value wanted = arguments.getLast();
      if (wanted instanceof Value.Str(String part, _) && TextFunctions.holds(collection, part)) {
        return Origins.decided(Terms.bool(true, call.at()), arguments);
      }
      Optional<PartialObject> object = PartialObject.of(collection, run);
      if (object.isPresent() && wanted instanceof Value.Str(String name, _)) {
        return object
            .orElseThrow()
            .member(name)
            .map(member ->
                member
                    .condition()
                    .orElseGet(() -> Origins.decided(Terms.bool(true, call.at()), arguments)))
            .orElseGet(() -> Origins.decided(Terms.bool(false, call.at()), arguments));
      }
      if (PartialArray.of(collection, run).filter(all -> has(all, wanted, run)).isPresent()) {
        return Origins.decided(Terms.bool(true, call.at()), arguments);
      }
    }
    return FunctionCalls.pure("contains", arguments, call.at(), run);
  }

  private static boolean has(PartialArray array, Value wanted, Run run) {
    return switch (array) {
      case PartialArray.Items(List<Value> items) ->
          items.stream().anyMatch(item -> run.same(item, wanted) == Truth.TRUE);
      case PartialArray.Choice(_, PartialArray then, PartialArray otherwise) ->
          has(then, wanted, run) && has(otherwise, wanted, run);
      case PartialArray.Joined(List<PartialArray> parts) ->
          parts.stream().anyMatch(part -> has(part, wanted, run));
      case PartialArray.Open _ -> false;
    };
  }

  /// Keys and values in the order of the keys, whether they are there or not.
  private static Value items(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    Optional<PartialObject> object =
        arguments.size() == 1 && arguments.getFirst() instanceof Value.Unknown unknown
            ? PartialObject.of(unknown, frame.run())
            : Optional.empty();
    if (object.isEmpty()) {
      return FunctionCalls.pure("items", arguments, call.at(), frame.run());
    }
    Location at = call.at();
    List<Value> parts = new ArrayList<>();
    object.orElseThrow().members().values().stream()
        .sorted(Comparator.comparing(PartialObject.Member::name, String.CASE_INSENSITIVE_ORDER))
        .forEach(member -> {
          Value entry = Terms.array(List.of(entry(member, at)), at);
          parts.add(
              member
                  .condition()
                  .<Value>map(condition ->
                      Terms.call("if", List.of(condition, entry, Terms.array(List.of(), at)), at))
                  .orElse(entry));
        });
    List<Value> merged = Concatenations.neighbours(parts);
    return merged.size() == 1 ? merged.getFirst() : Terms.call("concat", merged, at);
  }

  private static Value entry(PartialObject.Member member, Location at) {
    List<Property> both =
        List.of(
            new Property("key", at, member.property().key(Origin.at(at))),
            new Property("value", member.at(), member.value()));
    return new Value.Obj(Properties.of(both), Origin.at(at));
  }

  /// A comparison of a length of which the least and the most are known.
  private static Value compare(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    Run run = frame.run();
    if (arguments.size() == 2 && arguments.stream().anyMatch(Value.Unknown.class::isInstance)) {
      Optional<Range> left = range(arguments.getFirst(), run);
      Optional<Range> right = range(arguments.getLast(), run);
      if (left.isPresent() && right.isPresent()) {
        Optional<Boolean> holds = left.orElseThrow().compare(right.orElseThrow(), call.function());
        if (holds.isPresent()) {
          return Origins.decided(Terms.bool(holds.orElseThrow(), call.at()), arguments);
        }
      }
    }
    return FunctionCalls.pure(call.function(), arguments, call.at(), run);
  }

  private static Optional<Range> range(Value value, Run run) {
    return switch (value) {
      case Value.Int(long number, _) -> Optional.of(new Range(number, number));
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
          when function.equals("length") && arguments.size() == 1 ->
          PartialArray.of(arguments.getFirst(), run).map(PartialArray::range);
      case Value _ -> Optional.empty();
    };
  }
}
