package dev.keylint.eval;

import dev.keylint.template.Secrecy;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Finds what an unknown value may turn out to be among the parts of its term.
///
/// A part that only decides which of them it is, such as a condition or a key, is none.
final class SecretTerms {
  private static final Set<String> JOINING =
      Set.of("union", "coalesce", "concat", "shallowMerge", "intersection");
  private static final Set<String> CHOOSING =
      Set.of("filter", "sort", "take", "skip", "reverse", "distinct");
  private static final Set<String> ONE = Set.of("first", "last");

  private SecretTerms() {}

  /// Looks at a part of a value: `path` leads from it to what the secrecy is about, and a key there
  /// that is no text and no number is any.
  interface Look {
    Value at(Value value, List<Value> path, Secrecy secrecy);
  }

  /// The same value with other parts.
  static Value.Unknown with(Value.Unknown whole, List<Value> path, Secrecy secrecy, Look look) {
    Term term =
        switch (whole.term()) {
          case Term.Call(String function, List<Value> arguments) ->
              new Term.Call(
                  function,
                  each(
                      arguments,
                      i -> argument(whole, function, arguments, i, path, secrecy, look)));
          case Term.Access(Value base, List<Value> keys) ->
              new Term.Access(look.at(base, joined(keys, path), secrecy), keys);
          case Term.Concat(List<Value> parts) ->
              new Term.Concat(
                  isWhole(path, secrecy)
                      ? each(parts, i -> look.at(parts.get(i), path, secrecy))
                      : parts);
          case Term.Lambda(List<String> variables, Value body) ->
              new Term.Lambda(variables, look.at(body, path, secrecy));
        };
    return new Value.Unknown(term, whole.reason(), whole.origin());
  }

  private static List<Value> each(List<Value> parts, IntFunction<Value> part) {
    List<Value> all = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      all.add(part.apply(i));
    }
    return all;
  }

  private static boolean isWhole(List<Value> path, Secrecy secrecy) {
    return path.isEmpty() && secrecy.mayBeSecret();
  }

  private static Value argument(
      Value.Unknown whole,
      String function,
      List<Value> arguments,
      int i,
      List<Value> path,
      Secrecy secrecy,
      Look look) {
    Value argument = arguments.get(i);
    boolean isLast = i == arguments.size() - 1;
    if (JOINING.contains(function)
        || (function.equals("if") && i > 0)
        || (CHOOSING.contains(function) && i == 0)) {
      boolean isList = function.equals("shallowMerge") && arguments.size() == 1;
      return look.at(argument, isList ? below(whole, path) : path, secrecy);
    }
    if (function.equals("tryGet")) {
      return i > 0
          ? argument
          : look.at(argument, joined(arguments.subList(1, arguments.size()), path), secrecy);
    }
    if (ONE.contains(function)) {
      return look.at(argument, below(whole, path), secrecy);
    }
    if (isWhole(path, secrecy)) {
      boolean isTaken = Ingredients.areIn(function, i) || (isBody(argument) && isMaking(function));
      return isTaken ? look.at(argument, path, secrecy) : argument;
    }
    if (isLast && isBody(argument) && isMaking(function)) {
      if (!path.isEmpty()) {
        return look.at(argument, path.subList(1, path.size()), secrecy);
      }
      return look.at(argument, path, function.equals("map") ? secrecy.item(0) : secrecy.member(""));
    }
    return argument;
  }

  private static List<Value> below(Value.Unknown whole, List<Value> path) {
    Value any = new Value.Null(whole.origin());
    return joined(List.of(any), path);
  }

  private static List<Value> joined(List<Value> first, List<Value> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  /// Whether the lambda of a function says what the items or members are.
  private static boolean isMaking(String function) {
    return switch (function) {
      case "map", "mapValues", "toObject" -> true;
      default -> false;
    };
  }

  private static boolean isBody(Value value) {
    return value instanceof Value.Unknown(Term.Lambda _, _, _);
  }
}
