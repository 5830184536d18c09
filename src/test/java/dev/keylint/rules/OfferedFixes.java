package dev.keylint.rules;

import dev.keylint.cli.Keylint;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fixes that SARIF offers for a folder.
///
/// @param replacements of each file, in its order
record OfferedFixes(
    String rule, String place, String title, Map<String, List<Replacement>> replacements) {

  /// The characters between two places become this text.
  record Replacement(int startLine, int startColumn, int endLine, int endColumn, String text) {}

  static List<OfferedFixes> in(Path folder, Keylint keylint) throws IOException {
    Path sarif = Files.createTempFile("offered", ".sarif");
    keylint.run(folder, "scan", "--output=sarif-full=" + sarif);
    String report = Files.readString(sarif);
    Files.delete(sarif);
    JsonObject log = JsonReader.read(Source.of("out.sarif", report)).object().orElseThrow();
    JsonObject run = (JsonObject) log.array("runs").orElseThrow().items().getFirst();
    List<OfferedFixes> offered = new ArrayList<>();
    for (JsonValue item : items(run, "results")) {
      JsonObject result = (JsonObject) item;
      for (JsonValue fix : items(result, "fixes")) {
        offered.add(of(result, (JsonObject) fix));
      }
    }
    return offered;
  }

  private static OfferedFixes of(JsonObject result, JsonObject fix) {
    JsonObject at =
        ((JsonObject) items(result, "locations").getFirst())
            .object("physicalLocation")
            .orElseThrow();
    JsonObject region = at.object("region").orElseThrow();
    Map<String, List<Replacement>> replacements = new HashMap<>();
    for (JsonValue change : items(fix, "artifactChanges")) {
      replacements.put(
          uri((JsonObject) change),
          items((JsonObject) change, "replacements").stream()
              .map(it -> replacement((JsonObject) it))
              .toList());
    }
    return new OfferedFixes(
        result.text("ruleId").orElseThrow(),
        uri(at) + ":" + number(region, "startLine") + ":" + number(region, "startColumn"),
        fix.object("description").flatMap(it -> it.text("text")).orElse(""),
        replacements);
  }

  private static Replacement replacement(JsonObject it) {
    JsonObject region = it.object("deletedRegion").orElseThrow();
    return new Replacement(
        number(region, "startLine"),
        number(region, "startColumn"),
        number(region, "endLine"),
        number(region, "endColumn"),
        it.object("insertedContent").flatMap(text -> text.text("text")).orElse(""));
  }

  private static String uri(JsonObject owner) {
    return owner.object("artifactLocation").flatMap(it -> it.text("uri")).orElseThrow();
  }

  private static int number(JsonObject owner, String name) {
    return ((JsonNumber) owner.value(name).orElseThrow()).value().intValue();
  }

  private static List<JsonValue> items(JsonObject owner, String name) {
    return owner.array(name).map(JsonArray::items).orElse(List.of());
  }

  /// Makes the changes, and nothing else.
  void make(Path folder) throws IOException {
    for (Map.Entry<String, List<Replacement>> file : replacements.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Source source = Source.of(file.getKey(), Files.readString(path));
      StringBuilder text = new StringBuilder(source.text());
      List<Replacement> backwards =
          file.getValue().stream()
              .sorted(
                  Comparator.comparingInt(Replacement::startLine)
                      .thenComparingInt(Replacement::startColumn)
                      .reversed())
              .toList();
      for (Replacement it : backwards) {
        text.replace(
            offset(source.text(), it.startLine(), it.startColumn()),
            offset(source.text(), it.endLine(), it.endColumn()),
            it.text());
      }
      Files.writeString(path, text);
    }
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + column - 1;
  }
}
