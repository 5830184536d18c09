package dev.keylint.conformance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kind of change to a compiled template: the first place that fits is replaced.
record Mutation(String kind, Pattern pattern, String replacement) {
  private static final String VALUE = "(\": \"\\[[^\"]*?)";
  private static final String RESOURCE =
      "(\"type\": \"Microsoft\\.(?!Resources/deployments\")[^\"]+\",\\s*";

  /// The text with the first place changed; empty when none fits.
  Optional<String> of(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.replaceFirst(replacement)) : Optional.empty();
  }

  private static Mutation of(String kind, String pattern, String replacement) {
    return new Mutation(kind, Pattern.compile(pattern), replacement);
  }

  /// Another function in an expression.
  private static Mutation call(String function, String other) {
    return of(
        function + " becomes " + other,
        VALUE + "(?<![.\\w])" + function + "\\(",
        "$1" + other + "(");
  }

  /// Another text in an expression.
  private static Mutation part(String kind, String pattern, String replacement) {
    return of(kind, VALUE + pattern, "$1" + replacement);
  }

  static List<Mutation> all() {
    return List.of(
        of("type", "(\"type\": \"Microsoft\\.(?!Resources/deployments)\\w+/)", "$1x"),
        of("apiVersion", RESOURCE + "\"apiVersion\": \")\\d{4}", "$11999"),
        of("name", RESOURCE + "\"apiVersion\": \"[^\"]+\",\\s*\"name\": \")(\\w)", "$1x$2"),
        of(
            "computed name",
            RESOURCE + "\"apiVersion\": \"[^\"]+\",\\s*\"name\": \"\\[)parameters\\('(\\w+)'\\)",
            "$1toUpper(parameters('$2'))"),
        of(
            "condition",
            "\"condition\": \"\\[(?!parameters\\('enableTelemetry'\\))(.+)]\",",
            "\"condition\": \"[not($1)]\","),
        of("no condition", "\"condition\": \"\\[(?!parameters\\('enableTelemetry'\\)).+]\",", ""),
        of(
            "one round more",
            "\"count\": \"\\[length\\((.+)\\)]\"",
            "\"count\": \"[add(length($1), 1)]\""),
        of("no loop", "\"copy\": \\{[^{}]*},", ""),
        of("loop's input", "(\"input\": \"\\[)(.+)]\"", "$1string($2)]\""),
        of("true becomes false", "(\"(?!nullable|existing|\\w*ported)\\w+\": )true", "$1false"),
        of("false becomes true", "(\"(?!additionalProp)\\w+\": )false", "$1true"),
        of("number", "(\"(?!m(in|ax)(Len|Val)|batchSize)\\w+\": )(\\d+)", "$11$4"),
        of("kind", "\"kind\": \"(\\w)", "\"kind\": \"x$1"),
        of("text default", "\"defaultValue\": \"(\\w)", "\"defaultValue\": \"x$1"),
        of(
            "computed default",
            "\"defaultValue\": \"\\[(.+)]\"",
            "\"defaultValue\": \"[string($1)]\""),
        of("no default", "\"defaultValue\": (\"[^\"]*\"|true|false|\\d+),", ""),
        of(
            "secret",
            "(\"parameters\": \\{\\s*\"\\w+\": \\{\\s*\"type\": \")secure[sS]tring",
            "$1string"),
        of("parameter's name", "(\"parameters\": \\{\\s*\")(\\w+\": \\{\\s*\"type)", "$1x$2"),
        of("output's name", "(\"outputs\": \\{\\s*\")", "$1x"),
        of(
            "output's value",
            "(\"outputs\": \\{\\s*\"\\w+\": \\{[^{}]*\"value\": \"\\[)(.+)]\"",
            "$1string($2)]\""),
        of("variable", "(\"variables\": \\{\\s*\"\\w+\": \"\\[)(.+)]\"", "$1string($2)]\""),
        of(
            "function",
            "(\"output\": \\{\\s*\"type\": \"\\w+\",\\s*\"value\": \"\\[)(.+)]",
            "$1not($2)]"),
        of(
            "argument",
            "(\"mode\": \"Incremental\",\\s*\"parameters\": \\{\\s*\"\\w+\": \\{\\s*\"value\": \")",
            "$1x"),
        of(
            "argument's name",
            "(\"mode\": \"Incremental\",\\s*\"parameters\": \\{\\s*\")(\\w+\": \\{\\s*\"value\")",
            "$1x$2"),
        of("existing", "\"existing\": true,", ""),
        of("scope", "(\"scope\": \"\\[)resourceId\\('", "$1resourceId('x"),
        of("no scope", "\"scope\": \"\\[.+\",", ""),
        of("no subscription", "\"subscriptionId\": \"\\[.+\",", ""),
        of("no resource group", "\"resourceGroup\": \"\\[.+\",", ""),
        of(
            "member's name",
            "\"properties\": \\{(\\s*)\"(\\w+\": \"\\[)",
            "\"properties\": {$1\"x$2"),
        of("member more", RESOURCE + "\"apiVersion\": \"[^\"]+\",)", "$1 \"added\": true,"),
        of("member less", "\"tags\": \"\\[parameters\\('tags'\\)]\",", ""),
        of("item less", "(\"(?!allowedValues|dependsOn)\\w+\": \\[\\s*)\"\\w+\",", "$1"),
        of(
            "items swapped",
            "(\"(?!allowedVal|depends)\\w+\": \\[\\s*)(\"\\w+\"),\\s*(\"\\w+\")",
            "$1$3, $2"),
        of(
            "role",
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11})[0-9a-f]'\\)",
            "$1x')"),
        of("identity", "(\"identity\": \\{\\s*\"type\": \")(System|User)", "$1x$2"),
        part("parameter", "parameters\\('(\\w+)'\\)", "parameters('x$2')"),
        part("text in an expression", "\\('(\\w)", "('x$2"),
        part("index", "\\[0\\]", "[1]"),
        part("property", "\\.name\\b", ".id"),
        part("outputs", "\\.outputs\\.", ".inputs."),
        part("separator", "'/'", "'-'"),
        part("null", "null\\(\\)", "true()"),
        part("true in an expression", "true\\(\\)", "false()"),
        part("index of a loop", "copyIndex\\(\\)", "copyIndex(1)"),
        part("whole resource", ", 'full'\\)", ")"),
        part("hole", "\\{0\\}", "{0}{0}"),
        part("context", "resourceGroup\\(\\)\\.location", "resourceGroup().name"),
        part("lambda's variable", "lambdaVariables\\('\\w+'\\)", "'x'"),
        part("safe access", "tryGet\\((parameters\\('\\w+'\\)), '(\\w)", "tryGet($2, 'x$3"),
        call("and", "or"),
        call("or", "and"),
        call("not", "string"),
        call("empty", "length"),
        call("length", "empty"),
        call("equals", "contains"),
        call("contains", "equals"),
        call("coalesce", "union"),
        call("union", "shallowMerge"),
        call("shallowMerge", "union"),
        call("toLower", "toUpper"),
        call("format", "concat"),
        call("concat", "format"),
        call("guid", "uniqueString"),
        call("uniqueString", "guid"),
        call("if", "coalesce"),
        call("map", "filter"),
        call("filter", "map"),
        call("range", "createArray"),
        call("last", "first"),
        call("split", "replace"),
        call("take", "skip"),
        call("string", "json"),
        call("createArray", "concat"),
        call("createObject", "createArray"),
        call("resourceId", "subscriptionResourceId"),
        call("subscriptionResourceId", "tenantResourceId"),
        call("list[kK]eys", "listAdminKeys"),
        call("reference", "resourceInfo"),
        call("add", "sub"),
        call("greater", "less"));
  }
}
