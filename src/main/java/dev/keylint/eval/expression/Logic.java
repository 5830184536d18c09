package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.template.StoredText;
import dev.keylint.text.Location;
import dev.keylint.value.Hiding;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Texts;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Logic with unknown values: `if`, `and`, `or`, `not`, `coalesce`, `equals`, simplified as far as
/// they are decided.
public final class Logic {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "if", Logic::ifThenElse,
          "and", (call, frame) -> junction(call, frame, "and", false),
          "or", (call, frame) -> junction(call, frame, "or", true),
          "not", Logic::not,
          "coalesce", Logic::coalesce,
          "equals", Logic::equal);

  /// Shorter ones, as `none`, are not worth hiding all that reads like them.
  private static final int SHORTEST_SECRET = 6;

  private static final Set<String> PLAIN = Set.of("and", "or", "not", "equals");

  private Logic() {}

  static Value conditional(Expr.Conditional conditional, Frame frame) {
    return choose(
        Fillings.condition(
            conditional.condition(), conditional.then(), conditional.otherwise(), frame),
        () -> frame.value(conditional.then()),
        () -> frame.value(conditional.otherwise()),
        frame.run(),
        conditional.at());
  }

  private static Value ifThenElse(Expr.Call call, Frame frame) {
    List<Expr> arguments = call.arguments();
    if (arguments.size() != 3) {
      return FunctionCalls.wrongCount(call, "3", frame);
    }
    return choose(
        Fillings.condition(arguments.get(0), arguments.get(1), arguments.get(2), frame),
        () -> frame.value(arguments.get(1)),
        () -> frame.value(arguments.get(2)),
        frame.run(),
        call.at());
  }

  /// The branch that the condition takes; when that is open, both, of which at most one counts.
  public static Value choose(
      Value condition, Supplier<Value> then, Supplier<Value> otherwise, Run run, Location at) {
    return switch (condition) {
      case Value.Bool(boolean truth, _) ->
          ChosenParts.of(truth ? then.get() : otherwise.get(), condition);
      case Value.Unknown unknown when Texts.isText(unknown) ->
          run.failed("`if` wants a bool as its condition", "if", List.of(condition), at);
      case Value.Unknown unknown -> {
        Value first = run.speculate(then);
        Value second = run.speculate(otherwise);
        yield run.same(first, second) == Truth.TRUE
            ? first
            : Terms.call("if", List.of(unknown, first, second), at);
      }
      case Value.Null _, Value.Int _, Value.Decimal _, Value.Str _, Value.Arr _, Value.Obj _ ->
          run.failed("`if` wants a bool as its condition", "if", List.of(condition), at);
    };
  }

  /// `and` ends at the first false, `or` at the first true.
  private static Value junction(Expr.Call call, Frame frame, String name, boolean decisive) {
    List<Value> open = new ArrayList<>();
    List<Value> known = new ArrayList<>();
    List<Expr> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      Expr argument = arguments.get(i);
      Value value =
          open.isEmpty()
              ? frame.value(argument)
              : frame.run().speculate(() -> frame.value(argument));
      if (value instanceof Value.Bool(boolean truth, _)) {
        if (truth == decisive) {
          List<Expr> behind = arguments.subList(i + 1, arguments.size());
          return Origins.decided(Terms.bool(truth, call.at()), alike(value, behind, frame));
        }
        known.add(value);
      } else if (value instanceof Value.Unknown unknown && !Texts.isText(unknown)) {
        addFlat(open, unknown, name);
      } else {
        return frame.run().failed("`" + name + "` wants bools", name, List.of(value), call.at());
      }
    }
    return Origins.decided(joined(name, open, decisive, call.at()), known);
  }

  /// Behind a value that another environment variable would change, those that decide the same.
  private static List<Value> alike(Value first, List<Expr> behind, Frame frame) {
    List<Value> all = new ArrayList<>(List.of(first));
    if (first.origin().arguments().stream().anyMatch(it -> it.variable().isPresent())) {
      for (Expr other : behind) {
        if (isPlain(other)
            && frame.run().speculate(() -> frame.value(other)) instanceof Value.Bool value
            && frame.run().same(first, value) == Truth.TRUE) {
          all.add(value);
        }
      }
    }
    return all;
  }

  /// Whether an expression may be evaluated where it need not be: others fail where what stands
  /// before them does not hold.
  private static boolean isPlain(Expr expr) {
    return switch (expr) {
      case Expr.ParameterRef _, Expr.VariableRef _ -> true;
      case Expr.BoolLiteral _, Expr.IntLiteral _, Expr.StringLiteral _ -> true;
      case Expr.Call(Optional<String> namespace, String function, List<Expr> arguments, _) ->
          namespace.isEmpty()
              && PLAIN.contains(function.toLowerCase(Locale.ROOT))
              && arguments.stream().allMatch(Logic::isPlain);
      case Expr _ -> false;
    };
  }

  private static Value joined(String name, List<Value> open, boolean decisive, Location at) {
    return switch (open.size()) {
      case 0 -> Terms.bool(!decisive, at);
      case 1 -> open.getFirst();
      default -> Terms.call(name, open, at);
    };
  }

  /// Conditions of which all must hold; none is known.
  public static Value all(List<Value> conditions, Location at) {
    List<Value> open = new ArrayList<>();
    conditions.forEach(condition -> addFlat(open, condition, "and"));
    return joined("and", open, false, at);
  }

  /// Conditions of which one must hold; none is known.
  public static Value any(List<Value> conditions, Location at) {
    List<Value> open = new ArrayList<>();
    conditions.forEach(condition -> addFlat(open, condition, "or"));
    return joined("or", open, true, at);
  }

  /// The opposite of an unknown condition.
  static Value negated(Value.Unknown condition, Location at) {
    return condition.term() instanceof Term.Call(String inner, List<Value> parts)
            && inner.equals("not")
        ? parts.getFirst()
        : Terms.call("not", List.of(condition), at);
  }

  private static void addFlat(List<Value> open, Value value, String name) {
    if (value instanceof Value.Unknown(Term.Call(String inner, List<Value> parts), _, _)
        && inner.equals(name)) {
      open.addAll(parts);
    } else {
      open.add(value);
    }
  }

  private static Value not(Expr.Call call, Frame frame) {
    if (call.arguments().size() != 1) {
      return FunctionCalls.wrongCount(call, "1", frame);
    }
    Value value = frame.value(call.arguments().getFirst());
    return switch (value) {
      case Value.Bool(boolean truth, _) -> Origins.decided(Terms.bool(!truth, call.at()), value);
      case Value.Unknown unknown when !Texts.isText(unknown) -> negated(unknown, call.at());
      case Value _ -> frame.run().failed("`not` wants a bool", "not", List.of(value), call.at());
    };
  }

  /// The first that is not null; lazily, as later ones may fail.
  private static Value coalesce(Expr.Call call, Frame frame) {
    List<Value> open = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      Value value =
          open.isEmpty()
              ? frame.value(argument)
              : frame.run().speculate(() -> frame.value(argument));
      open.add(value);
      if (!(value instanceof Value.Null)
          && !(value instanceof Value.Unknown unknown && mayBeNull(unknown.term(), true))) {
        break;
      }
    }
    return coalesce(open, call.at());
  }

  /// The first of these values that is not null, as far as that is decided.
  public static Value coalesce(List<Value> values, Location at) {
    List<Value> open = new ArrayList<>();
    for (Value value : values) {
      if (value instanceof Value.Null) {
        continue;
      }
      addFlat(open, value, "coalesce");
      if (!(open.getLast() instanceof Value.Unknown unknown && mayBeNull(unknown.term(), true))) {
        break;
      }
    }
    return switch (open.size()) {
      case 0 -> Origins.decided(Terms.nothing(at), values);
      // What is null before it decided, too.
      case 1 ->
          Origins.decided(
              open.getFirst(), values.stream().takeWhile(Value.Null.class::isInstance).toList());
      default -> Terms.call("coalesce", open, at);
    };
  }

  /// Whether the term shows that the value may turn out to be null.
  public static boolean mayBeNull(Value.Unknown unknown) {
    return mayBeNull(unknown.term(), false);
  }

  private static boolean mayBeNull(Term term, boolean unlessSure) {
    return switch (term) {
      case Term.Access _ when unlessSure && Filled.isFilled(term) -> false;
      case Term.Concat _ -> false;
      case Term.Call(String function, List<Value> arguments) ->
          switch (function) {
            case "tryGet", "tryIndexFromEnd" -> true;
            case "if" ->
                mayBeNull(arguments.get(1), unlessSure) || mayBeNull(arguments.get(2), unlessSure);
            case "coalesce" -> mayBeNull(arguments.getLast(), unlessSure);
            // With a third argument, which is null, for a text that can't be read.
            case StoredText.PARSED -> unlessSure || arguments.size() > 2;
            default -> unlessSure;
          };
      case Term.Access _, Term.Lambda _ -> unlessSure;
    };
  }

  private static boolean mayBeNull(Value value, boolean unlessSure) {
    return value instanceof Value.Null
        || (value instanceof Value.Unknown unknown && mayBeNull(unknown.term(), unlessSure));
  }

  private static Value equal(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    if (arguments.size() != 2) {
      return FunctionCalls.wrongCount(call, "2", frame);
    }
    Value equal = equal(call, arguments, frame);
    return equal instanceof Value.Bool known && arguments.stream().anyMatch(Logic::isEmpty)
        ? Origins.decidedByFilling(known, arguments)
        : Origins.decidedByParts(equal, arguments);
  }

  private static Value equal(Expr.Call call, List<Value> arguments, Frame frame) {
    hideCompared(arguments.getFirst(), arguments.getLast(), frame.run());
    hideCompared(arguments.getLast(), arguments.getFirst(), frame.run());
    if ((isEmpty(arguments.getFirst()) && isFilled(arguments.getLast()))
        || (isFilled(arguments.getFirst()) && isEmpty(arguments.getLast()))) {
      return Terms.bool(false, call.at());
    }
    return switch (frame.run().same(arguments.getFirst(), arguments.getLast())) {
      case TRUE -> Terms.bool(true, call.at());
      case FALSE -> Terms.bool(false, call.at());
      case UNKNOWN -> Terms.call("equals", arguments, call.at());
    };
  }

  /// What a secret is compared with may well be the secret.
  private static void hideCompared(Value value, Value secret, Run run) {
    boolean isSecret =
        secret.origin().hiding() == Hiding.SECRET
            || (secret instanceof Value.Unknown unknown
                && unknown.reason() instanceof Reason.Secret);
    if (isSecret && value instanceof Value.Str text && text.value().length() >= SHORTEST_SECRET) {
      run.secret(value);
    }
  }

  private static boolean isEmpty(Value value) {
    return value instanceof Value.Null
        || (value instanceof Value.Str text && text.value().isEmpty());
  }

  private static boolean isFilled(Value value) {
    return value instanceof Value.Unknown unknown && Filled.isFilled(unknown.term());
  }
}
