package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Reasons;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `sort(array, lambda('a', 'b', a comes first))`: stable, and safe for a lambda that contradicts
/// itself.
final class Sorting {
  private Sorting() {}

  static Value sort(Expr.Call call, Frame frame) {
    if (call.arguments().size() != 2) {
      return FunctionCalls.wrongCount(call, "2", frame);
    }
    Value collection = frame.value(call.arguments().getFirst());
    if (!(collection instanceof Value.Arr(List<Value> items, _))) {
      return Lambdas.notAnArray(call, collection, frame);
    }
    Expr.Lambda lambda = Lambdas.lambda(call.arguments().getLast());
    List<Value> verdicts = new ArrayList<>(List.of(collection));
    Optional<List<Value>> sorted = sorted(items, new Comparison(lambda, frame, verdicts));
    if (sorted.isPresent()) {
      return Origins.joined(Terms.array(sorted.orElseThrow(), call.at()), verdicts);
    }
    Reason reason = Reasons.of(List.of(collection), new Reason.Unsupported("sort"));
    Value symbolic = Lambdas.symbolic(lambda, reason, frame);
    return Terms.call("sort", List.of(collection, symbolic), call.at());
  }

  private record Comparison(Expr.Lambda lambda, Frame frame, List<Value> verdicts) {
    Value isFirst(Value one, Value other) {
      verdicts.add(Lambdas.apply(lambda, List.of(one, other), frame));
      return verdicts.getLast();
    }
  }

  /// Empty when a comparison is not decided.
  private static Optional<List<Value>> sorted(List<Value> items, Comparison by) {
    if (items.size() <= 1) {
      return Optional.of(items);
    }
    int middle = items.size() / 2;
    return sorted(items.subList(0, middle), by)
        .flatMap(left ->
            sorted(items.subList(middle, items.size()), by)
                .flatMap(right -> merged(left, right, by)));
  }

  private static Optional<List<Value>> merged(List<Value> left, List<Value> right, Comparison by) {
    List<Value> merged = new ArrayList<>(left.size() + right.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      if (!(by.isFirst(right.get(j), left.get(i)) instanceof Value.Bool swap)) {
        return Optional.empty();
      }
      merged.add(swap.value() ? right.get(j++) : left.get(i++));
    }
    merged.addAll(left.subList(i, left.size()));
    merged.addAll(right.subList(j, right.size()));
    return Optional.of(merged);
  }
}
