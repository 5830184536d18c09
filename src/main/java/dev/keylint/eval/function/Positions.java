package dev.keylint.eval.function;

import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.List;
import java.util.function.IntPredicate;

/// Where something stands in a text or an array, and how a text begins and ends.
///
/// In texts case does not count, in arrays it does; Azure does it so.
final class Positions {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of(
              "indexOf",
              Signature.of(Kind.TEXT_OR_ARRAY, Kind.ANY),
              arguments -> find(arguments, true)),
          PureFunction.of(
              "lastIndexOf",
              Signature.of(Kind.TEXT_OR_ARRAY, Kind.ANY),
              arguments -> find(arguments, false)),
          PureFunction.of(
              "startsWith",
              Signature.of(Kind.TEXT, Kind.TEXT),
              arguments -> arguments.bool(isAt(arguments, 0))),
          PureFunction.of(
              "endsWith",
              Signature.of(Kind.TEXT, Kind.TEXT),
              arguments ->
                  arguments.bool(
                      isAt(arguments, arguments.text(0).length() - arguments.text(1).length()))));

  private Positions() {}

  private static FunctionResult find(Arguments arguments, boolean first) {
    Value wanted = arguments.value(1);
    if (arguments.value(0) instanceof Value.Arr(List<Value> items, _)) {
      return inArray(arguments, first ? items : items.reversed(), first);
    }
    if (wanted instanceof Value.Unknown) {
      return arguments.open();
    }
    if (!(wanted instanceof Value.Str)) {
      return arguments.fail("can't look for " + KindShape.of(wanted) + " in a string");
    }
    if (Limits.laborious(arguments.text(0), arguments.text(1))) {
      return arguments.tooMuch();
    }
    int last = arguments.text(0).length() - arguments.text(1).length();
    IntPredicate here = position -> isAt(arguments, position);
    for (int i = 0; i <= last; i++) {
      int position = first ? i : last - i;
      if (here.test(position)) {
        return arguments.number(position);
      }
    }
    return arguments.number(-1);
  }

  private static FunctionResult inArray(Arguments arguments, List<Value> items, boolean first) {
    for (int i = 0; i < items.size(); i++) {
      Truth same = Values.same(items.get(i), arguments.value(1));
      if (same == Truth.TRUE) {
        return arguments.number(first ? i : items.size() - 1 - i);
      }
      if (same == Truth.UNKNOWN) {
        return arguments.open();
      }
    }
    return arguments.number(-1);
  }

  private static boolean isAt(Arguments arguments, int position) {
    String wanted = arguments.text(1);
    return arguments.text(0).regionMatches(true, position, wanted, 0, wanted.length());
  }
}
