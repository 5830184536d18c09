package dev.keylint.value;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// One comparison of two values, with a bound on its work.
///
/// Values share their parts, so a few lines of template can stand for more parts than can be
/// visited: past the bound the answer is unknown.
final class Comparison {
  private static final int MOST_PARTS = 1 << 20;
  private static final int DEEPEST = 1_000;

  private int parts;
  private int depth;

  @SuppressWarnings("ReferenceEquality") // a shortcut: the same object says the same
  Truth values(Value left, Value right) {
    if (left == right) {
      return Truth.TRUE;
    }
    if (parts++ >= MOST_PARTS || depth >= DEEPEST) {
      return Truth.UNKNOWN;
    }
    depth++;
    Truth result = different(left, right);
    depth--;
    return result;
  }

  boolean terms(Term left, Term right) {
    return switch (left) {
      case Term.Call(String function, List<Value> arguments) ->
          right instanceof Term.Call other
              && function.equals(other.function())
              && same(arguments, other.arguments());
      case Term.Access(Value base, List<Value> path) ->
          right instanceof Term.Access other
              && values(base, other.base()) == Truth.TRUE
              && same(path, other.path());
      case Term.Concat(List<Value> texts) ->
          right instanceof Term.Concat other && same(texts, other.parts());
      case Term.Lambda _ ->
          right instanceof Term.Lambda && NormalForm.print(left).equals(NormalForm.print(right));
    };
  }

  private Truth different(Value left, Value right) {
    return switch (left) {
      case Value.Unknown unknown -> unknown(unknown, right);
      case Value _ when right instanceof Value.Unknown unknown -> unknown(unknown, left);
      case Value.Null _ -> Truth.of(right instanceof Value.Null);
      case Value.Bool(boolean value, _) ->
          Truth.of(right instanceof Value.Bool other && other.value() == value);
      case Value.Str(String value, _) ->
          Truth.of(right instanceof Value.Str other && other.value().equals(value));
      case Value.Int(long value, _) when right instanceof Value.Int other ->
          Truth.of(value == other.value());
      case Value.Int(long value, _) -> Truth.of(amount(BigDecimal.valueOf(value), right));
      case Value.Decimal(BigDecimal value, _) -> Truth.of(amount(value, right));
      case Value.Arr(List<Value> items, _) ->
          right instanceof Value.Arr other ? items(items, other.items()) : Truth.FALSE;
      case Value.Obj(Properties properties, _) ->
          right instanceof Value.Obj other ? members(properties, other.properties()) : Truth.FALSE;
    };
  }

  private Truth unknown(Value.Unknown unknown, Value other) {
    if (other instanceof Value.Unknown that && terms(unknown.term(), that.term())) {
      return Truth.TRUE;
    }
    if (unknown.term() instanceof Term.Call(String function, List<Value> arguments)
        && function.equals("if")
        && arguments.size() == 3
        && !(other instanceof Value.Unknown(Term.Call _, _, _))) {
      Truth then = values(arguments.get(1), other);
      return then == values(arguments.get(2), other) ? then : Truth.UNKNOWN;
    }
    if (!(unknown.term() instanceof Term.Concat text)) {
      return Truth.UNKNOWN;
    }
    boolean possible =
        switch (other) {
          case Value.Str known -> mayBe(PartialTextReader.of(unknown), known.value());
          case Value.Unknown(Term.Concat that, _, _) -> mayBe(text, that);
          case Value.Unknown _ -> true;
          case Value _ -> false;
        };
    return possible ? Truth.UNKNOWN : Truth.FALSE;
  }

  /// Whether a text with unknown parts may turn out as this one: its known parts are in it, in
  /// their order, the first at the start and the last at the end if they stand there.
  private static boolean mayBe(PartialText unknown, String text) {
    PartialText partial = ScopeIds.spellOut(unknown).orElse(unknown);
    String chars = partial.chars();
    String end = partial.tail();
    int from = partial.head().length();
    if (!text.startsWith(partial.head())
        || !text.endsWith(end)
        || text.length() < from + end.length()) {
      return false;
    }
    int last = text.length() - end.length();
    int mark = chars.indexOf(PartialText.HOLE);
    for (int next = chars.indexOf(PartialText.HOLE, mark + 1);
        next >= 0;
        next = chars.indexOf(PartialText.HOLE, mark + 1)) {
      String piece = chars.substring(mark + 1, next);
      int found = text.indexOf(piece, from);
      if (found < 0 || found + piece.length() > last) {
        return false;
      }
      from = found + piece.length();
      mark = next;
    }
    return true;
  }

  private static boolean mayBe(Term.Concat left, Term.Concat right) {
    String leftStart = start(left);
    String rightStart = start(right);
    String leftEnd = end(left);
    String rightEnd = end(right);
    return (leftStart.startsWith(rightStart) || rightStart.startsWith(leftStart))
        && (leftEnd.endsWith(rightEnd) || rightEnd.endsWith(leftEnd));
  }

  private static String start(Term.Concat text) {
    return text.parts().getFirst() instanceof Value.Str known ? known.value() : "";
  }

  private static String end(Term.Concat text) {
    return text.parts().getLast() instanceof Value.Str known ? known.value() : "";
  }

  private static boolean amount(BigDecimal value, Value other) {
    return switch (other) {
      case Value.Int number -> value.compareTo(BigDecimal.valueOf(number.value())) == 0;
      case Value.Decimal number -> value.compareTo(number.value()) == 0;
      case Value _ -> false;
    };
  }

  private Truth items(List<Value> left, List<Value> right) {
    if (left.size() != right.size()) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    Iterator<Value> others = right.iterator();
    for (Value item : left) {
      all = all.and(values(item, others.next()));
      if (all == Truth.FALSE) {
        return all;
      }
    }
    return all;
  }

  private Truth members(Properties left, Properties right) {
    if (left.isOpen() || right.isOpen()) {
      return open(left, right);
    }
    if (left.size() != right.size()) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    Iterator<Property> others = right.iterator();
    for (Property property : left) {
      // By position first: it is the usual case, and names may differ in case only.
      Property beside = others.next();
      Optional<Value> other =
          beside.name().equals(property.name())
              ? Optional.of(beside.value())
              : right.exactly(property.name()).map(Property::value);
      all = all.and(other.map(value -> values(property.value(), value)).orElse(Truth.FALSE));
      if (all == Truth.FALSE) {
        return all;
      }
    }
    return all;
  }

  /// Objects of which not all could be read: what was read of both may tell them apart.
  private Truth open(Properties left, Properties right) {
    Truth all = Truth.UNKNOWN;
    for (Property property : left) {
      Truth member =
          right
              .get(property.name())
              .map(value -> values(property.value(), value))
              .orElse(Truth.FALSE);
      all = all.and(member);
    }
    boolean more =
        !left.isOpen() && right.entries().stream().anyMatch(it -> left.get(it.name()).isEmpty());
    return more ? Truth.FALSE : all;
  }

  private boolean same(List<Value> left, List<Value> right) {
    return items(left, right) == Truth.TRUE;
  }
}
