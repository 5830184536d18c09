package dev.keylint.eval.function;

import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What makes arrays and takes from them; items may be unknown.
final class Arrays {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("array", Signature.of(Kind.ANY), Arrays::array),
          PureFunction.of(
              "createArray",
              Signature.atLeast(0, Kind.ANY),
              arguments -> arguments.nested(arguments.made(arguments.values()))),
          PureFunction.of("flatten", Signature.of(Kind.ARRAY), Arrays::flatten),
          PureFunction.of("indexFromEnd", Signature.of(Kind.ARRAY, Kind.INT), Arrays::indexFromEnd),
          PureFunction.of(
              "tryIndexFromEnd",
              Signature.of(Kind.of(KindShape.ARRAY, KindShape.NULL), Kind.INT),
              Arrays::tryIndexFromEnd));

  private Arrays() {}

  private static FunctionResult array(Arguments arguments) {
    return switch (arguments.value(0)) {
      case Value.Arr array -> arguments.result(array);
      case Value.Unknown(Term term, _, _) when !(term instanceof Term.Concat) -> arguments.open();
      case Value value -> arguments.nested(arguments.made(List.of(value)));
    };
  }

  private static FunctionResult flatten(Arguments arguments) {
    List<Value> all = new ArrayList<>();
    for (Value part : arguments.items(0)) {
      switch (part) {
        case Value.Unknown _ -> {
          return arguments.open();
        }
        case Value.Arr(List<Value> items, _) -> all.addAll(items);
        case Value other -> {
          return arguments.fail("wants arrays in the array, got " + KindShape.of(other));
        }
      }
    }
    return arguments.array(all);
  }

  private static FunctionResult indexFromEnd(Arguments arguments) {
    return fromEnd(arguments)
        .map(arguments::result)
        .orElseGet(() -> arguments.fail("finds no item " + arguments.integer(1) + " from the end"));
  }

  private static FunctionResult tryIndexFromEnd(Arguments arguments) {
    if (arguments.value(0) instanceof Value.Null) {
      return arguments.nothing();
    }
    return fromEnd(arguments).map(arguments::result).orElseGet(arguments::nothing);
  }

  /// The last item is number 1.
  private static Optional<Value> fromEnd(Arguments arguments) {
    List<Value> items = arguments.items(0);
    long back = arguments.integer(1);
    return back >= 1 && back <= items.size()
        ? Optional.of(items.get(items.size() - (int) back))
        : Optional.empty();
  }
}
