package dev.keylint.lower.arm;

import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Brings the ARM functions that are syntax in disguise into their own expressions, so that both
/// languages give the same form; every other function stays a call.
final class ArmCalls {
  private ArmCalls() {}

  /// A call by its dotted name; of a user function the first part is the namespace.
  static Expr lower(List<String> names, List<Expr> arguments, Location at, ArmProblems problems) {
    if (names.size() > 1) {
      // An imported Bicep function may have a dot in its own name.
      String function = String.join(".", names.subList(1, names.size()));
      return new Expr.Call(Optional.of(names.getFirst()), function, arguments, at);
    }
    String name = names.getFirst();
    Expr call = new Expr.Call(Optional.empty(), name, arguments, at);
    return switch (arguments.size()) {
      case 0 -> constant(name, call);
      case 1 -> reference(name, arguments.getFirst(), call);
      default -> several(name, arguments, call, problems);
    };
  }

  private static Expr constant(String name, Expr call) {
    Location at = call.at();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "true" -> new Expr.BoolLiteral(true, at);
      case "false" -> new Expr.BoolLiteral(false, at);
      case "null" -> new Expr.NullLiteral(at);
      case "createarray" -> new Expr.ArrayExpr(List.of(), at);
      case "createobject" -> new Expr.ObjectExpr(List.of(), at);
      case "copyindex" -> new Expr.LoopIndex(Optional.empty(), Optional.empty(), at);
      default -> call;
    };
  }

  private static Expr reference(String name, Expr argument, Expr call) {
    Location at = call.at();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "parameters" -> named(argument, call, Expr.ParameterRef::new);
      case "variables" -> named(argument, call, Expr.VariableRef::new);
      case "lambdavariables" -> named(argument, call, Expr.LocalRef::new);
      case "lambda" -> new Expr.Lambda(List.of(), argument, at);
      case "createarray" -> array(List.of(argument), at);
      case "copyindex" ->
          argument instanceof Expr.StringLiteral(var loop, _)
              ? new Expr.LoopIndex(Optional.of(loop), Optional.empty(), at)
              : new Expr.LoopIndex(Optional.empty(), Optional.of(argument), at);
      default -> call;
    };
  }

  private static Expr several(String name, List<Expr> arguments, Expr call, ArmProblems problems) {
    Location at = call.at();
    int count = arguments.size();
    Expr first = arguments.get(0);
    Expr second = arguments.get(1);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "if" -> count == 3 ? new Expr.Conditional(first, second, arguments.get(2), at) : call;
      case "lambda" -> lambda(arguments, at, problems);
      case "createarray" -> array(arguments, at);
      case "createobject" -> count % 2 == 0 ? object(arguments, at) : call;
      case "tryget" -> chain(arguments, false, at);
      case "indexfromend" -> count == 2 ? new Expr.Access(first, second, false, true, at) : call;
      case "tryindexfromend" -> count == 2 ? chain(arguments, true, at) : call;
      case "copyindex" ->
          count == 2 && first instanceof Expr.StringLiteral(var loop, _)
              ? new Expr.LoopIndex(Optional.of(loop), Optional.of(second), at)
              : call;
      default -> call;
    };
  }

  private interface Named {
    Expr of(String name, Location at);
  }

  /// What has the name; a computed one, as in `variables(concat('size-', parameters('tier')))`, is
  /// known once it is evaluated.
  private static Expr named(Expr name, Expr call, Named result) {
    return name instanceof Expr.StringLiteral(var text, _) ? result.of(text, call.at()) : call;
  }

  private static Expr lambda(List<Expr> arguments, Location at, ArmProblems problems) {
    List<String> variables = new ArrayList<>();
    for (Expr variable : arguments.subList(0, arguments.size() - 1)) {
      if (!(variable instanceof Expr.StringLiteral(var name, _))) {
        return problems.unsupported("a computed variable name in `lambda(..)`", at);
      }
      variables.add(name);
    }
    return new Expr.Lambda(variables, arguments.getLast(), at);
  }

  private static Expr array(List<Expr> items, Location at) {
    return new Expr.ArrayExpr(items.stream().<Expr.Item>map(Expr.Item.Element::new).toList(), at);
  }

  private static Expr object(List<Expr> arguments, Location at) {
    List<Expr.Member> members = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      Expr key = arguments.get(i);
      Expr value = arguments.get(i + 1);
      members.add(new Expr.Member.Entry(key, value, Places.both(key.at(), value.at())));
    }
    return new Expr.ObjectExpr(members, at);
  }

  private static Expr chain(List<Expr> arguments, boolean fromEnd, Location at) {
    Expr result = arguments.getFirst();
    for (Expr key : arguments.subList(1, arguments.size())) {
      result = new Expr.Access(result, key, true, fromEnd, at);
    }
    return result;
  }
}
