package dev.keylint.eval.expression;

import dev.keylint.eval.function.KindShape;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Reasons;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Loops: how often they turn, and what their variables are in each turn.
public final class Loops {
  private Loops() {}

  /// A loop whose collection and count are evaluated.
  ///
  /// @param times the number of turns; empty when it is not known
  /// @param partial what the loop runs over, when a part of that is known
  public record Turns(
      Loop loop,
      boolean main,
      Value count,
      Optional<Value> collection,
      OptionalInt times,
      Optional<PartialArray> partial) {

    /// The turns of a loop over a partly known array, in order; empty for any other.
    public List<Turn> each(Run run) {
      List<Turn> turns = new ArrayList<>();
      partial.ifPresent(
          array -> array.spots(loop.at()).forEach(spot -> turns.add(turn(spot, run))));
      return turns;
    }

    private Turn turn(PartialArray.Spot spot, Run run) {
      Value index = index(spot, run);
      return new Turn(index, spot.place().conditions(), spot.openCount());
    }

    /// An index that is told from every other, as several items may have the same.
    private Value index(PartialArray.Spot spot, Run run) {
      Value start = spot.place().index();
      Value index =
          switch (start) {
            case Value.Int(long number, _) when spot.openCount().isEmpty() ->
                Terms.integer(number, loop.at());
            case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
                when spot.openCount().isEmpty() ->
                Terms.call(function, arguments, loop.at());
            case Value _ ->
                Place.sum(start, Terms.call("copyIndex", List.of(), loop.at()), loop.at());
          };
      run.place(index, spot.key());
      return index;
    }

    /// What an expression in the turn of this index sees; the index of a loop of unknown count is
    /// unknown.
    public Frame frame(Value index, Frame around) {
      Frame frame = around.turn(loop.name(), main, index);
      if (loop.index().isPresent()) {
        frame = frame.with(loop.index().orElseThrow(), index);
      }
      if (loop.item().isPresent() && collection.isPresent()) {
        Value item = Accesses.member(collection.orElseThrow(), index, loop.at(), around.run());
        Value stepped = Origins.through(item, Origin.Kind.LOOP, loop.name(), loop.at());
        frame = frame.with(loop.item().orElseThrow(), stepped);
      }
      return frame;
    }

    /// What a known collection has at an index.
    Optional<Value> item(int index) {
      return collection.flatMap(it ->
          it instanceof Value.Arr(List<Value> items, _)
              ? Optional.of(items.get(index))
              : Optional.empty());
    }

    Frame frame(int index, Frame around) {
      return frame(Terms.integer(index, loop.at()), around);
    }
  }

  /// A loop with its collection and count evaluated.
  ///
  /// @param main whether the loop is a resource's, module's or output's
  public static Turns turns(Loop loop, boolean main, Frame frame) {
    Optional<Value> collection = loop.collection().map(it -> array(it, loop, frame));
    Value count =
        collection
            .map(values -> FunctionCalls.pure("length", List.of(values), loop.at(), frame.run()))
            .orElseGet(() -> frame.value(loop.count()));
    OptionalInt times = times(count, loop, frame.run());
    Optional<PartialArray> partial =
        times.isPresent() ? Optional.empty() : partial(collection, count, frame.run());
    return new Turns(loop, main, count, collection, times, partial);
  }

  /// What a loop runs over; unknown where it is no array, so that nothing more is said of its
  /// items.
  private static Value array(Expr collection, Loop loop, Frame frame) {
    Value value = frame.value(collection);
    return switch (value) {
      case Value.Arr _, Value.Unknown _ -> value;
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Obj _ -> {
        String words = "a loop wants an array, got " + KindShape.of(value);
        Term none = new Term.Call("fail", List.of(Terms.text(words, loop.at())));
        yield Misfit.failed(words, value, none, loop.at(), frame.run());
      }
    };
  }

  /// A turn of a loop over a partly known array.
  ///
  /// @param conditions unknown conditions under which there is such a turn
  /// @param openCount how many such turns there are, where that is not known
  public record Turn(Value index, List<Value> conditions, Optional<Value> openCount) {}

  /// ARM writes a loop over an array as one over its length.
  private static Optional<PartialArray> partial(Optional<Value> collection, Value count, Run run) {
    Optional<Value> array =
        collection.or(() ->
            count instanceof Value.Unknown(Term.Call(String function, List<Value> of), _, _)
                    && function.equals("length")
                ? Optional.of(of.getFirst())
                : Optional.empty());
    return array
        .flatMap(value -> PartialArray.of(value, run))
        .filter(parts -> {
          long known = parts.known();
          run.budget().use(known);
          return known > 0 && known <= run.limits().loop();
        });
  }

  private static OptionalInt times(Value count, Loop loop, Run run) {
    return switch (count) {
      case Value.Int(long number, _) when number >= 0 && number <= run.limits().loop() ->
          OptionalInt.of((int) number);
      case Value.Int(long number, _) when number > 0 -> {
        run.report(
            Diagnostic.of(
                    Diagnostic.Kind.LIMIT,
                    "loop `" + loop.name() + "` has " + number + " turns",
                    loop.at())
                .help("keylint follows " + run.limits().loop() + " turns at most"));
        yield OptionalInt.empty();
      }
      case Value.Unknown _ -> OptionalInt.empty();
      case Value.Int _,
          Value.Null _,
          Value.Bool _,
          Value.Decimal _,
          Value.Str _,
          Value.Arr _,
          Value.Obj _ -> {
        run.report(
            Diagnostic.of(
                Diagnostic.Kind.SEMANTIC,
                "the count of loop `" + loop.name() + "` is no number of turns",
                loop.at()));
        yield OptionalInt.empty();
      }
    };
  }

  /// The index in a resource, module or output loop of unknown count.
  public static Value symbolicIndex(Turns turns) {
    Reason reason = Reasons.of(List.of(turns.count()), new Reason.Unsupported("loop"));
    return Terms.unknown(new Term.Call("copyIndex", List.of()), reason, turns.loop().at());
  }

  /// An array that a loop of a property, a variable or an output makes.
  static Value array(Expr.ForExpr loop, Frame frame) {
    return array(loop, false, frame);
  }

  /// The same for the loop of an output, which `copyIndex()` without a name means.
  public static Value output(Expr.ForExpr loop, Frame frame) {
    return array(loop, true, frame);
  }

  private static Value array(Expr.ForExpr loop, boolean main, Frame frame) {
    Turns turns = turns(loop.loop(), main, frame);
    if (turns.partial().isPresent()) {
      return partial(loop, turns, turns.partial().orElseThrow(), frame);
    }
    if (turns.times().isEmpty()) {
      return symbolic(loop, turns, frame);
    }
    int times = turns.times().orElseThrow();
    List<Value> items = new ArrayList<>(times);
    for (int i = 0; i < times; i++) {
      Value made = turns.frame(i, frame).value(loop.body());
      items.add(turns.item(i).map(it -> Origins.joined(made, List.of(it))).orElse(made));
    }
    return Origins.joined(Terms.array(items, loop.at()), List.of(turns.count()));
  }

  private static Value partial(Expr.ForExpr loop, Turns turns, PartialArray array, Frame frame) {
    Run run = frame.run();
    return array.map(
        new PartialArray.Mapping() {
          @Override
          public Value item(Value item, Place place) {
            Value index = turns.index(new PartialArray.Spot(item, place, Optional.empty()), run);
            return place.conditions().isEmpty()
                ? turns.frame(index, frame).value(loop.body())
                : run.speculate(() -> turns.frame(index, frame).value(loop.body()));
          }

          @Override
          public Value rest(Value.Unknown open, Place place) {
            Value count = Terms.call("length", List.of(open), loop.at());
            Turns others =
                new Turns(
                    turns.loop(),
                    turns.main(),
                    count,
                    Optional.of(open),
                    OptionalInt.empty(),
                    Optional.empty());
            return symbolic(loop, others, frame);
          }
        },
        loop.at());
  }

  /// A loop of unknown count: `map(range(0, count), lambda('i', body))`.
  private static Value symbolic(Expr.ForExpr loop, Turns turns, Frame frame) {
    Location at = loop.at();
    String variable = frame.run().lambdaVariable(loop.loop().name());
    Reason reason = Reasons.of(List.of(turns.count()), new Reason.Unsupported("loop"));
    Value index = Lambdas.variable(variable, reason, at);
    Value body = frame.run().speculate(() -> turns.frame(index, frame).value(loop.body()));
    Value lambda = Lambdas.lambda(List.of(variable), body, at);
    Value range = Terms.call("range", List.of(Terms.integer(0, at), turns.count()), reason, at);
    return Terms.call("map", List.of(range, lambda), reason, at);
  }

  /// The index of the loop that `copyIndex` names, plus its offset.
  public static Value index(Expr.LoopIndex index, Frame frame) {
    Optional<Value> turn =
        index.loop().map(frame.bindings()::indexOf).orElseGet(frame.bindings()::nearestIndex);
    if (turn.isEmpty()) {
      List<Value> name = index.loop().stream().<Value>map(n -> Terms.text(n, index.at())).toList();
      return frame
          .run()
          .failed("there is no loop around `copyIndex`", "copyIndex", name, index.at());
    }
    Value found = turn.orElseThrow();
    if (index.offset().isEmpty()) {
      return found;
    }
    Value offset = frame.value(index.offset().orElseThrow());
    return FunctionCalls.pure("add", List.of(found, offset), index.at(), frame.run());
  }
}
