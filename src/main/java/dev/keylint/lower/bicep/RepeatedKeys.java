package dev.keylint.lower.bicep;

import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Properties that one object has twice. The Bicep compiler refuses that (BCP025), so which of them
/// is meant is not known, unless they say the same.
final class RepeatedKeys {
  private RepeatedKeys() {}

  /// The members, each literal key once; a repeated one is reported.
  static List<Expr.Member> joined(List<Expr.Member> members, BicepUnit unit) {
    List<Expr.Member> once = new ArrayList<>(members.size());
    Map<String, Integer> places = new HashMap<>();
    for (Expr.Member member : members) {
      if (!(member instanceof Expr.Member.Entry(Expr.StringLiteral(String key, _), _, _))) {
        once.add(member);
        continue;
      }
      Integer before = places.putIfAbsent(key, once.size());
      if (before == null) {
        once.add(member);
      } else if (once.get(before) instanceof Expr.Member.Entry(var name, var value, var from)
          && member instanceof Expr.Member.Entry(_, var other, var to)) {
        Location both = both(from, to);
        once.set(before, new Expr.Member.Entry(name, either(key, value, other, both, unit), to));
      }
    }
    return once;
  }

  /// The same for the arguments of a module.
  static List<Argument> joinedArguments(List<Argument> arguments, BicepUnit unit) {
    List<Argument> once = new ArrayList<>(arguments.size());
    Map<String, Integer> places = new HashMap<>();
    for (Argument argument : arguments) {
      Integer before = places.putIfAbsent(argument.name(), once.size());
      if (before == null) {
        once.add(argument);
      } else {
        Argument first = once.get(before);
        Location both = both(first.at(), argument.at());
        Expr value = either(argument.name(), first.value(), argument.value(), both, unit);
        once.set(before, new Argument(argument.name(), value, argument.at()));
      }
    }
    return once;
  }

  /// From the first to the last of them: what stands in either of them is not read.
  private static Location both(Location first, Location last) {
    return first instanceof Location.InFile(Source source, Span from)
            && last instanceof Location.InFile(Source other, Span to)
            && source.equals(other)
        ? new Location.InFile(source, from.to(to))
        : last;
  }

  private static Expr either(String key, Expr first, Expr last, Location at, BicepUnit unit) {
    unit.report(
        Diagnostic.of(Kind.SEMANTIC, "`" + key + "` stands twice in this object", at)
            .help("Bicep refuses that: keep one"));
    return areAlike(first, last)
        ? last
        : new Expr.Unsupported("the choice between two properties `" + key + "`", at);
  }

  private static boolean areAlike(Expr first, Expr last) {
    return switch (first) {
      case Expr.StringLiteral(String text, _) ->
          last instanceof Expr.StringLiteral(String other, _) && text.equals(other);
      case Expr.BoolLiteral(boolean truth, _) ->
          last instanceof Expr.BoolLiteral(boolean other, _) && truth == other;
      case Expr.IntLiteral(long number, _) ->
          last instanceof Expr.IntLiteral(long other, _) && number == other;
      case Expr.ParameterRef(String name, _) ->
          last instanceof Expr.ParameterRef(String other, _) && name.equals(other);
      case Expr.VariableRef(String name, _) ->
          last instanceof Expr.VariableRef(String other, _) && name.equals(other);
      case Expr _ -> false;
    };
  }
}
