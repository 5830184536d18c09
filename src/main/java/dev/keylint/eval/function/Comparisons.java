package dev.keylint.eval.function;

import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// `equals`, the order of numbers and texts, and `not`.
final class Comparisons {
  /// Not documented; as other Azure expression languages do it: letters first without case, then
  /// lower case before upper case.
  static final Comparator<String> BY_LETTER =
      String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.reverseOrder());

  private static final Kind ORDERED = Kind.of(KindShape.INT, KindShape.DECIMAL, KindShape.STRING);

  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of(
              "equals",
              Signature.of(Kind.ANY, Kind.ANY),
              arguments -> arguments.truth(Values.same(arguments.value(0), arguments.value(1)))),
          PureFunction.of(
              "not", Signature.of(Kind.BOOL), arguments -> arguments.bool(!arguments.bool(0))),
          order("less", sign -> sign < 0),
          order("lessOrEquals", sign -> sign <= 0),
          order("greater", sign -> sign > 0),
          order("greaterOrEquals", sign -> sign >= 0));

  private Comparisons() {}

  private static PureFunction order(String name, IntPredicate wanted) {
    return PureFunction.of(
        name,
        Signature.of(ORDERED, ORDERED),
        arguments -> {
          Value left = arguments.value(0);
          Value right = arguments.value(1);
          if (left instanceof Value.Str && right instanceof Value.Str) {
            int sign = BY_LETTER.compare(arguments.text(0), arguments.text(1));
            return arguments.bool(wanted.test(sign));
          }
          if (left instanceof Value.Str || right instanceof Value.Str) {
            return arguments.fail("can't compare a string with a number");
          }
          int sign = arguments.decimal(0).compareTo(arguments.decimal(1));
          return arguments.bool(wanted.test(sign));
        });
  }
}
