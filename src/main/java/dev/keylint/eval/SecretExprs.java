package dev.keylint.eval;

import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.Secrecy;
import dev.keylint.template.Variable;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Finds the parts of an expression that are given for what the type of a parameter makes secrets.
///
/// @param variable the variables that the expression sees
/// @param found what is done with each part
/// @param seen variables that have been looked into, for one parameter
record SecretExprs(
    Function<String, Optional<Variable>> variable, Consumer<Expr> found, Set<Variable> seen) {
  /// Functions that join objects or arrays, or choose among them.
  private static final Set<String> JOINING = Set.of("union", "concat", "coalesce", "shallowmerge");

  /// Functions that give some of the items of their first argument, or all in another order.
  private static final Set<String> CHOOSING = Set.of("filter", "sort", "take", "skip", "reverse");

  /// What is given for a parameter.
  static void of(
      Parameter parameter,
      Expr given,
      Function<String, Optional<Variable>> variable,
      Consumer<Expr> found) {
    if (parameter.secure()) {
      found.accept(given);
    } else if (hasParts(parameter.type()) && !parameter.parts().isPlain()) {
      new SecretExprs(variable, found, Collections.newSetFromMap(new IdentityHashMap<>()))
          .look(given, parameter.parts());
    }
  }

  private static boolean hasParts(Parameter.Type type) {
    return switch (type) {
      case OBJECT, ARRAY, ANY -> true;
      case STRING, INT, BOOL -> false;
    };
  }

  private void look(Expr expr, Secrecy secrecy) {
    if (secrecy.mayBeSecret()) {
      found.accept(expr);
    } else if (!secrecy.isPlain()) {
      within(expr, secrecy);
    }
  }

  private void within(Expr expr, Secrecy secrecy) {
    switch (expr) {
      case Expr.ObjectExpr(List<Expr.Member> members, _) -> members(members, secrecy);
      case Expr.ArrayExpr(List<Expr.Item> items, _) -> items(items, secrecy);
      case Expr.Conditional(_, Expr then, Expr otherwise, _) -> {
        look(then, secrecy);
        look(otherwise, secrecy);
      }
      case Expr.VariableRef(String name, _) ->
          variable.apply(name).filter(seen::add).ifPresent(it -> look(it.value(), secrecy));
      case Expr.Call(_, String function, List<Expr> arguments, _)
          when JOINING.contains(function.toLowerCase(Locale.ROOT)) ->
          arguments.forEach(it -> look(it, secrecy));
      case Expr.Call(_, String function, List<Expr> arguments, _)
          when CHOOSING.contains(function.toLowerCase(Locale.ROOT)) && !arguments.isEmpty() ->
          look(arguments.getFirst(), secrecy);
      case Expr.Call(_, String function, List<Expr> arguments, _)
          when !arguments.isEmpty()
              && arguments.getLast() instanceof Expr.Lambda(_, Expr body, _) -> {
        switch (function.toLowerCase(Locale.ROOT)) {
          case "map" -> look(body, secrecy.item(0));
          case "mapvalues", "toobject" -> look(body, secrecy.member(""));
          default -> {}
        }
      }
      case Expr.ForExpr(_, Expr body, _) -> look(body, secrecy.item(0));
      case Expr _ -> {}
    }
  }

  private void members(List<Expr.Member> members, Secrecy secrecy) {
    Map<String, String> texts = new HashMap<>();
    for (Expr.Member member : members) {
      if (member
          instanceof
          Expr.Member.Entry(Expr.StringLiteral(var name, _), Expr.StringLiteral(var text, _), _)) {
        texts.put(name, text);
      }
    }
    Secrecy chosen = secrecy.chosen(texts);
    for (Expr.Member member : members) {
      switch (member) {
        case Expr.Member.Entry(Expr.StringLiteral(String name, _), Expr value, _) ->
            look(value, chosen.member(name));
        case Expr.Member.Entry(_, Expr value, _) -> look(value, chosen.member(""));
        case Expr.Member.Spread(Expr object, _) -> look(object, secrecy);
        case Expr.Member.Unread _ -> {}
      }
    }
  }

  private void items(List<Expr.Item> items, Secrecy secrecy) {
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case Expr.Item.Element(Expr value) -> look(value, secrecy.item(i));
        case Expr.Item.Spread(Expr array, _) -> look(array, secrecy);
      }
    }
  }
}
