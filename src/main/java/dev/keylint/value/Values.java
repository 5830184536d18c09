package dev.keylint.value;

import java.util.ArrayList;
import java.util.List;

/// What two values have in common: comparison by what they say, wherever they come from.
public final class Values {
  private Values() {}

  /// Whether both are the same for every value that the unknown parts can take.
  ///
  /// Texts compare with case, property names without, numbers by amount. Two unknown values are the
  /// same when their terms are; otherwise nothing is known of them. Of values too large or too
  /// deeply nested to compare nothing is known either.
  public static Truth same(Value left, Value right) {
    return new Comparison().values(left, right);
  }

  /// Whether two terms are the same, that is, print the same.
  public static boolean same(Term left, Term right) {
    return new Comparison().terms(left, right);
  }

  /// The items or members of a value.
  public static List<Value> parts(Value value) {
    return switch (value) {
      case Value.Arr(List<Value> items, _) -> items;
      case Value.Obj(Properties members, _) ->
          members.entries().stream().map(Property::value).toList();
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Unknown _ ->
          List.of();
    };
  }

  /// The origin of a value that these decided: with what brought or decided them.
  public static Origin decided(Origin own, List<Value> others) {
    if (!anyBrought(others)) {
      return own;
    }
    List<Origin.Step> all = new ArrayList<>();
    for (Value other : others) {
      all.addAll(other.origin().arguments());
    }
    return own.decidedBy(all);
  }

  private static boolean anyBrought(List<Value> values) {
    for (Value value : values) {
      if (value.origin().isBrought()) {
        return true;
      }
    }
    return false;
  }
}
