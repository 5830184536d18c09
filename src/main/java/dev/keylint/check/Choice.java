package dev.keylint.check;

import dev.keylint.value.Properties;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values to try out for parameters that have none, by their names.
public record Choice(Map<String, Value> values) {
  public static final Choice NONE = new Choice(Map.of());

  public Choice {
    values = Map.copyOf(values);
  }

  /// The value with the parameters put in, as far as that needs no template function.
  Value apply(Value.Unknown unknown) {
    return values.isEmpty() ? unknown : replace(unknown);
  }

  private Value replace(Value value) {
    return value instanceof Value.Unknown unknown
        ? switch (unknown.term()) {
          case Term.Call(String function, List<Value> arguments) ->
              parameter(function, arguments).map(it -> it.at(unknown.origin())).orElse(unknown);
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
