package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a condition chose: in a list or object each part is there for that, too.
public final class ChosenParts {
  /// In larger values it is remembered of the whole and its items or members only.
  private static final int MOST = 256;

  /// Of more items it is remembered of the whole only.
  private static final int MOST_ITEMS = 1_024;

  private ChosenParts() {}

  /// The same value, with the environment variables that decided the condition.
  public static Value of(Value value, Value condition) {
    if (condition.origin().variables().isEmpty() || Values.parts(value).size() > MOST_ITEMS) {
      return Origins.decided(value, condition);
    }
    return size(value, MOST) > MOST
        ? decided(value, it -> Origins.decided(it, condition), condition)
        : decided(value, condition);
  }

  /// How many parts a value has, up to a little more than `most`.
  private static int size(Value value, int most) {
    int size = 1;
    for (Value part : Values.parts(value)) {
      size += size > most ? 0 : size(part, most - size);
    }
    return size;
  }

  private static Value decided(Value value, Value condition) {
    return decided(value, it -> decided(it, condition), condition);
  }

  private static Value decided(Value value, UnaryOperator<Value> part, Value condition) {
    Value parts =
        switch (value) {
          case Value.Arr(List<Value> items, Origin origin) ->
              new Value.Arr(items.stream().map(part).toList(), origin);
          case Value.Obj(Properties members, Origin origin) ->
              new Value.Obj(
                  Properties.of(
                      members.entries().stream()
                          .map(it -> it.with(part.apply(it.value())))
                          .toList(),
                      members.unread()),
                  origin);
          case Value other -> other;
        };
    return Origins.decided(parts, condition);
  }
}
