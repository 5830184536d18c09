package dev.keylint.eval.function;

import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Union, intersection and the like, of arrays by deep equality and of objects by key.
///
/// They wait where it is unknown whether two items are the same.
final class Sets {
  private static final Kind EITHER = Kind.of(KindShape.ARRAY, KindShape.OBJECT);

  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("union", Signature.atLeast(1, EITHER), Sets::union),
          PureFunction.of("intersection", Signature.atLeast(1, EITHER), Sets::intersection),
          PureFunction.of(
              "distinct",
              Signature.of(Kind.ARRAY),
              arguments -> distinct(arguments, arguments.items(0))));

  private Sets() {}

  private static FunctionResult union(Arguments arguments) {
    if (arrays(arguments)) {
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        all.addAll(arguments.items(i));
      }
      return distinct(arguments, all);
    }
    if (!objects(arguments)) {
      return arguments.fail("can't put arrays and objects together");
    }
    Merge merge = new Merge();
    Properties all = arguments.properties(0);
    for (int i = 1; i < arguments.size(); i++) {
      Optional<Properties> more = merge.deeply(all, arguments.properties(i));
      if (more.isEmpty()) {
        return arguments.open();
      }
      all = more.orElseThrow();
    }
    return arguments.object(all.entries());
  }

  private static FunctionResult distinct(Arguments arguments, List<Value> items) {
    ItemSet met = new ItemSet();
    for (Value item : items) {
      switch (met.holds(item)) {
        case TRUE -> {}
        case FALSE -> met.add(item);
        case UNKNOWN -> {
          return arguments.open();
        }
      }
    }
    return arguments.array(met.items());
  }

  private static FunctionResult intersection(Arguments arguments) {
    if (arrays(arguments)) {
      return commonItems(arguments);
    }
    if (!objects(arguments)) {
      return arguments.fail("can't compare arrays with objects");
    }
    List<Property> common = new ArrayList<>();
    for (Property property : arguments.properties(0)) {
      Truth everywhere = Truth.TRUE;
      for (int i = 1; i < arguments.size(); i++) {
        Optional<Value> other = arguments.properties(i).get(property.name());
        everywhere =
            everywhere.and(
                other.map(value -> Values.same(value, property.value())).orElse(Truth.FALSE));
      }
      if (everywhere == Truth.UNKNOWN) {
        return arguments.open();
      }
      if (everywhere == Truth.TRUE) {
        common.add(property);
      }
    }
    return arguments.object(common);
  }

  private static FunctionResult commonItems(Arguments arguments) {
    List<ItemSet> others = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      others.add(ItemSet.of(arguments.items(i)));
    }
    List<Value> common = new ArrayList<>();
    for (Value item : arguments.items(0)) {
      Truth everywhere = Truth.TRUE;
      for (ItemSet other : others) {
        everywhere = everywhere.and(other.holds(item));
      }
      if (everywhere == Truth.UNKNOWN) {
        return arguments.open();
      }
      if (everywhere == Truth.TRUE) {
        common.add(item);
      }
    }
    return distinct(arguments, common);
  }

  private static boolean arrays(Arguments arguments) {
    return arguments.values().stream().allMatch(Value.Arr.class::isInstance);
  }

  private static boolean objects(Arguments arguments) {
    return arguments.values().stream().allMatch(Value.Obj.class::isInstance);
  }
}
