package dev.keylint.check;

import dev.keylint.value.Properties;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Values to try out for parameters that have none, by their names.
public record Choice(Map<String, Value> values) {
  public static final Choice NONE = new Choice(Map.of());

  public Choice {
    values = Map.copyOf(values);
  }

  /// The value with the parameters put in, as far as that takes no more than simple functions.
  Value apply(Value.Unknown unknown) {
    return values.isEmpty() ? unknown : replace(unknown);
  }

  private Value replace(Value value) {
    return value instanceof Value.Unknown unknown
        ? switch (unknown.term()) {
          case Term.Call(String function, List<Value> arguments) ->
              parameter(function, arguments)
                  .or(() -> call(function, arguments, unknown))
                  .map(it -> it.at(unknown.origin()))
                  .orElse(unknown);
          case Term.Concat(List<Value> parts) -> concat(parts, unknown);
          case Term.Access(Value base, List<Value> path) -> access(base, path, unknown);
          case Term.Lambda _ -> unknown;
        }
        : value;
  }

  private Optional<Value> parameter(String function, List<Value> arguments) {
    return function.equals("parameters")
            && arguments.size() == 1
            && arguments.getFirst() instanceof Value.Str(String name, _)
        ? Optional.ofNullable(values.get(name))
        : Optional.empty();
  }

  /// The functions that templates put around a flag.
  private Optional<Value> call(String function, List<Value> arguments, Value.Unknown whole) {
    List<Value> known = arguments.stream().map(this::replace).toList();
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "not" ->
          known.size() == 1 && known.getFirst() instanceof Value.Bool(boolean it, _)
              ? bool(!it, whole)
              : Optional.empty();
      case "and" -> connected(known, false, whole);
      case "or" -> connected(known, true, whole);
      case "equals" -> known.size() == 2 ? equal(known, whole) : Optional.empty();
      case "if" ->
          known.size() == 3 && known.getFirst() instanceof Value.Bool(boolean it, _)
              ? Optional.of(known.get(it ? 1 : 2))
              : Optional.empty();
      case "coalesce" ->
          known.stream()
              .filter(it -> !(it instanceof Value.Null))
              .findFirst()
              .filter(it -> !(it instanceof Value.Unknown));
      case "tolower" ->
          known.size() == 1 && known.getFirst() instanceof Value.Str(String it, _)
              ? Optional.of(new Value.Str(it.toLowerCase(Locale.ROOT), whole.origin()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Value> connected(
      List<Value> known, boolean decider, Value.Unknown whole) {
    boolean all = true;
    for (Value value : known) {
      if (value instanceof Value.Bool(boolean it, _) && it == decider) {
        return bool(decider, whole);
      }
      all &= value instanceof Value.Bool;
    }
    return all ? bool(!decider, whole) : Optional.empty();
  }

  private static Optional<Value> equal(List<Value> known, Value.Unknown whole) {
    Truth same = Values.same(known.get(0), known.get(1));
    return same == Truth.UNKNOWN ? Optional.empty() : bool(same == Truth.TRUE, whole);
  }

  private static Optional<Value> bool(boolean value, Value.Unknown whole) {
    return Optional.of(new Value.Bool(value, whole.origin()));
  }

  private Value concat(List<Value> parts, Value.Unknown unknown) {
    StringBuilder text = new StringBuilder();
    for (Value part : parts) {
      switch (replace(part)) {
        case Value.Str(String it, _) -> text.append(it);
        case Value.Int(long it, _) -> text.append(it);
        case Value.Bool(boolean it, _) -> text.append(it ? "True" : "False");
        case Value _ -> {
          return unknown;
        }
      }
    }
    return new Value.Str(text.toString(), unknown.origin());
  }

  private Value access(Value base, List<Value> path, Value.Unknown unknown) {
    Value reached = replace(base);
    for (Value key : new ArrayList<>(path)) {
      Optional<Value> next =
          switch (reached) {
            case Value.Obj(Properties properties, _)
                when replace(key) instanceof Value.Str(String name, _) ->
                properties.get(name);
            case Value.Arr(List<Value> items, _)
                when replace(key) instanceof Value.Int(long index, _)
                    && index >= 0
                    && index < items.size() ->
                Optional.of(items.get((int) index));
            case Value _ -> Optional.empty();
          };
      if (next.isEmpty()) {
        return unknown;
      }
      reached = replace(next.orElseThrow());
    }
    return reached.at(unknown.origin());
  }
}
