package dev.keylint.plan;

import dev.keylint.plan.LeftOutSearch.Found;
import dev.keylint.plan.LeftOutSearch.Step;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Says what keeps a declaration out, in terms of what somebody can change.
final class LeftOutWords {
  private final List<Step> way;
  private final int dead;
  private final Optional<ParameterFile> parameters;
  private final List<String> words = new ArrayList<>();

  LeftOutWords(Found found, Optional<ParameterFile> parameters) {
    this.way = found.way();
    this.dead = found.dead();
    this.parameters = parameters;
  }

  LeftOut.Cause cause() {
    Step step = way.get(dead);
    Set<String> unless = new LinkedHashSet<>();
    List<Governor> governors = new ArrayList<>();
    step.declaration()
        .loop()
        .ifPresent(loop -> unless.addAll(loop(LeftOutSearch.over(loop), step, governors)));
    step.declaration()
        .condition()
        .ifPresent(condition -> unless.addAll(condition(condition, step, governors)));
    Location at = governors.isEmpty() ? step.gates().getFirst().at() : governors.getFirst().at();
    String decides =
        governors.isEmpty()
            ? "what keeps it out"
            : "`" + governors.getFirst().name() + "` has its value here";
    return new LeftOut.Cause(String.join(" and ", unless), at, decides);
  }

  private List<String> loop(Expr over, Step step, List<Governor> governors) {
    List<Governor> own = governors(over, step);
    governors.addAll(own);
    if (own.isEmpty()) {
      return List.of("its loop had an item");
    }
    return over instanceof Expr.ParameterRef && own.getFirst().plain()
        ? List.of("`" + own.getFirst().name() + "` had an item")
        : List.of(otherwise(own));
  }

  private List<String> condition(Expr condition, Step step, List<Governor> governors) {
    List<Governor> own = governors(condition, step);
    governors.addAll(own);
    if (own.isEmpty()) {
      return List.of("its condition were true");
    }
    return own.stream().allMatch(Governor::plain) && says(condition, true)
        ? words
        : List.of(otherwise(own));
  }

  /// Adds what a condition says of parameters; false when it says more than has words here.
  private boolean says(Expr condition, boolean holds) {
    return switch (condition) {
      case Expr.ParameterRef(var name, _) -> say(name, "were " + holds);
      case Expr.Call(Optional<String> namespace, var function, var arguments, _)
          when namespace.isEmpty() ->
          says(function.toLowerCase(Locale.ROOT), arguments, holds);
      case Expr _ -> false;
    };
  }

  private boolean says(String function, List<Expr> arguments, boolean holds) {
    return switch (function) {
      case "not" -> says(arguments.getFirst(), !holds);
      case "and" -> holds && arguments.stream().allMatch(it -> says(it, true));
      case "or" -> !holds && arguments.stream().allMatch(it -> says(it, false));
      case "empty" ->
          arguments.getFirst() instanceof Expr.ParameterRef(var name, _)
              && say(name, holds ? "were empty" : "were not empty");
      case "equals" ->
          equal(arguments.getFirst(), arguments.getLast(), holds)
              || equal(arguments.getLast(), arguments.getFirst(), holds);
      default -> false;
    };
  }

  private boolean equal(Expr one, Expr other, boolean holds) {
    String were = holds ? "were " : "were not ";
    return one instanceof Expr.ParameterRef(var name, _)
        && switch (other) {
          case Expr.BoolLiteral(var value, _) -> say(name, "were " + (value == holds));
          case Expr.IntLiteral(var value, _) -> say(name, were + value);
          case Expr.StringLiteral(var value, _) -> say(name, were + "'" + value + "'");
          case Expr _ -> false;
        };
  }

  private boolean say(String parameter, String what) {
    words.add("`" + governor(parameter).name() + "` " + what);
    return true;
  }

  private List<Governor> governors(Expr gate, Step step) {
    return ParameterUses.in(gate, step.template()).stream().map(this::governor).distinct().toList();
  }

  private Governor governor(String name) {
    return Governor.of(way, dead, name, parameters);
  }

  private static String otherwise(List<Governor> governors) {
    List<String> names = governors.stream().map(it -> "`" + it.name() + "`").distinct().toList();
    Optional<Boolean> other = governors.getFirst().other();
    if (names.size() == 1 && other.isPresent()) {
      return names.getFirst() + " were " + other.orElseThrow();
    }
    return String.join(" or ", names) + " had another value";
  }
}
