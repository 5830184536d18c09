package dev.keylint.cli.hostile;

import dev.keylint.cli.hostile.HostileCase.Expects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Many resources, many loops, many conditions, many things wrong.
final class Structures {
  private Structures() {}

  static List<HostileCase> all() {
    List<HostileCase> all = new ArrayList<>(LOOPS);
    all.addAll(joins());
    all.addAll(CHAINS);
    all.addAll(FUNCTIONS);
    all.addAll(WRONG);
    return all;
  }

  static HostileCase bicep(String name, Expects expects, String text) {
    return HostileCase.of(name, expects, "main.bicep", text);
  }

  static HostileCase arm(String name, Expects expects, String members) {
    return HostileCase.of(name, expects, "main.json", "{" + Victims.SCHEMA + ", " + members + "}");
  }

  static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String accounts(String symbol, String head, String properties) {
    return "resource "
        + symbol
        + " 'Microsoft.CognitiveServices/accounts@2025-06-01' = "
        + head
        + "{ name: '"
        + symbol
        + "${i}', kind: 'OpenAI', properties: { "
        + properties
        + " } }"
        + (head.isEmpty() ? "" : "]")
        + "\n";
  }

  private static String loop(String symbol, int count, String properties) {
    return accounts(symbol, "[for i in range(0, " + count + "): ", properties);
  }

  private static final String LOOPED_ITEM =
      "{\"type\": \"Microsoft.Search/searchServices\", \"apiVersion\": \"2025-05-01\", \"name\":"
          + " \"[concat('s', copyIndex())]\",";

  private static final List<HostileCase> LOOPS =
      List.of(
          bicep(
              "loop-large-text",
              Expects.LIMIT,
              "var t = padLeft('x', 1000000)\n" + loop("a", 10_000, "customSubDomainName: t")),
          bicep(
              "loop-large-object",
              Expects.LIMIT,
              "var t = map(range(0, 10000), i => { k: i })\n" + loop("a", 10_000, "rules: t")),
          bicep(
              "loop-fifty-thousand",
              Expects.LIMIT,
              lines(6, i -> loop("a" + i, 10_000, "disableLocalAuth: false"))),
          bicep(
              "loop-open",
              Expects.NOTHING,
              "param n int\nparam p string\n" + loop("a", 9_999, "x: p")),
          bicep(
              "loop-settings",
              Expects.LIMIT,
              "resource s 'Microsoft.Web/sites@2023-12-01' = [for i in range(0, 1000): { name:"
                  + " 's${i}', properties: { siteConfig: { appSettings: [for j in range(0, 1000): {"
                  + " name: 'K${j}', value: 'https://x${i}-${j}.openai.azure.com' }] } } }]\n"),
          arm(
              "loop-billion",
              Expects.LIMIT,
              "\"resources\": ["
                  + LOOPED_ITEM
                  + "\"copy\": {\"name\": \"c\", \"count\": 1000000000}, \"properties\": {}}]"),
          arm(
              "loop-properties",
              Expects.LIMIT,
              "\"resources\": ["
                  + LOOPED_ITEM
                  + "\"copy\": {\"name\": \"c\", \"count\": 10000}, \"properties\": {\"copy\":"
                  + " [{\"name\": \"rules\", \"count\": 10000, \"input\":"
                  + " \"[copyIndex('rules')]\"}]}}]"),
          arm(
              "loop-variables",
              Expects.LIMIT,
              "\"variables\": {\"copy\": ["
                  + lines(
                      500,
                      i ->
                          (i == 0 ? "" : ",")
                              + "{\"name\": \"v"
                              + i
                              + "\", \"count\": 10000, \"input\": \"[concat('x', copyIndex('v"
                              + i
                              + "'))]\"}")
                  + "]}, \"resources\": [], \"outputs\": {"
                  + lines(
                      500,
                      i ->
                          (i == 0 ? "" : ",")
                              + "\"o"
                              + i
                              + "\": {\"type\": \"array\", \"value\": \"[variables('v"
                              + i
                              + "')]\"}")
                  + "}"),
          arm("loop-nested-deployments", Expects.LIMIT, nested(8, 100)),
          arm("nesting-of-deployments", Expects.LIMIT, nested(150, 1)),
          arm("two-to-the-twenty", Expects.LIMIT, nested(20, 2)));

  private static String nested(int levels, int copies) {
    String inner = "\"resources\": []";
    for (int i = 0; i < levels; i++) {
      inner =
          "\"resources\": [{\"type\": \"Microsoft.Resources/deployments\", \"apiVersion\":"
              + " \"2022-09-01\", \"name\": \"[format('d{0}', copyIndex())]\", \"copy\": {\"name\":"
              + " \"c\", \"count\": "
              + copies
              + "}, \"properties\": {\"mode\": \"Incremental\", \"expressionEvaluationOptions\":"
              + " {\"scope\": \"inner\"}, \"template\": {"
              + Victims.SCHEMA
              + ", "
              + inner
              + "}}}]";
    }
    return inner;
  }

  /// Callers, roles and targets that all may have to do with each other.
  private static List<HostileCase> joins() {
    return List.of(
        bicep("join-known", Expects.LIMIT, join(9_000, "'https://a${i}.openai.azure.com'", "a[i]")),
        bicep("join-unknown", Expects.LIMIT, join(9_000, "p[i]", "a[i]")),
        bicep("join-unknown-roles", Expects.LIMIT, join(9_000, "p[i]", "q[i]")),
        bicep("join-medium", Expects.NOTHING, join(500, "p[i]", "a[i]")));
  }

  private static String join(int count, String endpoint, String scope) {
    String name = scope.startsWith("q") ? "p[i + 1]" : "guid('g', string(i))";
    String target = scope.startsWith("q") ? "" : "scope: " + scope + ", ";
    return "param p array\n"
        + loop("a", count, "customSubDomainName: 'a${i}'")
        + "resource s 'Microsoft.Web/sites@2023-12-01' = [for i in range(0, "
        + count
        + "): { name: 's${i}', identity: { type: 'SystemAssigned' }, properties: { siteConfig: {"
        + " appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: "
        + endpoint
        + " }] } } }]\n"
        + "resource g 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for i in range(0, "
        + count
        + "): { name: "
        + name
        + ", "
        + target
        + "properties: { principalId: s[i].identity.principalId, principalType: 'ServicePrincipal',"
        + " roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions',"
        + " p[i]) } }]\n";
  }

  private static final List<HostileCase> CHAINS =
      List.of(
          bicep(
              "parents",
              Expects.LIMIT,
              "resource r0 'A.B/c@2020-01-01' = { name: 'r' }\n"
                  + lines(
                      3_000,
                      i ->
                          "resource r"
                              + (i + 1)
                              + " 'A.B/c"
                              + "/c".repeat(i + 1)
                              + "@2020-01-01' = { parent: r"
                              + i
                              + ", name: 'r' }")),
          bicep(
              "references",
              Expects.LIMIT,
              "resource r0 'A.B/c@2020-01-01' = { name: 'r' }\n"
                  + lines(
                      3_000,
                      i ->
                          "resource r"
                              + (i + 1)
                              + " 'A.B/c@2020-01-01' = { name: '${r"
                              + i
                              + ".properties.a}${r"
                              + i
                              + ".properties.b}' }")),
          bicep(
              "reference-circle",
              Expects.SEMANTIC,
              """
              resource a 'A.B/c@2020-01-01' = { name: b.name }
              resource b 'A.B/c@2020-01-01' = { name: a.name }
              """),
          bicep(
              "conditions",
              Expects.LIMIT,
              "param p array\nvar c0 = p[0] == 1\n"
                  + lines(
                      300,
                      i ->
                          "var c"
                              + (i + 1)
                              + " = (c"
                              + i
                              + " && p["
                              + i
                              + "] == 1) || (!c"
                              + i
                              + " && p["
                              + i
                              + "] == 2)\nresource a"
                              + i
                              + " 'Microsoft.Search/searchServices@2025-05-01' = if (c"
                              + i
                              + ") { name: 's"
                              + i
                              + "', properties: { disableLocalAuth: c"
                              + i
                              + " } }")),
          bicep(
              "allowed-values",
              Expects.NOTHING,
              lines(
                      8,
                      p ->
                          "@allowed(["
                              + lines(5_000, i -> "'v" + i + "'")
                              + "])\nparam p"
                              + p
                              + " string\n")
                  + "resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = { name: 'a',"
                  + " kind: p0, properties: { disableLocalAuth: p1 == p2, publicNetworkAccess: p3,"
                  + " networkAcls: { defaultAction: p4 } } }\n"));

  private static final List<HostileCase> FUNCTIONS =
      List.of(
          bicep(
              "function-doubling",
              Expects.LIMIT,
              "func f0(x string) string => x\n"
                  + lines(
                      60,
                      i ->
                          "func f"
                              + (i + 1)
                              + "(x string) string => '${f"
                              + i
                              + "(x)}${f"
                              + i
                              + "(x)}'")
                  + "output o string = f60('')\n"),
          bicep(
              "function-circle",
              Expects.SEMANTIC,
              """
              func f(x string) string => g(x)
              func g(x string) string => f(x)
              output o string = f('')
              """),
          bicep(
              "function-doubling-empty",
              Expects.LIMIT,
              "func f0(x string) bool => true\n"
                  + lines(
                      60,
                      i -> "func f" + (i + 1) + "(x string) bool => f" + i + "(x) && f" + i + "(x)")
                  + "output o bool = f60('')\n"),
          arm(
              "function-recursion",
              Expects.SEMANTIC,
              "\"functions\": [{\"namespace\": \"n\", \"members\": {\"f\": {\"parameters\":"
                  + " [{\"name\": \"a\", \"type\": \"int\"}], \"output\": {\"type\": \"int\","
                  + " \"value\": \"[add(n.f(parameters('a')), n.f(parameters('a')))]\"}}}}],"
                  + " \"resources\": [], \"outputs\": {\"x\": {\"type\": \"int\", \"value\":"
                  + " \"[n.f(1)]\"}}"),
          bicep(
              "type-doubling",
              Expects.NOTHING,
              "type t0 = { a: string }\n"
                  + lines(60, i -> "type t" + (i + 1) + " = { a: t" + i + ", b: t" + i + "? }")
                  + "param p t60\n"
                  + "resource a 'Microsoft.CognitiveServices/accounts@2025-06-01' = { name: 'a',"
                  + " properties: p }\n"),
          bicep(
              "type-circle",
              Expects.NOTHING,
              "type a = b\ntype b = a\nparam p a\noutput o object = p\n"),
          bicep(
              "type-unions",
              Expects.NOTHING,
              "type t0 = 'a' | 'b'\n"
                  + lines(60, i -> "type t" + (i + 1) + " = t" + i + " | t" + i + " | 'c" + i + "'")
                  + "param p t60\noutput o string = p\n"),
          bicep(
              "spreads",
              Expects.LIMIT,
              "param p object\nvar v0 = { a: p }\nvar l0 = [p]\n"
                  + lines(
                      60,
                      i ->
                          "var v"
                              + (i + 1)
                              + " = { ...v"
                              + i
                              + ", b"
                              + i
                              + ": v"
                              + i
                              + ", ...p }\nvar l"
                              + (i + 1)
                              + " = [...l"
                              + i
                              + ", ...l"
                              + i
                              + "]")
                  + "output o object = v60\noutput l array = l60\n"),
          bicep(
              "variable-circle", Expects.SEMANTIC, "var a = b\nvar b = a\noutput o string = a\n"));

  private static final int MANY = 50_000;

  private static final List<HostileCase> WRONG =
      List.of(
          bicep("wrong-names", Expects.LIMIT, lines(MANY, i -> "var v" + i + " = w" + i + "x")),
          bicep(
              "wrong-syntax", Expects.SYNTAX, lines(MANY, i -> "resource = { name 'a" + i + "' }")),
          bicep("wrong-characters", Expects.SYNTAX, "\"?§$".repeat(MANY)),
          bicep(
              "wrong-duplicates",
              Expects.SEMANTIC,
              "param p string\n" + lines(MANY, _ -> "param p string")),
          bicep(
              "wrong-functions",
              Expects.LIMIT,
              lines(MANY, i -> "output o" + i + " string = nosuch" + i + "()")),
          bicep(
              "wrong-decorators",
              Expects.NOTHING,
              lines(MANY, _ -> "@nosuch(1)") + "param p string\n"),
          bicep(
              "wrong-modules",
              Expects.NOTHING,
              lines(
                  3_000,
                  i ->
                      "module m"
                          + i
                          + " 'br:example.azurecr.io/none:"
                          + i
                          + "' = { name: 'm"
                          + i
                          + "' }")),
          arm(
              "wrong-expressions",
              Expects.LIMIT,
              "\"resources\": [], \"outputs\": {"
                  + lines(
                      MANY,
                      i ->
                          (i == 0 ? "" : ",")
                              + "\"o"
                              + i
                              + "\": {\"type\": \"string\", \"value\": \"[concat('"
                              + i
                              + "',]\"}")
                  + "}"),
          arm(
              "wrong-values",
              Expects.LIMIT,
              "\"resources\": [], \"outputs\": {"
                  + lines(
                      MANY,
                      i ->
                          (i == 0 ? "" : ",")
                              + "\"o"
                              + i
                              + "\": {\"type\": \"string\", \"value\": \"[fail('"
                              + i
                              + "')]\"}")
                  + "}"),
          arm(
              "wrong-duplicate-keys",
              Expects.NOTHING,
              "\"resources\": [], \"metadata\": {" + lines(MANY, _ -> "\"k\": 1,") + "\"k\": 1}"));
}
