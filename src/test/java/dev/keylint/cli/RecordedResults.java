package dev.keylint.cli;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The part of a SARIF file that a story records: the ids of the rules that were asked, and their
/// results. What rules say of themselves stands in their own folders.
final class RecordedResults {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultPrettyPrinter LAYOUT =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
          .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

  private RecordedResults() {}

  static String of(String sarif) throws IOException {
    JsonNode run = JSON.readTree(sarif).at("/runs/0");
    ObjectNode log = JSON.createObjectNode().put("version", "2.1.0");
    ObjectNode recorded = log.putArray("runs").addObject();
    ArrayNode rules =
        recorded.putObject("tool").putObject("driver").put("name", "keylint").putArray("rules");
    run.at("/tool/driver/rules").forEach(rule -> rules.addObject().set("id", rule.get("id")));
    recorded.set("results", run.get("results"));
    return JSON.writer(LAYOUT).writeValueAsString(log) + "\n";
  }

  /// The rules that a recorded file names.
  static String[] ruleIds(Path file) throws IOException {
    List<String> ids = new ArrayList<>();
    JSON.readTree(file.toFile())
        .at("/runs/0/tool/driver/rules")
        .forEach(rule -> ids.add(rule.get("id").textValue()));
    return ids.toArray(String[]::new);
  }
}
