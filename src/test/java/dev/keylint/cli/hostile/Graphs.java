package dev.keylint.cli.hostile;

import static dev.keylint.cli.hostile.Structures.lines;

import dev.keylint.cli.hostile.HostileCase.Expects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// Files that use each other too often, too deeply or in circles, and data that they load.
final class Graphs {
  private Graphs() {}

  static List<HostileCase> all() {
    List<HostileCase> all = new ArrayList<>(MODULES);
    all.addAll(imports());
    all.addAll(PARAMETERS);
    all.addAll(LOADS);
    return all;
  }

  /// `main.bicep` uses `m1`, which uses `m2`, and so on to the last one.
  private static HostileCase ladder(
      String name, Expects expects, int length, IntFunction<String> step, String last) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < length; i++) {
      files.put(i == 0 ? "main.bicep" : "m" + i + ".bicep", step.apply(i + 1));
    }
    files.put("m" + length + ".bicep", last);
    return new HostileCase(name, expects, files);
  }

  private static String module(String symbol, String file, String params) {
    return "module " + symbol + " '" + file + "' = { name: '" + symbol + "'" + params + " }\n";
  }

  private static final List<HostileCase> MODULES =
      List.of(
          ladder(
              "modules-doubling",
              Expects.LIMIT,
              30,
              i -> module("a", "m" + i + ".bicep", "") + module("b", "m" + i + ".bicep", ""),
              "output o string = 'x'\n"),
          ladder(
              "modules-deep",
              Expects.LIMIT,
              500,
              i -> module("a", "m" + i + ".bicep", ""),
              "output o string = 'x'\n"),
          ladder(
              "modules-output-doubling",
              Expects.LIMIT,
              60,
              i ->
                  module("a", "m" + i + ".bicep", "")
                      + "output o string = '${a.outputs.o}${a.outputs.o}'\n",
              "output o string = 'x'\n"),
          ladder(
              "modules-argument-doubling",
              Expects.LIMIT,
              60,
              i ->
                  "param p string = 'x'\n"
                      + module("a", "m" + i + ".bicep", ", params: { p: '${p}${p}' }")
                      + "output o string = a.outputs.o\n",
              "param p string\noutput o string = p\n"),
          ladder(
              "modules-conditions",
              Expects.LIMIT,
              60,
              i ->
                  "param p bool\nmodule a 'm"
                      + i
                      + ".bicep' = if (p || !p) { name: 'a', params: { p: (p && !p) || p } }\n",
              "param p bool\n"
                  + "resource a 'Microsoft.Search/searchServices@2025-05-01' = if (p) { name: 's'"
                  + " }\n"),
          ladder(
              "modules-open-loops",
              Expects.LIMIT,
              12,
              i ->
                  "param n int\nmodule a 'm"
                      + i
                      + ".bicep' = [for x in range(0, 100): { name: 'a${x}', params: { n: n } }]\n",
              "param n int\n"),
          new HostileCase(
              "modules-circle",
              Expects.SEMANTIC,
              Map.of(
                  "main.bicep",
                  module("a", "a.bicep", ""),
                  "a.bicep",
                  module("m", "main.bicep", ""))),
          new HostileCase(
              "modules-self",
              Expects.SEMANTIC,
              Map.of("main.bicep", module("a", "main.bicep", ""))));

  private static List<HostileCase> imports() {
    return List.of(
        ladder(
            "imports-doubling",
            Expects.LIMIT,
            60,
            i ->
                "import { v as w } from 'm"
                    + i
                    + ".bicep'\n@export()\nvar v = [w, w]\noutput o array = v\n",
            "@export()\nvar v = 'x'\n"),
        ladder(
            "imports-two-ways",
            Expects.NOTHING,
            40,
            i ->
                "import * as a from 'm"
                    + i
                    + ".bicep'\nimport { v as w } from 'm"
                    + i
                    + ".bicep'\n@export()\nvar v = '${length(a.v)}${length(w)}'\n",
            "@export()\nvar v = 'x'\n"),
        ladder(
            "imports-of-types",
            Expects.NOTHING,
            60,
            i ->
                "import { t as u } from 'm"
                    + i
                    + ".bicep'\n@export()\ntype t = { a: u, b: u }\nparam p t\n",
            "@export()\ntype t = string\n"),
        new HostileCase(
            "imports-circle",
            Expects.SEMANTIC,
            Map.of(
                "main.bicep",
                    "import { b } from 'a.bicep'\n@export()\nvar a = b\noutput o string = a\n",
                "a.bicep", "import { a } from 'main.bicep'\n@export()\nvar b = a\n")));
  }

  private static Map<String, String> extendsChain() {
    Map<String, String> chain = new TreeMap<>();
    chain.put("main.bicep", TEMPLATE);
    for (int i = 0; i < 500; i++) {
      chain.put(
          "p" + i + ".bicepparam",
          "using 'main.bicep'\nextends 'p" + (i + 1) + ".bicepparam'\nparam p = 'x" + i + "'\n");
    }
    chain.put("p500.bicepparam", "using 'main.bicep'\n");
    return chain;
  }

  private static final String TEMPLATE =
      "param p string = ''\n"
          + "param o object = {}\n"
          + "resource a 'Microsoft.Search/searchServices@2025-05-01' = { name: p, properties: o"
          + " }\n";

  private static final List<HostileCase> PARAMETERS =
      List.of(
          new HostileCase("extends-chain", Expects.NOTHING, extendsChain()),
          new HostileCase(
              "extends-circle",
              Expects.SEMANTIC,
              Map.of(
                  "main.bicep", TEMPLATE,
                  "a.bicepparam", "using 'main.bicep'\nextends 'b.bicepparam'\n",
                  "b.bicepparam", "using 'main.bicep'\nextends 'a.bicepparam'\n")),
          new HostileCase(
              "parameters-doubling",
              Expects.LIMIT,
              Map.of(
                  "main.bicep",
                  TEMPLATE,
                  "main.bicepparam",
                  "using 'main.bicep'\nvar v0 = 'x'\n"
                      + lines(60, i -> "var v" + (i + 1) + " = '${v" + i + "}${v" + i + "}'")
                      + "param p = v60\n")),
          new HostileCase(
              "parameters-azd",
              Expects.NOTHING,
              Map.of(
                  "main.bicep",
                  TEMPLATE,
                  "main.parameters.json",
                  "{\"$schema\":"
                      + " \"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\","
                      + " \"contentVersion\": \"1.0.0.0\", \"parameters\": {\"p\": {\"value\": \""
                      + "${A=".repeat(50_000)
                      + "}".repeat(50_000)
                      + "\"}}}")));

  private static final String ALIASES =
      "a0: &a0 [x, x]\n"
          + lines(60, i -> "a" + (i + 1) + ": &a" + (i + 1) + " [*a" + i + ", *a" + i + "]");

  private static final String DATA =
      "{\"a\": [" + lines(20_000, i -> "{\"k" + i + "\": {\"v\": " + i + "}},") + "{}]}";

  private static final List<HostileCase> LOADS =
      List.of(
          load("load-yaml-aliases", Expects.NOTHING, "loadYamlContent('d')", ALIASES),
          load("load-yaml-deep", Expects.NOTHING, "loadYamlContent('d')", "[".repeat(50_000)),
          load(
              "load-yaml-merge",
              Expects.NOTHING,
              "loadYamlContent('d')",
              "a: &a {k: 1}\nb:\n  <<: [*a, *a]\n"),
          load("load-json-deep", Expects.LIMIT, "loadJsonContent('d')", "[".repeat(50_000)),
          load(
              "load-json-often",
              Expects.LIMIT,
              "map(range(0, 10000), i => loadJsonContent('d'))",
              DATA),
          load(
              "load-json-path",
              Expects.NOTHING,
              "loadJsonContent('d', '$..a..*..*..*..*..v')",
              DATA),
          load(
              "load-json-descend",
              Expects.NOTHING,
              "loadJsonContent('d', '$" + "..*".repeat(200) + "')",
              DATA),
          load(
              "load-text-often",
              Expects.LIMIT,
              "map(range(0, 10000), i => '${i}${loadTextContent('d')}')",
              "x".repeat(131_000)),
          load(
              "load-many",
              Expects.LIMIT,
              "[" + lines(3_000, _ -> "loadJsonContent('d')") + "]",
              DATA),
          load("load-policy", Expects.NOTHING, "loadTextContent('d')", "<a>".repeat(40_000)),
          new HostileCase(
              "policy-entities",
              Expects.NOTHING,
              Map.of(
                  "main.bicep",
                  "resource p 'Microsoft.ApiManagement/service/policies@2024-05-01' = { name:"
                      + " 'x/policy', properties: { format: 'rawxml', value: loadTextContent('d') }"
                      + " }\n",
                  "d",
                  "<!DOCTYPE l [<!ENTITY a 'x'>"
                      + lines(
                          30, i -> "<!ENTITY a" + i + " '&a" + (i - 1) + ";&a" + (i - 1) + ";'>")
                      + "]><policies><inbound>"
                      + "<set-backend-service base-url=\"{{&a29;}}".repeat(2_000))));

  private static HostileCase load(String name, Expects expects, String expression, String data) {
    return new HostileCase(
        name,
        expects,
        Map.of(
            "main.bicep",
            "var v = "
                + expression
                + "\n"
                + "resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = { name: 'a',"
                + " kind: 'OpenAI', properties: { disableLocalAuth: true, x: v } }\n",
            "d",
            data));
  }
}
