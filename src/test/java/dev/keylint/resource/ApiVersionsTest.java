package dev.keylint.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiVersionsTest {
  private static final Location AT = new Location.WholeFile("main.bicep");

  private static Value text(String text) {
    return new Value.Str(text, Origin.at(AT));
  }

  private static Value.Obj object(Property... members) {
    return new Value.Obj(Properties.of(List.of(members)), Origin.at(AT));
  }

  private static Resource search(String version, Property... properties) {
    return new Resource(
        ResourceType.of("microsoft.SEARCH/searchservices"),
        version,
        text("/id"),
        text("s"),
        text("/"),
        Optional.empty(),
        object(
            new Property("sku", AT, text("basic")),
            new Property("Properties", AT, object(properties))),
        false,
        AT,
        DeploymentPath.of("main.bicep", Optional.empty()));
  }

  private static final Property KEYS_OFF = new Property("DisableLocalAuth", AT, text("x"));
  private static final Property OTHER = new Property("replicaCount", AT, text("y"));

  private static List<String> kept(Resource resource) {
    return ((Value.Obj) ApiVersions.effective(resource).get("properties").orElseThrow())
        .properties().entries().stream().map(Property::name).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-05-01", "2099-01-01", "2021-04-01-preview", "2024-02-29"})
  void aDateIsAVersion(String text) {
    assertThat(ApiVersions.isVersion(text)).isTrue();
    assertThat(kept(search("2099-01-01", KEYS_OFF))).containsExactly("DisableLocalAuth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2023-99-99", "2023-02-29", "latest", "v1.0", "2025", "2025-05-01preview"})
  void anythingElseIsNone(String text) {
    assertThat(ApiVersions.isVersion(text)).isFalse();
    assertThat(kept(search(text, KEYS_OFF))).containsExactly("DisableLocalAuth");
  }

  @Test
  void anOldVersionLacksTheProperty() {
    for (String version : List.of("2020-08-01", "2020-08-01-preview", "2015-02-28")) {
      Resource resource = search(version, KEYS_OFF, OTHER);
      assertThat(kept(resource)).as(version).containsExactly("replicaCount");
      assertThat(ApiVersions.effective(resource).get("sku")).isPresent();
      assertThat(ApiVersions.ignored(resource))
          .containsExactly(new ApiVersions.Ignored(KEYS_OFF, "2021-04-01-preview"));
    }
  }

  @Test
  void theFirstVersionAndAllLaterOnesHaveIt() {
    for (String version : List.of("2021-04-01-preview", "2021-04-01", "2025-05-01")) {
      assertThat(kept(search(version, KEYS_OFF))).as(version).containsExactly("DisableLocalAuth");
    }
  }

  @Test
  void ofOneDateThePreviewIsTheOlder() {
    Resource account =
        new Resource(
            ResourceType.of("Microsoft.CognitiveServices/accounts"),
            "2021-04-30-preview",
            text("/id"),
            text("a"),
            text("/"),
            Optional.empty(),
            object(new Property("properties", AT, object(KEYS_OFF))),
            false,
            AT,
            DeploymentPath.of("main.bicep", Optional.empty()));
    assertThat(kept(account)).isEmpty();
  }

  @Test
  void aVersionThatIsNoDateSaysNothing() {
    assertThat(kept(search("", KEYS_OFF))).containsExactly("DisableLocalAuth");
    assertThat(kept(search("latest", KEYS_OFF))).containsExactly("DisableLocalAuth");
  }
}
