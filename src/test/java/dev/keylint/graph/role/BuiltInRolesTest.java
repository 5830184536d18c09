package dev.keylint.graph.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BuiltInRolesTest {
  private static final Path CATALOGUE =
      Path.of(
              System.getProperty("corpus", "").isEmpty()
                  ? "../shared/corpus"
                  : System.getProperty("corpus"))
          .resolveSibling("data/builtin-roles.json");

  @Test
  void namesAndFormerNamesAreFound() {
    assertThat(BuiltInRoles.table().byName("azure ai user").orElseThrow().id())
        .isEqualTo("53ca6127-db72-4b80-b1b0-d745d6d5456d");
    assertThat(
            BuiltInRoles.table().byId("5E0BD9BD-7B93-4F28-AF87-19FC36AD61BD").orElseThrow().name())
        .isEqualTo("Cognitive Services OpenAI User");
    assertThat(BuiltInRoles.table().byId("53ca6127-db72-4e31-b599-04dc5da150b4")).isEmpty();
  }

  @Test
  void aConditionBearsOnTheActionsItNames() {
    Permission owner = BuiltInRoles.table().byName("Foundry Owner").orElseThrow().permission();
    assertThat(owner.allows("Microsoft.Authorization/roleAssignments/write")).isTrue();
    assertThat(owner.isConditional("Microsoft.Authorization/roleAssignments/write")).isTrue();
    assertThat(owner.isConditional("Microsoft.CognitiveServices/accounts/write")).isFalse();
  }

  /// Every role of our table gives exactly what Azure's catalogue says, tried with each action that
  /// any role of the catalogue names.
  @Test
  void permissionsAreThoseOfTheCatalogue() throws IOException {
    assumeTrue(
        Files.exists(CATALOGUE),
        "SKIPPED: no catalogue of roles at " + CATALOGUE + "; set -Dcorpus=…/corpus");
    Map<String, JsonObject> catalogue = catalogue();
    Set<String> actions = actions(catalogue);
    assertThat(actions).hasSizeGreaterThan(3000);
    for (BuiltInRole role : BuiltInRoles.table().all()) {
      assertThat(catalogue).as(role.name()).containsKey(role.id());
      JsonObject listed = Objects.requireNonNull(catalogue.get(role.id()));
      assertThat(role.name()).isEqualTo(listed.text("name").orElseThrow());
      assertThat(role.formerNames()).as(role.name()).isEqualTo(texts(listed, "aliases"));
      Permission expected = permission(listed);
      for (String action : actions) {
        assertThat(role.permission().allows(action))
            .as(role.name() + " " + action)
            .isEqualTo(expected.allows(action));
        assertThat(role.permission().allowsData(action))
            .as(role.name() + " data " + action)
            .isEqualTo(expected.allowsData(action));
      }
    }
  }

  private static Map<String, JsonObject> catalogue() throws IOException {
    Source source = Source.of("builtin-roles.json", Files.readString(CATALOGUE));
    JsonArray roles = (JsonArray) JsonReader.read(source).value().orElseThrow();
    Map<String, JsonObject> catalogue = new HashMap<>();
    for (JsonValue role : roles.items()) {
      catalogue.put(((JsonObject) role).text("guid").orElseThrow(), (JsonObject) role);
    }
    return catalogue;
  }

  /// All roles of our table have one entry in the catalogue too, so its flat lists are exact.
  private static Permission permission(JsonObject role) {
    assertThat(role.array("permissions").map(JsonArray::items).orElse(List.of()).size())
        .as(role.text("name").orElse(""))
        .isLessThan(2);
    return new Permission(
        texts(role, "actions"),
        texts(role, "notActions"),
        texts(role, "dataActions"),
        texts(role, "notDataActions"),
        List.of());
  }

  private static Set<String> actions(Map<String, JsonObject> catalogue) {
    Set<String> actions = new TreeSet<>();
    for (JsonObject role : catalogue.values()) {
      for (String list : List.of("actions", "notActions", "dataActions", "notDataActions")) {
        texts(role, list)
            .forEach(action -> actions.add(action.replace("*", "x").toLowerCase(Locale.ROOT)));
      }
    }
    return actions;
  }

  private static List<String> texts(JsonObject object, String name) {
    List<String> texts = new ArrayList<>();
    object
        .array(name)
        .ifPresent(array -> array.items().forEach(item -> texts.add(((JsonString) item).value())));
    return texts;
  }
}
