package dev.keylint.report;

import dev.keylint.access.Held;
import dev.keylint.access.Row;
import dev.keylint.access.Step;
import dev.keylint.json.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Rows as a JSON object with one array, `access`.
public final class AccessJson implements AccessReport {
  private final Redaction redaction;

  public AccessJson(Redaction redaction) {
    this.redaction = redaction;
  }

  @Override
  public void write(List<Row> rows, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    JsonWriter json = JsonWriter.pretty(writer);
    json.object().key("access").array();
    rows.forEach(row -> write(row, json));
    json.end().end().newLine().flush();
    writer.flush();
  }

  private void write(Row row, JsonWriter json) {
    json.object();
    text(json, "caller", row.caller());
    text(json, "callerType", row.callerType());
    optional(json, "identity", row.identity());
    text(json, "target", row.target());
    text(json, "targetType", row.targetType());
    texts(json, "models", row.models());
    text(json, "credential", row.credential().word());
    json.key("called").bool(row.called());
    if (row.called()) {
      text(json, "verdict", row.verdict().word());
    }
    texts(json, "allows", row.allows());
    json.key("grants").array();
    for (Held held : row.grants()) {
      json.object();
      text(json, "role", held.role());
      text(json, "scope", held.scope());
      json.key("certain").bool(!held.perhaps());
      texts(json, "allows", held.allows());
      text(json, "place", held.at().toString());
      json.end();
    }
    json.end().key("chain").array();
    row.chain().forEach(step -> write(step, json));
    json.end();
    text(json, "place", row.at().toString());
    texts(json, "deployments", row.deployments());
    json.end();
  }

  private void write(Step step, JsonWriter json) {
    json.object();
    text(json, "link", step.link().word());
    text(json, "holds", step.standing().word());
    text(json, "says", step.says());
    optional(json, "place", step.at().map(Object::toString));
    optional(json, "answer", step.answer());
    optional(json, "repair", step.repair());
    json.end();
  }

  private void text(JsonWriter json, String name, String value) {
    json.key(name).text(redaction.text(value));
  }

  private void optional(JsonWriter json, String name, Optional<String> value) {
    value.ifPresent(it -> text(json, name, it));
  }

  private void texts(JsonWriter json, String name, List<String> values) {
    json.key(name).array();
    values.forEach(it -> json.text(redaction.text(it)));
    json.end();
  }
}
