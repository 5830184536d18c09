package dev.keylint.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// What code scanning asks of a file beyond the schema, as far as it is known from its
/// documentation and from the reasons it gave for refusing files.
final class IngestionChecker {
  private static final Pattern URI = Pattern.compile("([\\w\\-.~!$&'()*+,;=@/]|%[0-9A-F]{2})+");
  private static final List<String> REGION =
      List.of("startLine", "startColumn", "endLine", "endColumn");
  private static final JsonSchema SCHEMA = schema();

  private final List<String> violations = new ArrayList<>();

  private IngestionChecker() {}

  /// What is wrong with a file; nothing if it is fit for upload.
  static List<String> violations(byte[] file) {
    try {
      IngestionChecker checker = new IngestionChecker();
      JsonNode log = new ObjectMapper().readTree(file);
      for (ValidationMessage message : SCHEMA.validate(log)) {
        checker.violations.add("schema: " + message.getMessage());
      }
      checker.check(zipped(file) <= 10 << 20, "more than 10 MB after gzip");
      checker.check(log.path("runs").size() == 1, "not one run");
      log.path("runs").forEach(checker::run);
      return checker.violations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(JsonNode run) {
    check(run.has("results"), "no array of results");
    check(run.path("results").size() <= 5_000, "more than 5000 results");
    check(run.path("automationDetails").path("id").asText().endsWith("/"), "id without slash");
    check(run.path("columnKind").asText().equals("utf16CodeUnits"), "columns of what?");
    JsonNode driver = run.path("tool").path("driver");
    for (String name : List.of("name", "fullName", "semanticVersion", "informationUri")) {
      check(!driver.path(name).asText().isBlank(), "driver without " + name);
    }
    check(
        run.at("/invocations/0/executionSuccessful").asBoolean(), "the execution was unsuccessful");
    String before = "";
    List<String> rules = new ArrayList<>();
    for (JsonNode rule : driver.path("rules")) {
      rule(rule);
      check(before.compareTo(rule.path("id").asText()) < 0, "rules are not sorted");
      before = rule.path("id").asText();
      rules.add(before);
    }
    Set<String> identities = new HashSet<>();
    for (JsonNode result : run.path("results")) {
      result(result, rules, identities);
    }
  }

  private void rule(JsonNode rule) {
    String id = rule.path("id").asText();
    check(rule.path("name").asText().length() <= 255, id + ": long name");
    for (String text : List.of("shortDescription", "fullDescription", "help")) {
      String words = rule.path(text).path("text").asText();
      check(!words.isBlank(), id + ": no " + text);
      check(text.equals("help") || words.length() <= 1024, id + ": long " + text);
    }
    check(!rule.path("help").path("markdown").asText().isBlank(), id + ": no markdown");
    JsonNode properties = rule.path("properties");
    check(properties.path("tags").size() <= 10, id + ": too many tags");
    check(
        Set.of("very-high", "high", "medium", "low")
            .contains(properties.path("precision").asText()),
        id + ": precision");
    check(
        Set.of("error", "warning", "recommendation")
            .contains(properties.path("problem.severity").asText()),
        id + ": problem.severity");
    check(rule.at("/defaultConfiguration/level").isTextual(), id + ": no level");
    if (properties.has("security-severity")) {
      JsonNode number = properties.path("security-severity");
      check(
          number.isTextual()
              && number.asText().matches("\\d+(\\.\\d+)?")
              && Double.parseDouble(number.asText()) > 0
              && Double.parseDouble(number.asText()) <= 10,
          id + ": security-severity is no number from 0 to 10 in quotes");
      check(properties.path("tags").toString().contains("\"security\""), id + ": not security");
    }
  }

  private void result(JsonNode result, List<String> rules, Set<String> identities) {
    String id = result.path("ruleId").asText();
    check(
        rules.indexOf(id) >= 0 && rules.indexOf(id) == result.path("ruleIndex").asInt(-1),
        id + ": wrong index");
    check(result.path("level").isTextual(), id + ": no level");
    check(!result.path("message").path("text").asText().isBlank(), id + ": no message");
    check(result.path("locations").size() == 1, id + ": not one location");
    place(id, result.at("/locations/0/physicalLocation"));
    String text = result.path("message").path("text").asText();
    for (JsonNode related : result.path("relatedLocations")) {
      place(id, related.path("physicalLocation"));
      check(!related.at("/message/text").asText().isBlank(), id + ": related without message");
      check(text.contains("](" + related.path("id").asInt() + ")"), id + ": related not linked");
    }
    check(result.path("relatedLocations").size() <= 100, id + ": too many related");
    String hash = result.at("/partialFingerprints/primaryLocationLineHash").asText();
    check(hash.matches("[0-9a-f]+:\\d+"), id + ": line hash " + hash);
    check(result.at("/partialFingerprints").has("keylint/v1"), id + ": no fingerprint");
    String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
    String kind = result.path("kind").asText();
    check(identities.add(id + uri + hash + kind), id + ": twin in " + uri);
  }

  private void place(String id, JsonNode place) {
    String uri = place.at("/artifactLocation/uri").asText();
    check(
        URI.matcher(uri).matches() && !uri.startsWith("/") && !("/" + uri + "/").contains("/../"),
        id + ": uri `" + uri + "`");
    for (String member : REGION) {
      check(place.path("region").path(member).asInt() >= 1, id + ": region without " + member);
    }
  }

  private void check(boolean holds, String violation) {
    if (!holds) {
      violations.add(violation);
    }
  }

  private static long zipped(byte[] file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(file);
    }
    return bytes.size();
  }

  private static JsonSchema schema() {
    try (InputStream in =
        Objects.requireNonNull(
            IngestionChecker.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
