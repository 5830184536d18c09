package dev.keylint.cli.hostile;

import dev.keylint.cli.hostile.HostileCase.Expects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Single expressions: functions over functions, and functions of large texts.
final class Bombs {
  private static final String MANY = "range(0, 10000)";

  private Bombs() {}

  private record Bomb(String name, Expects expects, Function<Dialect, String> expression) {}

  static List<HostileCase> all() {
    List<HostileCase> cases = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      List<Bomb> bombs = new ArrayList<>(NESTED);
      bombs.addAll(LABORIOUS);
      bombs.addAll(reductions());
      for (Bomb bomb : bombs) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("text", "padLeft('x', 1000000)");
        variables.put("many", MANY);
        variables.put(
            "more", "map(range(0, 10000), " + dialect.lambda(dialect.local("x"), "x") + ")");
        variables.put("bomb", bomb.expression.apply(dialect));
        cases.add(
            HostileCase.of(
                "bomb-" + bomb.name + "-" + dialect.name().toLowerCase(Locale.ROOT),
                bomb.expects,
                dialect.file(),
                Victims.template(dialect, variables)));
      }
    }
    return cases;
  }

  private static String map(Dialect it, Function<String, String> body) {
    return "map(" + MANY + ", " + it.lambda(body.apply(it.local("x")), "x") + ")";
  }

  private static Bomb each(String name, Expects expects, Function<String, String> body) {
    return new Bomb(name, expects, it -> map(it, body));
  }

  private static final List<Bomb> NESTED =
      List.of(
          new Bomb("map", Expects.LIMIT, it -> map(it, _ -> map(it, _ -> map(it, x -> x)))),
          each("map-range", Expects.LIMIT, _ -> MANY),
          each("map-pad", Expects.LIMIT, x -> "padLeft(string(" + x + "), 100000)"),
          new Bomb(
              "to-object",
              Expects.LIMIT,
              it ->
                  "toObject("
                      + MANY
                      + ", "
                      + it.lambda("string(" + it.local("x") + ")", "x")
                      + ", "
                      + it.lambda(map(it, x -> "string(" + x + ")"), "x")
                      + ")"),
          new Bomb("flatten-map", Expects.LIMIT, it -> "flatten(" + map(it, _ -> MANY) + ")"),
          new Bomb(
              "filter",
              Expects.LIMIT,
              it ->
                  map(
                      it,
                      _ ->
                          "filter("
                              + MANY
                              + ", "
                              + it.lambda("equals(" + it.local("y") + ", 1)", "y")
                              + ")")),
          new Bomb(
              "unknown-items",
              Expects.NOTHING,
              it -> map(it, x -> "format('{0}-{1}', " + it.parameter("p") + ", " + x + ")")),
          new Bomb(
              "unknown-guids",
              Expects.LIMIT,
              it ->
                  map(
                      it,
                      x ->
                          "guid(string("
                              + map(it, y -> "guid(" + it.parameter("p") + ", string(" + y + "))")
                              + "), string("
                              + x
                              + "))")));

  private static final List<Bomb> LABORIOUS =
      List.of(
          new Bomb(
              "hash",
              Expects.LIMIT,
              it -> map(it, x -> "uniqueString(" + it.variable("text") + ", string(" + x + "))")),
          new Bomb(
              "lower",
              Expects.LIMIT,
              it -> map(it, _ -> "length(toUpper(" + it.variable("text") + "))")),
          new Bomb(
              "search",
              Expects.LIMIT,
              it -> map(it, x -> "indexOf(" + it.variable("text") + ", string(" + x + "))")),
          new Bomb(
              "substring",
              Expects.LIMIT,
              it -> map(it, x -> "length(substring(" + it.variable("text") + ", " + x + "))")),
          new Bomb(
              "split",
              Expects.LIMIT,
              it -> map(it, _ -> "length(split(" + it.variable("text") + ", ' '))")),
          new Bomb(
              "contains",
              Expects.LIMIT,
              it -> map(it, x -> "contains(" + it.variable("many") + ", string(" + x + "))")),
          new Bomb(
              "equals",
              Expects.LIMIT,
              it ->
                  map(
                      it,
                      _ ->
                          it == Dialect.BICEP
                              ? "many == more"
                              : "equals(variables('many'), variables('more'))")),
          new Bomb(
              "equal-texts",
              Expects.LIMIT,
              it ->
                  map(
                      it,
                      x ->
                          it == Dialect.BICEP
                              ? "text == toLower(text)"
                              : "equals(variables('text'), toLower(variables('text')))")),
          new Bomb(
              "intersection",
              Expects.LIMIT,
              it ->
                  map(
                      it,
                      _ ->
                          "length(intersection("
                              + it.variable("many")
                              + ", "
                              + it.variable("more")
                              + "))")),
          new Bomb(
              "joins",
              Expects.LIMIT,
              it -> map(it, _ -> "length(join(" + it.variable("many") + ", ','))")),
          new Bomb(
              "parse",
              Expects.LIMIT,
              it -> map(it, _ -> "length(json(string(" + it.variable("many") + ")))")),
          new Bomb(
              "subnets",
              Expects.LIMIT,
              it -> map(it, _ -> map(it, y -> "cidrSubnet('10.0.0.0/8', 24, " + y + ")"))),
          new Bomb(
              "dates",
              Expects.LIMIT,
              it -> map(it, _ -> map(it, _ -> "dateTimeAdd('2026-01-01T00:00:00Z', 'P1D')"))),
          new Bomb("wide-format", Expects.LIMIT, _ -> "format('{0,999999}{0,999999}', 1)"),
          new Bomb(
              "sort",
              Expects.LIMIT,
              it ->
                  "sort("
                      + map(it, x -> "concat(" + it.variable("text") + ", string(" + x + "))")
                      + ", "
                      + it.lambda(
                          it == Dialect.BICEP
                              ? "a < b"
                              : "less(lambdaVariables('a'), lambdaVariables('b'))",
                          "a",
                          "b")
                      + ")"));

  private static List<Bomb> reductions() {
    return List.of(
        reduce("reduce-text", "''", it -> "concat(" + it.local("a") + ", padLeft('', 100))"),
        reduce(
            "reduce-array",
            "split('x', ',')",
            it -> "concat(" + it.local("a") + ", split('y', ','))"),
        reduce("reduce-twice", "'x'", it -> it.array(it.local("a"), it.local("a"))),
        reduce("reduce-deep", "'x'", it -> it.object("'k'", it.local("a"))),
        new Bomb(
            "reduce-unknown",
            Expects.LIMIT,
            it -> fold(it, it.parameter("p"), "guid(" + it.local("a") + ", 'x')")),
        new Bomb(
            "reduce-union",
            Expects.LIMIT,
            it ->
                fold(
                    it,
                    "json('{}')",
                    "union("
                        + it.local("a")
                        + ", "
                        + it.object("string(" + it.local("b") + ")", it.local("b"))
                        + ")")));
  }

  private static Bomb reduce(String name, String first, Function<Dialect, String> body) {
    return new Bomb(name, Expects.LIMIT, it -> fold(it, first, body.apply(it)));
  }

  private static String fold(Dialect it, String first, String body) {
    return "reduce(" + MANY + ", " + first + ", " + it.lambda(body, "a", "b") + ")";
  }
}
