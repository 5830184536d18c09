package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.List;

/// What a condition chose: in a list or object each part is there for that, too.
final class ChosenParts {
  /// In larger values it is remembered of the whole only.
  private static final int MOST = 256;

  private ChosenParts() {}

  /// The same value, with the environment variables that decided the condition.
  static Value of(Value value, Value condition) {
    return condition.origin().variables().isEmpty() || size(value, MOST) > MOST
        ? Origins.decided(value, condition)
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
    Value parts =
        switch (value) {
          case Value.Arr(List<Value> items, Origin origin) ->
              new Value.Arr(items.stream().map(it -> decided(it, condition)).toList(), origin);
          case Value.Obj(Properties members, Origin origin) ->
              new Value.Obj(
                  Properties.of(
                      members.entries().stream()
                          .map(it ->
                              new Property(it.name(), it.at(), decided(it.value(), condition)))
                          .toList(),
                      members.unread()),
                  origin);
          case Value other -> other;
        };
    return Origins.decided(parts, condition);
  }
}
