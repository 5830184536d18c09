package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Reasons;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// `map` and `filter` of arrays that are known in part: known items stay known.
final class PartialLambdas {
  private PartialLambdas() {}

  static Value map(PartialArray array, Expr.Lambda lambda, Expr.Call call, Frame frame) {
    return array.map(
        new PartialArray.Mapping() {
          @Override
          public Value item(Value item, Place place) {
            return apply(lambda, item, place, frame);
          }

          @Override
          public Value rest(Value.Unknown unknown, Place place) {
            return open("map", unknown, lambda, call.at(), frame);
          }
        },
        call.at());
  }

  private static Value apply(Expr.Lambda lambda, Value item, Place place, Frame frame) {
    List<Value> values = List.of(item, place.index());
    return place.conditions().isEmpty()
        ? Lambdas.apply(lambda, values, frame)
        : frame.run().speculate(() -> Lambdas.apply(lambda, values, frame));
  }

  private static Value open(
      String function, Value.Unknown unknown, Expr.Lambda lambda, Location at, Frame frame) {
    Reason reason = Reasons.of(List.of(unknown), new Reason.Unsupported("function " + function));
    Value symbolic = Lambdas.symbolic(lambda, reason, frame);
    return Terms.call(function, List.of(unknown, symbolic), reason, at);
  }

  /// Items of which the predicate is not decided are there if it holds; the call stays as it is
  /// written then.
  static Value filter(
      Value collection, PartialArray array, Expr.Lambda lambda, Expr.Call call, Frame frame) {
    Value kept = new Filter(lambda, call.at(), frame).of(array, Place.first(call.at()));
    if (!(kept instanceof Value.Unknown(_, Reason reason, _)) || reason instanceof Reason.Failed) {
      return Origins.joined(kept, List.of(collection));
    }
    Value symbolic = Lambdas.symbolic(lambda, reason, frame);
    Value.Unknown stays = Terms.call("filter", List.of(collection, symbolic), reason, call.at());
    frame.run().tellParts(stays.term(), kept);
    return stays;
  }

  private record Filter(Expr.Lambda lambda, Location at, Frame frame) {
    Value of(PartialArray array, Place place) {
      return switch (array) {
        case PartialArray.Items(List<Value> items) -> items(items, place);
        case PartialArray.Choice(
                Value.Unknown condition,
                PartialArray then,
                PartialArray otherwise) -> {
          Value first = of(then, place.when(condition));
          Value second = of(otherwise, place.when(Logic.negated(condition, at)));
          yield Logic.choose(condition, () -> first, () -> second, frame.run(), at);
        }
        case PartialArray.Joined(List<PartialArray> parts) -> {
          List<Value> kept = new ArrayList<>();
          Place next = place;
          for (PartialArray part : parts) {
            kept.add(of(part, next));
            next = next.after(part.length(at), at);
          }
          yield joined(kept, at);
        }
        case PartialArray.Open(Value.Unknown unknown) -> open("filter", unknown, lambda, at, frame);
      };
    }

    private Value items(List<Value> items, Place place) {
      List<Value> kept = new ArrayList<>();
      List<Value> verdicts = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        Value item = items.get(i);
        Value verdict = apply(lambda, item, place.plus(i, at), frame);
        verdicts.add(verdict);
        Value one = Terms.array(List.of(Origins.joined(item, List.of(verdict))), at);
        switch (verdict) {
          case Value.Bool(boolean keep, _) -> {
            if (keep) {
              kept.add(one);
            }
          }
          case Value.Unknown unknown ->
              kept.add(Terms.call("if", List.of(unknown, one, Terms.array(List.of(), at)), at));
          case Value.Null _,
              Value.Int _,
              Value.Decimal _,
              Value.Str _,
              Value.Arr _,
              Value.Obj _ -> {
            return frame.run().failed("a filter wants a bool", "filter", List.of(verdict), at);
          }
        }
      }
      return Origins.joined(joined(kept, at), verdicts);
    }
  }

  /// Arrays one after the other; known neighbours become one.
  static Value joined(List<Value> arrays, Location at) {
    List<Value> merged = Concatenations.neighbours(arrays);
    return switch (merged.size()) {
      case 0 -> Terms.array(List.of(), at);
      case 1 -> merged.getFirst();
      default -> Terms.call("concat", merged, at);
    };
  }

  /// What objects made of the parts of an array become together.
  static Value object(
      PartialArray array,
      Function<List<Value>, Value> known,
      Function<Value.Unknown, Value> open,
      Location at,
      Run run) {
    return switch (array) {
      case PartialArray.Items(List<Value> items) -> known.apply(items);
      case PartialArray.Choice(
              Value.Unknown condition,
              PartialArray then,
              PartialArray otherwise) ->
          Logic.choose(
              condition,
              () -> object(then, known, open, at, run),
              () -> object(otherwise, known, open, at, run),
              run,
              at);
      case PartialArray.Joined(List<PartialArray> parts) ->
          Merges.shallow(
              parts.stream().map(part -> object(part, known, open, at, run)).toList(), at, run);
      case PartialArray.Open(Value.Unknown unknown) -> open.apply(unknown);
    };
  }
}
