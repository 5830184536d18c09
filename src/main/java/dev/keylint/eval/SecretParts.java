package dev.keylint.eval;

import dev.keylint.template.Secrecy;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.ListedKeys;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether the keys in a value stand only in parts of it that its type makes secrets.
///
/// @param what the parameter that it is given for
record SecretParts(ListedKeys keys, String what, Location at) {
  /// Functions that put objects or arrays of one type together.
  private static final Set<String> JOINING = Set.of("union", "concat", "shallowMerge", "coalesce");

  /// Functions that give some of the items of their first argument, or all in another order.
  private static final Set<String> CHOOSING = Set.of("filter", "sort", "take", "skip", "reverse");

  /// How many arguments a function has of which the last is a lambda that gives the members of an
  /// object, under names that are not known; `toObject` with fewer takes the items as they are.
  private static final Map<String, Integer> NAMING = Map.of("toObject", 3, "mapValues", 2);

  Answer cover(Value value, Secrecy secrecy) {
    if (secrecy.isSecret() || !keys.any(value)) {
      return Answer.yes();
    }
    if (!secrecy.saysParts()) {
      return Answer.open(Doubt.notStated("which parts of `" + what + "` are secrets", at));
    }
    return switch (value) {
      case Value.Arr(List<Value> items, _) -> items(items, secrecy);
      case Value.Obj(var properties, _) -> members(properties, secrecy);
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
          when function.equals("if") && arguments.size() == 3 ->
          cover(arguments.get(1), secrecy).and(cover(arguments.get(2), secrecy));
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
          when JOINING.contains(function) ->
          joined(function, arguments, secrecy);
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
          when CHOOSING.contains(function) ->
          cover(arguments.getFirst(), secrecy);
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
          when NAMING.getOrDefault(function, 0) == arguments.size()
              && arguments.getLast() instanceof Value.Unknown(Term.Lambda(_, Value body), _, _) ->
          cover(body, secrecy.member(""));
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
          when function.equals("toObject")
              && arguments.size() == 2
              && arguments.getFirst() instanceof Value.Arr(List<Value> items, _) ->
          items.stream().map(it -> cover(it, secrecy.member(""))).reduce(Answer.yes(), Answer::and);
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
          when function.equals("map")
              && arguments.size() == 2
              && arguments.getLast() instanceof Value.Unknown(Term.Lambda(_, Value body), _, _) ->
          cover(body, secrecy.item(0));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Unknown _ ->
          Answer.no();
    };
  }

  private Answer members(Properties properties, Secrecy secrecy) {
    Secrecy chosen = secrecy.chosen(SecretMembers.texts(properties));
    Answer all = Answer.yes();
    for (Property member : properties.entries()) {
      all = all.and(cover(member.value(), chosen.member(member.name())));
    }
    return all;
  }

  private Answer items(List<Value> items, Secrecy secrecy) {
    Answer all = Answer.yes();
    for (int i = 0; i < items.size(); i++) {
      all = all.and(cover(items.get(i), secrecy.item(i)));
    }
    return all;
  }

  private Answer joined(String function, List<Value> arguments, Secrecy secrecy) {
    boolean listed =
        function.equals("shallowMerge")
            && arguments.size() == 1
            && arguments.getFirst() instanceof Value.Arr;
    List<Value> parts = listed ? ((Value.Arr) arguments.getFirst()).items() : arguments;
    return parts.stream().map(each -> cover(each, secrecy)).reduce(Answer.yes(), Answer::and);
  }
}
