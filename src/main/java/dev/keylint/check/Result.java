package dev.keylint.check;

import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an expression of a rule comes to, and which values of the estate decided that.
public sealed interface Result {
  Why why();

  /// It is this.
  record Known(Datum datum, Why why) implements Result {}

  /// It can't be told as long as some values of the estate are not known.
  ///
  /// @param value the unknown value that this is; empty for what was made from one
  /// @param because the values that would have to be known; not empty
  /// @param certain of a list that may have more items those that it certainly has, in no order
  /// @param perhaps what it is if it is there at all, where that is all that is not known
  /// @param amount of a number what it may be
  record Unknown(
      Optional<Value.Unknown> value,
      List<Value.Unknown> because,
      Why why,
      List<Result> certain,
      Optional<Result> perhaps,
      Optional<Amount> amount)
      implements Result {
    public Unknown {
      because = List.copyOf(because);
      certain = List.copyOf(certain);
      if (because.isEmpty()) {
        throw new IllegalStateException("unknown without a reason");
      }
    }

    /// What is no list of which items are known.
    public Unknown(Optional<Value.Unknown> value, List<Value.Unknown> because, Why why) {
      this(value, because, why, List.of(), Optional.empty(), Optional.empty());
    }

    /// Something made from it that is as unknown.
    Unknown derived() {
      return new Unknown(Optional.empty(), because, why);
    }

    /// A list that is as unknown and certainly has these items.
    Unknown with(List<Result> items) {
      return new Unknown(Optional.empty(), because, why, items, Optional.empty(), Optional.empty());
    }

    /// The same, which is this if it is there at all.
    Unknown perhaps(Result there) {
      return new Unknown(value, because, why, certain, Optional.of(there), amount);
    }

    /// A number that is as unknown and within these bounds.
    Unknown within(Amount bounds) {
      return new Unknown(
          Optional.empty(), because, why, List.of(), Optional.empty(), Optional.of(bounds));
    }
  }

  /// It has no value, because what the estate holds does not fit the question; the message is a
  /// phrase without a full stop.
  ///
  /// @param wanted the kind of value that is needed where the estate has one of another kind; empty
  ///   for other failures
  record Failed(String message, Why why, Optional<String> wanted) implements Result {
    Failed(String message, Why why) {
      this(message, why, Optional.empty());
    }
  }

  static Result of(Datum datum) {
    return new Known(datum, Why.nothing());
  }

  static Result of(boolean value, Why why) {
    return new Known(Datum.Bool.of(value), why);
  }

  /// A result that is unknown because all of these are.
  static Unknown unknown(List<? extends Result> results) {
    List<Unknown> unknowns = new ArrayList<>(results.size());
    for (Result result : results) {
      if (result instanceof Unknown unknown) {
        unknowns.add(unknown);
      }
    }
    if (unknowns.size() == 1) {
      return unknowns.getFirst().derived();
    }
    // Mostly they are unknown for one and the same value, and a large one takes long to compare.
    Set<Value.Unknown> same = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Value.Unknown> because = new ArrayList<>();
    Why why = Why.nothing();
    for (Unknown unknown : unknowns) {
      for (Value.Unknown it : unknown.because()) {
        if (same.add(it)) {
          because.add(it);
        }
      }
      why = why.and(unknown.why());
    }
    return new Unknown(
        Optional.empty(),
        because.size() < 2 ? because : new ArrayList<>(new LinkedHashSet<>(because)),
        why);
  }

  /// What keeps these from being all known: a value of a wrong kind, which Azure refuses or reads
  /// as it sees fit, then an unknown one, then what failed otherwise, which the unknown may make
  /// moot.
  static Optional<Result> obstacle(List<? extends Result> results) {
    Optional<Result> failed = Optional.empty();
    boolean unknown = false;
    for (Result result : results) {
      switch (result) {
        case Known _ -> {}
        case Unknown _ -> unknown = true;
        case Failed it -> {
          if (it.wanted().isPresent()) {
            return Optional.of(it);
          }
          failed = failed.isPresent() ? failed : Optional.of(it);
        }
      }
    }
    return unknown ? Optional.of(unknown(results)) : failed;
  }

  default boolean is(boolean value) {
    return this instanceof Known(Datum.Bool(boolean truth), _) && truth == value;
  }

  default boolean isBool() {
    return this instanceof Known(Datum.Bool _, _);
  }

  /// The same with more values that decided.
  default Result because(Why more) {
    return switch (this) {
      case Known(var datum, var why) -> new Known(datum, why.and(more));
      case Unknown(var value, var because, var why, var certain, var perhaps, var amount) ->
          new Unknown(value, because, why.and(more), certain, perhaps, amount);
      case Failed(var message, var why, var wanted) -> new Failed(message, why.and(more), wanted);
    };
  }
}
