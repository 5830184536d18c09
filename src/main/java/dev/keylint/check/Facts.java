package dev.keylint.check;

import dev.keylint.value.OpenMerge;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows values of the estate to expressions, with parameters replaced that are tried out.
public final class Facts {
  private final Choice choice;

  public Facts(Choice choice) {
    this.choice = choice;
  }

  public Result result(Value value, Place place) {
    return switch (value) {
      case Value.Null _ -> known(Datum.Nothing.IT, place);
      case Value.Bool(boolean truth, _) -> known(Datum.Bool.of(truth), place);
      case Value.Int(long number, _) -> known(new Datum.Int(number), place);
      case Value.Decimal(var number, _) -> known(new Datum.Real(number.doubleValue()), place);
      case Value.Str(String text, _) -> known(new Datum.Text(text), place);
      case Value.Arr(List<Value> items, _) -> {
        List<Result> results = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
          results.add(result(items.get(i), place.item(i, items.get(i))));
        }
        yield known(new Datum.Items(results), place);
      }
      case Value.Obj object -> known(new EstateObject(object, place, this), place);
      case Value.Unknown unknown -> {
        Value chosen = choice.apply(unknown);
        yield chosen instanceof Value.Unknown open
            ? OpenMerge.of(open)
                .map(it -> result(it, place))
                .orElseGet(
                    () -> new Result.Unknown(Optional.of(open), List.of(open), Why.of(place)))
            : result(chosen, place);
      }
    };
  }

  /// A value with the choice that is tried out.
  Value chosen(Value value) {
    return value instanceof Value.Unknown unknown ? choice.apply(unknown) : value;
  }

  Result member(Property property, Place owner) {
    return result(property.value(), owner.member(property));
  }

  private static Result known(Datum datum, Place place) {
    return new Result.Known(datum, Why.of(place));
  }
}
