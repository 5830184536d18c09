package dev.keylint.eval;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes ARM templates up.
final class JsonMutator extends Mutator {
  private static final Set<String> PLACES = Set.of("type", "name", "scope", "apiversion", "copy");

  @Override
  List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    JsonReader.read(Source.of("made.json", text))
        .value()
        .ifPresent(value -> collect(value, Kind.VALUE, parts));
    return parts;
  }

  private static void collect(JsonValue value, Kind kind, List<Part> parts) {
    parts.add(new Part(kind, value.span()));
    switch (value) {
      case JsonObject(List<JsonMember> members, Span span) -> {
        if (members.stream().anyMatch(member -> member.key().equalsIgnoreCase("type"))) {
          // More of these than of others: they decide what is deployed.
          for (int i = 0; i < 3; i++) {
            parts.add(new Part(Kind.ENTRY, span));
            parts.add(new Part(Kind.BODY, span));
          }
        }
        for (JsonMember member : members) {
          parts.add(new Part(Kind.MEMBER, member.span()));
          parts.add(new Part(Kind.KEY, member.keySpan()));
          boolean place = PLACES.contains(member.key().toLowerCase(Locale.ROOT));
          collect(member.value(), place ? Kind.PLACE : Kind.VALUE, parts);
        }
      }
      case JsonArray(List<JsonValue> items, _) ->
          items.forEach(item -> {
            parts.add(new Part(Kind.ITEM, item.span()));
            collect(item, Kind.VALUE, parts);
          });
      case JsonValue _ -> {}
    }
  }

  @Override
  List<String> keys() {
    return List.of(
        "\"resources\"",
        "\"Resources\"",
        "\"properties\"",
        "\"template\"",
        "\"templateLink\"",
        "\"type\"",
        "\"name\"",
        "\"copy\"",
        "\"condition\"",
        "\"scope\"",
        "\"existing\"",
        "\"[parameters('x')]\"",
        "\"other\"");
  }

  @Override
  List<String> values() {
    return List.of(
        "null",
        "true",
        "false",
        "0",
        "7",
        "1.5",
        "\"\"",
        "\"text\"",
        "\"[parameters('x')]\"",
        "\"[variables('x')]\"",
        "\"[if(parameters('on'), 'a', 'b')]\"",
        "\"[[concat('a', 'b')]\"",
        "\"[concat('a'\"",
        "\"[copyIndex()]\"",
        "\"[createArray(1, 2)]\"",
        "\"[createObject('type', 'A.B/c')]\"",
        "\"[reference('x').y]\"",
        "[]",
        "{}",
        "[{}]",
        "{\"value\": 1}");
  }

  @Override
  List<String> places() {
    return List.of(
        "\"A.B/c\"",
        "\"A.B/c/d\"",
        "\"d\"",
        "\"d/e\"",
        "\"A.B/c/providers/locks\"",
        "\"providers/roleAssignments\"",
        "\"A.B/c/providers/unheard\"",
        "\"A.B/providers\"",
        "\"Microsoft.Authorization/roleAssignments\"",
        "\"Microsoft.Resources/deployments\"",
        "\"microsoft.resources/DEPLOYMENTS\"",
        "\"Microsoft.Resources/deploymentStacks\"",
        "\"Microsoft.Resources/templateSpecs/versions\"",
        "\"Microsoft.Management/managementGroups/x\"",
        "\"host/Microsoft.Authorization/own\"",
        "\"Microsoft.Authorization/own\"",
        "\"a/b\"",
        "\"a/b/c\"",
        "\"/\"",
        "\"/subscriptions/s/resourceGroups/g\"",
        "\"2024-01-01\"",
        "{\"name\": \"x\", \"count\": 2}",
        "{\"name\": \"x\", \"count\": 0}",
        "{\"name\": \"x\", \"count\": \"[parameters('x')]\"}",
        "{\"name\": \"x\"}");
  }

  @Override
  List<String> members() {
    return List.of(
        "\"condition\": false",
        "\"condition\": \"[parameters('on')]\"",
        "\"condition\": \"[equals(1, 2)]\"",
        "\"condition\": 5",
        "\"copy\": {\"name\": \"made\", \"count\": 2}",
        "\"copy\": {\"name\": \"made\", \"count\": 0}",
        "\"copy\": {\"name\": \"made\", \"count\": \"[parameters('x')]\"}",
        "\"copy\": \"[parameters('x')]\"",
        "\"scope\": \"\"",
        "\"scope\": \"[parameters('x')]\"",
        "\"resourceGroup\": \"other\"",
        "\"subscriptionId\": \"other\"",
        "\"existing\": true",
        "\"existing\": \"[parameters('on')]\"",
        "\"import\": \"microsoftGraph\"",
        "\"dependsOn\": [\"[parameters('x')]\"]",
        "\"resources\": []",
        "\"resources\": null",
        "\"resources\": \"[variables('x')]\"",
        "\"resources\": [{\"type\": \"d\", \"apiVersion\": \"2024-01-01\", \"name\": \"made\"}]",
        "\"resources\": {\"a\": {\"type\": \"A.B/c/d\", \"apiVersion\": \"2024-01-01\", \"name\":"
            + " \"made\"}}");
  }

  @Override
  List<String> wraps() {
    return List.of(
        deployment("", "{\"resources\": [%s]}"),
        deployment(
            "\"expressionEvaluationOptions\": {\"scope\": \"inner\"}, ", "{\"resources\": [%s]}"),
        deployment("", "{\"languageVersion\": \"2.0\", \"resources\": {\"made\": %s}}"),
        deployment("", "{\"resources\": [%s, %s]}"),
        "{\"type\": \"A.B/c\", \"apiVersion\": \"2024-01-01\", \"name\": \"made\", \"resources\":"
            + " [%s]}",
        "{\"type\": \"A.B/c\", \"apiVersion\": \"2024-01-01\", \"name\": \"made\","
            + " \"condition\": \"[parameters('on')]\", \"resources\": [%s]}",
        "[%s]",
        "{\"type\": \"Microsoft.Resources/deploymentStacks\", \"apiVersion\": \"2024-03-01\","
            + " \"name\": \"made\", \"properties\": {\"template\": {\"resources\": [%s]}}}");
  }

  private static String deployment(String options, String template) {
    return "{\"type\": \"Microsoft.Resources/deployments\", \"apiVersion\": \"2022-09-01\","
        + " \"name\": \"made\", \"properties\": {\"mode\": \"Incremental\", "
        + options
        + "\"template\": "
        + template
        + "}}";
  }

  @Override
  String without(String text, Part part) {
    int start = part.span().start();
    int end = part.span().end();
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && text.charAt(next) == ',') {
      end = next + 1;
    } else {
      while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
        start--;
      }
      if (start > 0 && text.charAt(start - 1) == ',') {
        start--;
      }
    }
    return text.substring(0, start) + text.substring(end);
  }

  @Override
  String with(String text, Part part, String more) {
    int end = part.span().end();
    return text.substring(0, end) + ", " + more + text.substring(end);
  }

  @Override
  String withMember(String text, Part body, String member) {
    int start = body.span().start() + 1;
    return text.substring(0, start) + member + ", " + text.substring(start);
  }
}
