package dev.keylint.eval.expression;

import dev.keylint.eval.run.KnownMembers;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Reasons;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Members of values: `x.p`, `x[i]`, `x.?p`, `x[^i]` and the functions behind them.
public final class Accesses {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "tryGet", Accesses::tryGet,
          "indexFromEnd", (call, frame) -> fromEnd(call, false, frame),
          "tryIndexFromEnd", (call, frame) -> fromEnd(call, true, frame));

  private Accesses() {}

  static Value value(Expr.Access access, Frame frame) {
    Run run = frame.run();
    Value base = frame.value(access.base());
    Value key = frame.value(access.key());
    return Origins.decided(value(access, base, key, run), base, key);
  }

  private static Value value(Expr.Access access, Value base, Value key, Run run) {
    if (access.fromEnd()) {
      return fromEnd(base, key, access.safe(), access.at(), run);
    }
    if (!access.safe() && cutsAtSlashes(access.base())) {
      return segment(base, key, access.at(), run);
    }
    return access.safe()
        ? tryMember(base, List.of(key), access.at(), run)
        : member(base, key, access.at(), run);
  }

  /// A member that must be there.
  public static Value member(Value base, Value key, Location at, Run run) {
    return switch (base) {
      case Value.Unknown unknown -> ofUnknown(unknown, key, at, run);
      case Value.Obj _, Value.Arr _ when key instanceof Value.Unknown -> access(base, key, at);
      case Value.Obj _, Value.Arr _ -> find(base, key).orElseGet(() -> missing(base, key, at, run));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ ->
          missing(base, key, at, run);
    };
  }

  private static Value ofUnknown(Value.Unknown base, Value key, Location at, Run run) {
    return known(base, run)
        .flatMap(known -> known.member(key, at, run))
        .or(() -> PartialMembers.find(base, key, at, run))
        .orElseGet(() -> access(base, key, at));
  }

  /// What is known of the members of a value, which may be members themselves.
  public static Optional<KnownMembers> known(Value.Unknown value, Run run) {
    return switch (value.term()) {
      case Term.Call call -> run.members(call);
      case Term.Access(Value.Unknown(Term.Call call, _, _), List<Value> path) ->
          run.members(call).flatMap(known -> known.below(path));
      case Term.Access _, Term.Concat _, Term.Lambda _ -> Optional.empty();
    };
  }

  /// The access as it is, one key longer than that of the base.
  static Value access(Value base, Value key, Location at) {
    Value root = base;
    List<Value> path = new ArrayList<>();
    if (base instanceof Value.Unknown(Term.Access(Value inner, List<Value> before), _, _)) {
      root = inner;
      path.addAll(before);
    }
    path.add(key);
    List<Value> parts = List.of(base, key);
    Reason reason = Reasons.of(parts, new Reason.Unsupported("access"));
    return new Value.Unknown(new Term.Access(root, path), reason, Terms.origin(parts, at));
  }

  /// The member of a known object or array.
  public static Optional<Value> find(Value base, Value key) {
    if (base instanceof Value.Obj(var properties, _) && key instanceof Value.Str(String name, _)) {
      return properties
          .exactly(name)
          .map(Property::value)
          .map(member -> Origins.member(base, member));
    }
    if (base instanceof Value.Arr(List<Value> items, _)
        && key instanceof Value.Int(long index, _)
        && index >= 0
        && index < items.size()) {
      return Optional.of(Origins.member(base, items.get((int) index)));
    }
    return Optional.empty();
  }

  private static Value missing(Value base, Value key, Location at, Run run) {
    Term term = new Term.Access(base, List.of(key));
    run.visit(List.of(key), 1);
    String what =
        switch (base) {
          case Value.Obj _ -> "the object has no property `" + shown(key) + "`";
          case Value.Arr(List<Value> items, _) ->
              "the array has no item " + shown(key) + ", its length is " + items.size();
          case Value.Null _ -> "null has no property `" + shown(key) + "`";
          case Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Unknown _ ->
              "the value has no property `" + shown(key) + "`";
        };
    return Misfit.failed(what, base, term, at, run);
  }

  /// The segment of this index of a text that was cut at its slashes.
  public static Value segment(Value segments, Value key, Location at, Run run) {
    if (segments instanceof Value.Arr(List<Value> items, _)
        && find(segments, key).isEmpty()
        && key instanceof Value.Int(long index, _)
        && items.stream().allMatch(Value.Str.class::isInstance)) {
      String text =
          items.stream().map(item -> ((Value.Str) item).value()).collect(Collectors.joining("/"));
      String name = segments.origin().secret() ? "***" : text;
      String what = "`" + name + "` has no segment " + (index + 1);
      return run.failed(what, new Term.Access(segments, List.of(key)), at);
    }
    return member(segments, key, at, run);
  }

  private static boolean cutsAtSlashes(Expr base) {
    return base instanceof Expr.Call(_, String function, List<Expr> arguments, _)
        && function.equalsIgnoreCase("split")
        && arguments.size() == 2
        && arguments.getLast() instanceof Expr.StringLiteral(String separator, _)
        && separator.equals("/");
  }

  private static String shown(Value key) {
    return key.origin().secret() ? "***" : NormalForm.plain(key);
  }

  private static Value tryGet(Expr.Call call, Frame frame) {
    if (call.arguments().size() < 2) {
      return FunctionCalls.wrongCount(call, "at least 2", frame);
    }
    List<Value> arguments = frame.values(call.arguments());
    List<Value> keys = arguments.subList(1, arguments.size());
    return Origins.decided(
        tryMember(arguments.getFirst(), keys, call.at(), frame.run()), arguments);
  }

  /// A member that may be missing: then null.
  public static Value tryMember(Value base, List<Value> keys, Location at, Run run) {
    Value here = base;
    for (int i = 0; i < keys.size(); i++) {
      Value key = keys.get(i);
      Optional<Value> fromEnd = fromEndKey(key);
      if (fromEnd.isPresent()) {
        here = fromEnd(here, fromEnd.orElseThrow(), true, at, run);
        continue;
      }
      switch (here) {
        case Value.Null _ -> {
          return Terms.nothing(at);
        }
        case Value.Unknown unknown -> {
          int end = plainUntil(keys, i);
          Value opened = openTry(unknown, keys.subList(i, end), at, run);
          return tryMember(opened, keys.subList(end, keys.size()), at, run);
        }
        case Value.Obj(var properties, _)
            when key instanceof Value.Unknown unknown
                && PartialKeys.lacks(properties, unknown, run) -> {
          return Terms.nothing(at);
        }
        case Value.Obj _, Value.Arr _ when key instanceof Value.Unknown -> {
          int end = plainUntil(keys, i);
          Value opened = openTry(here, keys.subList(i, end), at, run);
          return tryMember(opened, keys.subList(end, keys.size()), at, run);
        }
        case Value.Obj _, Value.Arr _ -> here = find(here, key).orElseGet(() -> Terms.nothing(at));
        case Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> {
          return Terms.nothing(at);
        }
      }
    }
    return here;
  }

  /// A key `{value, fromEnd: true}`, which counts from the end.
  private static Optional<Value> fromEndKey(Value key) {
    return key instanceof Value.Obj(var properties, _)
            && properties.get("fromEnd").orElse(key) instanceof Value.Bool(boolean fromEnd, _)
            && fromEnd
        ? properties.get("value")
        : Optional.empty();
  }

  private static int plainUntil(List<Value> keys, int from) {
    int end = from;
    while (end < keys.size() && fromEndKey(keys.get(end)).isEmpty()) {
      end++;
    }
    return end;
  }

  /// Safe accesses in a row are one; a reference behind a condition is followed on both sides.
  private static Value openTry(Value base, List<Value> keys, Location at, Run run) {
    if (base instanceof Value.Unknown(Term.Call(String function, List<Value> before), _, _)) {
      if (function.equals("tryGet")) {
        List<Value> all = new ArrayList<>(before.subList(1, before.size()));
        all.addAll(keys);
        return openTry(before.getFirst(), all, at, run);
      }
      if (function.equals("if") && before.stream().anyMatch(part -> isReference(part, run))) {
        return Logic.choose(
            before.get(0),
            () -> tryMember(before.get(1), keys, at, run),
            () -> tryMember(before.get(2), keys, at, run),
            run,
            at);
      }
    }
    if (!(base instanceof Value.Unknown unknown)) {
      return tryGetCall(base, keys, at);
    }
    Optional<Value> followed = known(unknown, run).flatMap(known -> known.tryPath(keys, at, run));
    return followed
        .or(() ->
            PartialMembers.findOrNull(unknown, keys.getFirst(), at, run)
                .map(member -> tryMember(member, keys.subList(1, keys.size()), at, run)))
        .orElseGet(() -> tryGetCall(base, keys, at));
  }

  private static boolean isReference(Value value, Run run) {
    if (!(value instanceof Value.Unknown unknown)) {
      return false;
    }
    boolean safe =
        unknown.term() instanceof Term.Call(String function, List<Value> parts)
            && function.equals("tryGet")
            && isReference(parts.getFirst(), run);
    return safe || known(unknown, run).filter(KnownMembers::isReference).isPresent();
  }

  /// The call of `tryGet` as it stays.
  public static Value tryGetCall(Value base, List<Value> keys, Location at) {
    List<Value> arguments = new ArrayList<>();
    arguments.add(base);
    arguments.addAll(keys);
    return Terms.call("tryGet", arguments, at);
  }

  private static Value fromEnd(Expr.Call call, boolean safe, Frame frame) {
    if (call.arguments().size() != 2) {
      return FunctionCalls.wrongCount(call, "2", frame);
    }
    List<Value> arguments = frame.values(call.arguments());
    return fromEnd(arguments.getFirst(), arguments.getLast(), safe, call.at(), frame.run());
  }

  /// An item counted from the end, the last one being 1.
  private static Value fromEnd(Value base, Value index, boolean safe, Location at, Run run) {
    String function = safe ? "tryIndexFromEnd" : "indexFromEnd";
    if (safe && base instanceof Value.Null) {
      return Terms.nothing(at);
    }
    if (base instanceof Value.Arr(List<Value> items, _)
        && index instanceof Value.Int(long number, _)) {
      Value forward = Terms.integer(items.size() - number, at);
      return safe ? tryMember(base, List.of(forward), at, run) : member(base, forward, at, run);
    }
    boolean open = base instanceof Value.Unknown || index instanceof Value.Unknown;
    return open
        ? Terms.call(function, List.of(base, index), at)
        : run.failed("`" + function + "` wants an array", function, List.of(base, index), at);
  }
}
