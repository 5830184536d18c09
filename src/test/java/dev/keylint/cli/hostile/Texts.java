package dev.keylint.cli.hostile;

import static dev.keylint.cli.hostile.Structures.arm;
import static dev.keylint.cli.hostile.Structures.bicep;
import static dev.keylint.cli.hostile.Structures.lines;

import dev.keylint.cli.hostile.HostileCase.Expects;
import java.util.ArrayList;
import java.util.List;

/// What is hard to read: deep, long, or without an end.
final class Texts {
  private static final int LEVELS = 20_000;

  private Texts() {}

  static List<HostileCase> all() {
    List<HostileCase> all = new ArrayList<>(DEEP);
    all.addAll(wide());
    all.addAll(json());
    return all;
  }

  private static HostileCase output(String name, Expects expects, String expression) {
    return bicep(name, expects, "param a string\noutput o string = " + expression + "\n");
  }

  private static final List<HostileCase> DEEP =
      List.of(
          output("deep-parentheses", Expects.LIMIT, "(".repeat(LEVELS) + "a" + ")".repeat(LEVELS)),
          output("deep-brackets", Expects.LIMIT, "[".repeat(LEVELS) + "a" + "]".repeat(LEVELS)),
          output("deep-braces", Expects.LIMIT, "{ a: ".repeat(LEVELS) + "a" + " }".repeat(LEVELS)),
          output("deep-not", Expects.NOTHING, "!(".repeat(LEVELS) + "a" + ")".repeat(LEVELS)),
          output("deep-holes", Expects.LIMIT, "'${".repeat(LEVELS) + "a" + "}'".repeat(LEVELS)),
          output("deep-calls", Expects.LIMIT, "f(".repeat(LEVELS) + "a" + ")".repeat(LEVELS)),
          output("deep-ternary", Expects.LIMIT, "a == 'x' ? 'y' : ".repeat(LEVELS) + "a"),
          output(
              "deep-ternary-left",
              Expects.LIMIT,
              "a == 'x' ? ".repeat(LEVELS) + "a" + " : a".repeat(LEVELS)),
          output("deep-lambdas", Expects.LIMIT, "x => ".repeat(LEVELS) + "a"),
          output("deep-open", Expects.SYNTAX, "[(".repeat(LEVELS)),
          bicep(
              "deep-types",
              Expects.LIMIT,
              "param p " + "{ a: ".repeat(LEVELS) + "string" + " }".repeat(LEVELS) + "\n"),
          bicep(
              "deep-arrays-of-types",
              Expects.NOTHING,
              "param p string" + "[]".repeat(LEVELS) + "\n"),
          bicep(
              "deep-resources",
              Expects.LIMIT,
              "resource a 'A.B/c@2020-01-01' = { name: 'a'\n"
                  + lines(2_000, i -> "resource a" + i + " 'c@2020-01-01' = { name: 'a'")
                  + lines(2_000, _ -> "}")
                  + "}\n"),
          arm(
              "deep-arm-calls",
              Expects.LIMIT,
              "\"resources\": [], \"outputs\": {\"o\": {\"type\": \"string\", \"value\": \"["
                  + "concat(".repeat(LEVELS)
                  + "'a'"
                  + ")".repeat(LEVELS)
                  + "]\"}}"),
          arm(
              "deep-arm-index",
              Expects.LIMIT,
              "\"parameters\": {\"p\": {\"type\": \"array\"}}, \"resources\": [], \"outputs\":"
                  + " {\"o\": {\"type\": \"string\", \"value\": \"["
                  + "parameters('p')[".repeat(LEVELS)
                  + "0"
                  + "]".repeat(LEVELS)
                  + "]\"}}"));

  private static List<HostileCase> wide() {
    int many = 100_000;
    return List.of(
        output("wide-and", Expects.LIMIT, "true && ".repeat(many) + "a"),
        output("wide-plus", Expects.LIMIT, "1 + ".repeat(many) + "a"),
        output("wide-coalesce", Expects.LIMIT, "null ?? ".repeat(many) + "a"),
        output("wide-access", Expects.LIMIT, "a" + ".b".repeat(many)),
        output("wide-index", Expects.LIMIT, "a" + "[0]".repeat(many)),
        output("wide-nulls", Expects.LIMIT, "a" + "!".repeat(many)),
        output("wide-holes", Expects.NOTHING, "'" + "${a}".repeat(many) + "'"),
        output("wide-minus", Expects.SYNTAX, "-".repeat(many) + "1"),
        output("wide-number", Expects.SYNTAX, "9".repeat(1_000_000)),
        output("wide-name", Expects.SYNTAX, "a".repeat(1_000_000)),
        output("wide-text", Expects.NOTHING, "'" + "a".repeat(5_000_000) + "'"),
        output("wide-quotes", Expects.NOTHING, "'".repeat(1_000_001)),
        output("wide-dollars", Expects.SYNTAX, "$".repeat(1_000_001)),
        output("wide-array", Expects.NOTHING, "[" + lines(many, i -> String.valueOf(i)) + "]"),
        output("wide-object", Expects.NOTHING, "{" + lines(many, i -> "k" + i + ": 1") + "}"),
        bicep(
            "wide-parameters", Expects.NOTHING, lines(many, i -> "param p" + i + " string = 'x'")),
        bicep("wide-comments", Expects.NOTHING, "/* */".repeat(500_000) + "\n"),
        bicep(
            "wide-directives",
            Expects.NOTHING,
            lines(many, i -> "#disable-next-line rule-" + i) + "param p string\n"),
        bicep(
            "wide-outputs",
            Expects.NOTHING,
            "param p string\n" + lines(many, i -> "output o" + i + " string = p")));
  }

  private static List<HostileCase> json() {
    String value = "\"resources\": [], \"outputs\": {\"o\": {\"type\": \"object\", \"value\": ";
    return List.of(
        arm("json-deep", Expects.LIMIT, value + "[".repeat(100_000) + "]".repeat(100_000) + "}}"),
        arm("json-deep-value", Expects.LIMIT, value + "[".repeat(400) + "]".repeat(400) + "}}"),
        arm("json-huge-exponent", Expects.NOTHING, value + "1e2147483647}}"),
        arm("json-huge-exponent-int", Expects.NOTHING, value + "\"[int(1e2147483000)]\"}}"),
        arm("json-huge-number", Expects.NOTHING, value + "9".repeat(900) + "}}"),
        arm("json-long-number", Expects.LIMIT, value + "9".repeat(1_000_000) + "}}"),
        arm("json-tiny-number", Expects.NOTHING, value + "1e-2147483000}}"),
        arm("json-printed-number", Expects.NOTHING, value + "\"[string(json('1e2000000000'))]\"}}"),
        arm(
            "json-compared-number",
            Expects.NOTHING,
            value + "\"[equals(json('1e2000000000'), json('1e-2000000000'))]\"}}"),
        arm("json-long-text", Expects.NOTHING, value + "\"" + "a".repeat(5_000_000) + "\"}}"),
        arm("json-wide", Expects.NOTHING, value + "[" + lines(200_000, i -> i + ",") + "0]}}"),
        arm("json-open", Expects.SYNTAX, value + "[".repeat(400)),
        arm("json-long-key", Expects.NOTHING, value + "{\"" + "k".repeat(5_000_000) + "\": 1}}}"));
  }
}
