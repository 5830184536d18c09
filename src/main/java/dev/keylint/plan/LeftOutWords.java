package dev.keylint.plan;

import dev.keylint.plan.LeftOutSearch.Found;
import dev.keylint.plan.LeftOutSearch.Step;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says what keeps a declaration out, in terms of what somebody can change.
final class LeftOutWords {
  private final List<Step> way;
  private final int dead;
  private final Optional<ParameterFile> parameters;

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
        .ifPresent(
            loop -> unless.addAll(loop(loop.collection().orElse(loop.count()), step, governors)));
    step.declaration()
        .condition()
        .ifPresent(condition -> unless.addAll(condition(condition, step, governors)));
    Location at = governors.isEmpty() ? step.gates().getFirst().at() : governors.getFirst().at();
    String decides =
        governors.isEmpty()
            ? "what keeps it out"
            : "`" + governors.getFirst().name() + "` is decided here";
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
    Map<String, Expr> assumed = Assumption.of(condition);
    Set<String> used = ParameterUses.in(condition, step.template());
    if (!assumed.keySet().containsAll(used) || !own.stream().allMatch(Governor::plain)) {
      return List.of(otherwise(own));
    }
    List<String> words = new ArrayList<>();
    assumed.forEach(
        (name, value) -> words.add("`" + governor(name).name() + "` were " + shown(value)));
    return words;
  }

  private List<Governor> governors(Expr gate, Step step) {
    return ParameterUses.in(gate, step.template()).stream().map(this::governor).distinct().toList();
  }

  private Governor governor(String name) {
    return Governor.of(way, dead, name, parameters);
  }

  private static String otherwise(List<Governor> governors) {
    List<String> names = governors.stream().map(it -> "`" + it.name() + "`").distinct().toList();
    return String.join(" or ", names) + " had another value";
  }

  private static String shown(Expr literal) {
    return switch (literal) {
      case Expr.BoolLiteral(var value, _) -> String.valueOf(value);
      case Expr.IntLiteral(var value, _) -> String.valueOf(value);
      case Expr.StringLiteral(var value, _) -> "'" + value + "'";
      case Expr _ -> "otherwise";
    };
  }
}
