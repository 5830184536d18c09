package dev.keylint.graph.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
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
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  /// Not among those that are read at once.
  @Test
  void aRoleThatHasNothingToDoWithOurTargetsIsFoundByIdAndByName() {
    BuiltInRole role = BuiltInRoles.table().byName("acrdelete").orElseThrow();
    assertThat(role.id()).isEqualTo("c2f4ef07-c644-48eb-af81-4b1b4947fb11");
    assertThat(BuiltInRoles.table().byId(role.id().toUpperCase(Locale.ROOT))).contains(role);
    assertThat(role.permissions().getFirst().actions())
        .containsExactly("Microsoft.ContainerRegistry/registries/artifacts/delete");
  }

  /// Of such a role each entry takes away from its own actions only.
  @Test
  void theEntriesOfARoleAreAUnion() {
    List<Permission> entries =
        BuiltInRoles.table().byName("AVS Orchestrator Role").orElseThrow().permissions();
    assertThat(entries).hasSize(2);
    assertThat(entries.getLast().isConditional("Microsoft.Authorization/roleAssignments/delete"))
        .isTrue();
  }

  @Test
  void aConditionBearsOnTheActionsItNames() {
    Permission owner =
        BuiltInRoles.table().byName("Foundry Owner").orElseThrow().permissions().getFirst();
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
    assertThat(BuiltInRoles.table().all()).hasSameSizeAs(catalogue.keySet());
    for (BuiltInRole role : BuiltInRoles.table().all()) {
      assertThat(catalogue).as(role.name()).containsKey(role.id());
      JsonObject listed = Objects.requireNonNull(catalogue.get(role.id()));
      assertThat(role.name()).isEqualTo(plain(listed.text("name").orElseThrow()));
      assertThat(role.formerNames())
          .as(role.name())
          .isEqualTo(texts(listed, "aliases").stream().map(BuiltInRolesTest::plain).toList());
      List<Permission> expected = permissions(listed);
      for (String action : actions) {
        if (gives(role.permissions(), it -> it.allows(action))
            != gives(expected, it -> it.allows(action))) {
          fail(role.name() + " " + action);
        }
        if (gives(role.permissions(), it -> it.allowsData(action))
            != gives(expected, it -> it.allowsData(action))) {
          fail(role.name() + " data " + action);
        }
      }
    }
  }

  /// Some roles can only be assigned at scopes that no list of a subscription shows.
  @Test
  void aRoleThatRolesOfTodayNameIsNotRetired() throws IOException {
    assumeTrue(
        Files.exists(CATALOGUE),
        "SKIPPED: no catalogue of roles at " + CATALOGUE + "; set -Dcorpus=…/corpus");
    List<String> named =
        Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
            .matcher(Files.readString(CATALOGUE).toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(named).hasSizeGreaterThan(500);
    assertThat(named.stream().filter(id -> BuiltInRoles.retired(id).isPresent())).isEmpty();
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

  private static boolean gives(List<Permission> entries, Predicate<Permission> gives) {
    return entries.stream().anyMatch(gives);
  }

  /// Some names of the catalogue hold a no-break space, which nobody types.
  private static String plain(String name) {
    return String.join(" ", name.split("[\\s\u00a0]+"));
  }

  /// The flat lists of a role are exact unless it lists its entries, too.
  private static List<Permission> permissions(JsonObject role) {
    return role.array("permissions").map(JsonArray::items).orElse(List.of(role)).stream()
        .map(entry -> permission((JsonObject) entry))
        .toList();
  }

  private static Permission permission(JsonObject entry) {
    return new Permission(
        texts(entry, "actions"),
        texts(entry, "notActions"),
        texts(entry, "dataActions"),
        texts(entry, "notDataActions"),
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
        .ifPresent(
            array -> array.items().forEach(item -> texts.add(((JsonString) item).value().strip())));
    return texts;
  }
}
