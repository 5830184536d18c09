package dev.keylint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.keylint.text.Source;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import dev.keylint.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The schema that editors use says of `rule.yaml` what the reader says.
final class RuleSchemaTest {
  private static final Path RULES = Path.of("rules");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static JsonNode schema = NODES.objectNode();

  @BeforeAll
  static void read() throws IOException {
    schema = new ObjectMapper().readTree(RULES.resolve("rule.schema.json").toFile());
  }

  @Test
  void hasTheKeysOfTheReader() {
    assertThat(keys("")).isEqualTo(Keys.RULE);
    assertThat(keys("/properties/match")).isEqualTo(Keys.MATCH);
    assertThat(keys("/properties/variables/items")).isEqualTo(Keys.VARIABLE);
    String validation = "/properties/validations/items";
    assertThat(keys(validation)).isEqualTo(Keys.VALIDATION);
    assertThat(keys(validation + "/properties/related/items")).isEqualTo(Keys.RELATED);
    assertThat(keys("/$defs/fix")).isEqualTo(Keys.FIX);
    assertThat(keys("/$defs/fix/properties/replace/items")).isEqualTo(Keys.REPLACE);
    assertThat(keys("/$defs/fix/properties/refer/items")).isEqualTo(Keys.REFER);
    assertThat(keys("/$defs/fix/properties/setting/items")).isEqualTo(Keys.SETTING);
    assertThat(keys("/$defs/fix/properties/assign/items")).isEqualTo(Keys.ASSIGN);
    assertThat(keys("/$defs/fix/properties/behind/items")).isEqualTo(Keys.BEHIND);
    assertThat(keys("/$defs/fix/properties/zones/items")).isEqualTo(Keys.ZONES);
    assertThat(keys("/properties/docs")).isEqualTo(Keys.DOCS);
  }

  @Test
  void hasTheWordsOfTheReader() {
    assertThat(words("/$defs/severity"))
        .isEqualTo(Stream.of(Severity.values()).map(Severity::word).toList());
    assertThat(words("/$defs/link"))
        .isEqualTo(Stream.of(FixLink.values()).map(FixLink::word).toList());
    assertThat(words("/properties/precision"))
        .isEqualTo(Stream.of(Precision.values()).map(Precision::word).toList());
    assertThat(words("/properties/status"))
        .isEqualTo(Stream.of(Status.values()).map(Status::word).toList());
  }

  @TestFactory
  Stream<DynamicTest> eachRuleFits() throws IOException {
    try (Stream<Path> folders = Files.list(RULES)) {
      List<Path> files =
          folders.map(it -> it.resolve("rule.yaml")).filter(Files::exists).sorted().toList();
      assertThat(files).isNotEmpty();
      return files.stream()
          .map(file ->
              DynamicTest.dynamicTest(
                  file.toString(), () -> assertThat(complaints(Files.readString(file))).isEmpty()));
    }
  }

  @Test
  void whatTheReaderRefusesDoesNotFit() throws IOException {
    String rule = Files.readString(RULES.resolve("openai-local-auth").resolve("rule.yaml"));
    assertThat(complaints(rule.replace("title:", "tilte:"))).isNotEmpty();
    assertThat(complaints(rule.replace("severity: error", "severity: high"))).isNotEmpty();
    assertThat(complaints(rule.replace("  because:", "  # because:"))).isNotEmpty();
    assertThat(complaints(rule.replace("match:", "match:\n  grant: {}"))).isNotEmpty();
    assertThat(complaints(rule + "status: deprecated\n")).isNotEmpty();
    assertThat(complaints(rule + "status: deprecated\nreplacedBy: other\n")).isEmpty();
  }

  private static List<String> keys(String pointer) {
    List<String> keys = new ArrayList<>();
    schema.at(pointer + "/properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> words(String pointer) {
    List<String> words = new ArrayList<>();
    schema.at(pointer + "/enum").forEach(it -> words.add(it.textValue()));
    return words;
  }

  private static List<String> complaints(String yaml) {
    JsonSchema checker =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    var root = YamlReader.read(Source.of("rule.yaml", yaml)).root().orElseThrow();
    return checker.validate(json(YamlValues.value(root))).stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private static JsonNode json(Value value) {
    return switch (value) {
      case Value.Null _ -> NODES.nullNode();
      case Value.Bool(boolean truth, _) -> NODES.booleanNode(truth);
      case Value.Int(long number, _) -> NODES.numberNode(number);
      case Value.Decimal(var number, _) -> NODES.numberNode(number);
      case Value.Str(String text, _) -> NODES.textNode(text);
      case Value.Arr(List<Value> items, _) -> {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(json(item)));
        yield array;
      }
      case Value.Obj object -> {
        ObjectNode node = NODES.objectNode();
        for (Property property : object.properties()) {
          node.set(property.name(), json(property.value()));
        }
        yield node;
      }
      case Value.Unknown _ -> throw new IllegalStateException("unknown in YAML");
    };
  }
}
