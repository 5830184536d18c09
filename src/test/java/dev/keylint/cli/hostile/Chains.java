package dev.keylint.cli.hostile;

import dev.keylint.cli.hostile.HostileCase.Expects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Variables of which each one is made of the one before: sixty lines can stand for 2^60 parts.
final class Chains {
  private Chains() {}

  private record Chain(
      String name,
      Expects expects,
      int length,
      Function<Dialect, String> first,
      BiFunction<Dialect, String, String> step) {}

  static List<HostileCase> all() {
    List<HostileCase> cases = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      for (Chain chain : chains()) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("v0", chain.first.apply(dialect));
        for (int i = 1; i <= chain.length; i++) {
          String before = dialect.variable("v" + (i - 1));
          variables.put("v" + i, chain.step.apply(dialect, before));
        }
        variables.put("bomb", dialect.variable("v" + chain.length));
        cases.add(
            HostileCase.of(
                "chain-" + chain.name + "-" + dialect.name().toLowerCase(java.util.Locale.ROOT),
                chain.expects,
                dialect.file(),
                Victims.template(dialect, variables)));
      }
    }
    return cases;
  }

  private static List<Chain> chains() {
    List<Chain> all = new ArrayList<>(texts());
    all.addAll(collections());
    all.addAll(unknowns());
    return all;
  }

  private static Chain known(String name, int length, BiFunction<Dialect, String, String> step) {
    return new Chain(name, Expects.LIMIT, length, _ -> "'x'", step);
  }

  private static Chain unknown(String name, int length, BiFunction<Dialect, String, String> step) {
    return new Chain(name, Expects.LIMIT, length, dialect -> dialect.parameter("p"), step);
  }

  private static List<Chain> texts() {
    return List.of(
        known("concat", 60, (_, v) -> "concat(" + v + ", " + v + ")"),
        known("format", 60, (_, v) -> "format('{0}{0}', " + v + ")"),
        known("base64", 200, (_, v) -> "base64(" + v + ")"),
        known("uri-component", 60, (_, v) -> "uriComponent(concat('%', " + v + ", " + v + "))"),
        known("replace", 60, (_, v) -> "replace(" + v + ", 'x', 'xx')"),
        known("escape", 60, (it, v) -> "string(" + it.array(v) + ")"),
        known("join", 60, (it, v) -> "join(" + it.array(v, v) + ", 'x')"),
        known("pad", 3_000, (_, v) -> "padLeft(substring(" + v + ", 0, 1), 1000000)"),
        known("upper", 3_000, (_, v) -> "toUpper(padLeft(substring(" + v + ", 0, 1), 1000000))"),
        known(
            "json",
            60,
            (_, v) -> "string(json(concat('[\"', " + v + ", '\",\"', " + v + ", '\"]')))"));
  }

  private static List<Chain> collections() {
    return List.of(
        known("array", 60, (it, v) -> it.array(v, v)),
        known("object", 60, (it, v) -> it.object("'a'", v, "'b'", v)),
        known("deep-object", 1_500, (it, v) -> it.object("'k'", v)),
        known("flatten", 60, (it, v) -> "flatten(" + it.array(it.array(v, v), it.array(v)) + ")"),
        new Chain(
            "arrays",
            Expects.LIMIT,
            60,
            it -> it.array("'x'"),
            (_, v) -> "concat(" + v + ", " + v + ")"),
        new Chain(
            "union",
            Expects.LIMIT,
            60,
            it -> it.object("'k'", "'x'"),
            (it, v) -> "union(" + v + ", " + it.object("'a'", v, "'b'", v) + ")"),
        new Chain(
            "long", Expects.LIMIT, 20_000, _ -> "1", (_, v) -> "min(" + v + ", length('x'))"));
  }

  private static List<Chain> unknowns() {
    return List.of(
        unknown("concat-unknown", 60, (_, v) -> "concat(" + v + ", 'a', " + v + ")"),
        unknown("guid", 60, (_, v) -> "guid(" + v + ", " + v + ")"),
        unknown("unique", 60, (_, v) -> "uniqueString(" + v + ", " + v + ")"),
        unknown("union-unknown", 60, (_, v) -> "union(" + v + ", " + v + ")"),
        unknown(
            "if",
            60,
            (it, v) ->
                it == Dialect.BICEP
                    ? v + " == 'a' ? union(" + v + ", " + v + ") : " + v
                    : "if(equals(" + v + ", 'a'), union(" + v + ", " + v + "), " + v + ")"),
        unknown(
            "condition",
            60,
            (it, v) ->
                it == Dialect.BICEP
                    ? "(" + v + " == 'a') && (" + v + " != 'b')"
                    : "and(equals(" + v + ", 'a'), not(equals(" + v + ", 'b')))"),
        unknown(
            "index",
            60,
            (it, v) -> it.parameter("q") + "[" + v + "][concat(" + v + ", " + v + ")]"),
        unknown("array-unknown", 60, (it, v) -> it.array(v, v)),
        unknown("deep-unknown", 1_500, (_, v) -> "guid(" + v + ")"));
  }
}
