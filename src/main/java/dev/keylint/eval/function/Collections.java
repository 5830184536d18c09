package dev.keylint.eval.function;

import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;

/// What works on texts and arrays alike, and on the keys of objects.
final class Collections {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("length", Signature.of(Kind.COLLECTION), Collections::length),
          PureFunction.of("empty", Signature.of(Kind.ANY), Collections::empty),
          PureFunction.of("first", Signature.of(Kind.TEXT_OR_ARRAY), a -> end(a, true)),
          PureFunction.of("last", Signature.of(Kind.TEXT_OR_ARRAY), a -> end(a, false)),
          PureFunction.of("take", Signature.of(Kind.TEXT_OR_ARRAY, Kind.INT), Collections::take),
          PureFunction.of("skip", Signature.of(Kind.TEXT_OR_ARRAY, Kind.INT), Collections::skip),
          PureFunction.of("concat", Signature.atLeast(1, Kind.ANY), Collections::concat),
          PureFunction.of(
              "contains", Signature.of(Kind.COLLECTION, Kind.ANY), Collections::contains));

  private Collections() {}

  private static FunctionResult length(Arguments arguments) {
    return switch (arguments.value(0)) {
      case Value.Arr(List<Value> items, _) -> arguments.number(items.size());
      case Value.Obj object -> arguments.number(object.properties().size());
      case Value _ -> arguments.number(arguments.text(0).length());
    };
  }

  private static FunctionResult empty(Arguments arguments) {
    return switch (arguments.value(0)) {
      case Value.Null _ -> arguments.bool(true);
      case Value.Str(String text, _) -> arguments.bool(text.isEmpty());
      case Value.Arr(List<Value> items, _) -> arguments.bool(items.isEmpty());
      case Value.Obj object when object.properties().isOpen() && object.properties().size() == 0 ->
          arguments.open();
      case Value.Obj object -> arguments.bool(object.properties().isEmpty());
      // Literals of a concatenation are not empty: one is enough.
      case Value.Unknown(Term.Concat(List<Value> parts), _, _)
          when parts.stream().anyMatch(Value.Str.class::isInstance) ->
          arguments.bool(false);
      case Value.Unknown _ -> arguments.open();
      case Value other -> arguments.fail("can't take " + KindShape.of(other));
    };
  }

  private static FunctionResult end(Arguments arguments, boolean first) {
    if (arguments.value(0) instanceof Value.Arr(List<Value> items, _)) {
      if (items.isEmpty()) {
        return arguments.nothing();
      }
      return arguments.result(first ? items.getFirst() : items.getLast());
    }
    String text = arguments.text(0);
    if (text.isEmpty()) {
      return arguments.text("");
    }
    return arguments.text(first ? text.substring(0, 1) : text.substring(text.length() - 1));
  }

  private static FunctionResult take(Arguments arguments) {
    if (arguments.value(0) instanceof Value.Arr(List<Value> items, _)) {
      return arguments.array(items.subList(0, clamp(arguments, items.size())));
    }
    String text = arguments.text(0);
    return arguments.text(text.substring(0, clamp(arguments, text.length())));
  }

  private static FunctionResult skip(Arguments arguments) {
    if (arguments.value(0) instanceof Value.Arr(List<Value> items, _)) {
      return arguments.array(items.subList(clamp(arguments, items.size()), items.size()));
    }
    String text = arguments.text(0);
    return arguments.text(text.substring(clamp(arguments, text.length())));
  }

  private static int clamp(Arguments arguments, int size) {
    return Math.clamp(arguments.integer(1), 0, size);
  }

  /// All arrays, or all texts, numbers and booleans.
  private static FunctionResult concat(Arguments arguments) {
    List<Value> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int arrays = 0;
    int scalars = 0;
    for (Value argument : arguments.values()) {
      switch (argument) {
        case Value.Unknown _ -> {}
        case Value.Arr(List<Value> items, _) -> {
          arrays++;
          all.addAll(items);
        }
        case Value.Str _, Value.Int _, Value.Decimal _, Value.Bool _ -> {
          scalars++;
          text.append(Rendering.text(argument));
        }
        case Value.Null _, Value.Obj _ -> {
          return arguments.fail("can't take " + KindShape.of(argument));
        }
      }
      if (text.length() > Limits.TEXT || all.size() > Limits.MEMBERS) {
        return arguments.tooMuch();
      }
    }
    if (arrays > 0 && scalars > 0) {
      return arguments.fail("can't put arrays and strings together");
    }
    if (arrays + scalars < arguments.size()) {
      return arguments.open();
    }
    return arrays > 0 ? arguments.array(all) : arguments.text(text.toString());
  }

  private static FunctionResult contains(Arguments arguments) {
    Value wanted = arguments.value(1);
    return switch (arguments.value(0)) {
      case Value.Arr(List<Value> items, _) -> arguments.truth(holds(items, wanted));
      case Value.Obj object when object.properties().isEmpty() -> arguments.bool(false);
      case Value _ when wanted instanceof Value.Unknown -> arguments.open();
      case Value _ when !Kind.SCALAR.takes(wanted) ->
          arguments.fail("can't look for " + KindShape.of(wanted));
      case Value.Obj object ->
          arguments.bool(object.properties().property(Rendering.text(wanted)).isPresent());
      case Value _ when Limits.laborious(arguments.text(0), Rendering.text(wanted)) ->
          arguments.tooMuch();
      case Value _ -> arguments.bool(arguments.text(0).contains(Rendering.text(wanted)));
    };
  }

  /// Whether one of the items is the wanted value: deeply, with case.
  static Truth holds(List<Value> items, Value wanted) {
    Truth found = Truth.FALSE;
    for (Value item : items) {
      found = found.or(Values.same(item, wanted));
      if (found == Truth.TRUE) {
        return found;
      }
    }
    return found;
  }
}
