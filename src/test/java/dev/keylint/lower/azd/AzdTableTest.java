package dev.keylint.lower.azd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.arm.LiteralJson;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.template.Parameter;
import dev.keylint.template.TargetScope;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values of azd's parameter file, each with what azd makes of it; the build asks azd's own library
/// whether the table is right.
class AzdTableTest {
  private static final Location HERE = new Location.WholeFile("main.bicep");

  static Stream<String> lines() {
    try (InputStream table = AzdTableTest.class.getResourceAsStream("/azd/inputs.jsonl")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theTableIsLongEnough() {
    assertThat(lines().count()).isGreaterThanOrEqualTo(80);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void valuesAreWhatAzdMakesOfThem(String line) {
    Source source = Source.of("line.json", line);
    JsonObject row = JsonReader.read(source).object().orElseThrow();
    Map<String, String> given = new HashMap<>();
    row.object("env")
        .ifPresent(env -> env.members().forEach(it -> given.put(it.key(), text(it.value()))));
    AzdVariables variables = AzdVariables.of(given);
    Marked marks = new Marked();
    Substitution substitution =
        new Substitution(name -> variables.find(name, TargetScope.SUBSCRIPTION, HERE), marks, HERE);
    Expr value = LiteralJson.of(source, row.value("value").orElseThrow());
    AzdResult result = new AzdReading(parameter(row), substitution, marks).of(value);
    assertThat(shown(result)).isEqualTo(expected(row.value("gives").orElseThrow()));
  }

  private static Parameter parameter(JsonObject row) {
    String type = row.text("type").orElseThrow().toUpperCase(Locale.ROOT);
    return new Parameter(
        "value",
        Parameter.Type.valueOf(type),
        row.text("default").map(text -> new Expr.StringLiteral(text, HERE)),
        false,
        false,
        List.of(),
        HERE);
  }

  private static String expected(JsonValue gives) {
    return gives instanceof JsonObject object
        ? shown(object.value("value").orElseThrow())
        : text(gives);
  }

  private static String text(JsonValue value) {
    return ((JsonString) value).value();
  }

  private static String shown(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> "null";
      case JsonBoolean(boolean truth, _) -> Boolean.toString(truth);
      case JsonNumber number -> Double.toString(number.value().doubleValue());
      case JsonString(String text, _) -> "'" + text + "'";
      case JsonArray array -> array.items().stream().map(AzdTableTest::shown).toList().toString();
      case JsonObject object -> {
        Map<String, String> members = new TreeMap<>();
        object.members().forEach(it -> members.put(it.key(), shown(it.value())));
        yield members.toString();
      }
    };
  }

  private static String shown(AzdResult result) {
    return switch (result) {
      case AzdResult.Value(Expr value) -> shown(value);
      case AzdResult.Json _ -> "open";
      case AzdResult.NotGiven _ -> "not given";
      case AzdResult.Refused _ -> "refused";
    };
  }

  private static String shown(Expr value) {
    return switch (GivenText.shown(value)) {
      case Expr.NullLiteral _ -> "null";
      case Expr.BoolLiteral(boolean truth, _) -> Boolean.toString(truth);
      case Expr.IntLiteral(long number, _) -> Double.toString((double) number);
      case Expr.DecimalLiteral(var number, _) -> Double.toString(number.doubleValue());
      case Expr.StringLiteral(String text, _) -> "'" + text + "'";
      case Expr.ArrayExpr(var items, _) ->
          items.stream().map(it -> shown(((Expr.Item.Element) it).value())).toList().toString();
      case Expr.ObjectExpr(var members, _) -> {
        Map<String, String> all = new TreeMap<>();
        for (Expr.Member member : members) {
          Expr.Member.Entry entry = (Expr.Member.Entry) member;
          String key = shown(entry.key());
          all.put(key.substring(1, key.length() - 1), shown(entry.value()));
        }
        yield all.toString();
      }
      case Expr other -> Optional.of(other).toString();
    };
  }
}
