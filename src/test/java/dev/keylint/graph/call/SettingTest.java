package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Property;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a setting holds.
class SettingTest {
  private static Setting setting(String name, String json, boolean secret) {
    Location at = new Location.WholeFile("main.bicep");
    return new Setting(name, new Property("value", at, Estates.value(json)), secret);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"x\"                                             | false",
        "7                                                 | false",
        "\"${param.x}\"                                    | false",
        "\"x${param.x}\"                                   | false",
        "\"${secret.x}\"                                   | true",
        "{\"$listKeys\": [\"x\"]}                          | true",
        "\"@Microsoft.KeyVault(SecretUri=https://kv)\"     | true",
        "\"@Microsoft.KeyVault(SecretUri=${param.x})\"     | true",
        "\"${param.x}@Microsoft.KeyVault(\"                | false",
        "\"@Microsoft.AppConfiguration(${param.x})\"       | false",
      })
  void aValueMayBeASecret(String json, boolean secret) {
    assertThat(setting("A", json, false).isSecret()).isEqualTo(secret);
    assertThat(setting("A", json, true).isSecret()).isTrue();
  }

  private static boolean mayMatter(String name, String json) {
    String identity =
        "{\"as\": \"id\", \"type\": \"Microsoft.ManagedIdentity/userAssignedIdentities\","
            + " \"name\": \"id\"}";
    Resource app =
        Estates.template(
                "[" + identity + ", " + Estates.resource("Microsoft.Web/sites", "app", json) + "]")
            .resources()
            .getLast();
    return new Setting(name, app.body().properties().property("properties").orElseThrow(), false)
        .mayMatter();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"x\"                                      | false",
        "\"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\"   | true",
        "\" 0A1B2C3D-4E5F-\"                        | true",
        "\"id-0a1b2c3d-4e5f-6071\"                  | false",
        "\"0a1b2c3d-4e5f\"                          | false",
        "\"${secret.x}\"                            | true",
        "\"${param.x}\"                             | true",
        "\"${id.properties.clientId}\"              | true",
        "\"${id.properties.CLIENTID}\"              | true",
        "\"${id.properties.principalId}\"           | false",
        "null                                       | false",
        "true                                       | false",
        "7                                          | false",
        "7.5                                        | false",
        "[\"x\"]                                    | false",
        "{\"a\": \"x\"}                             | false",
      })
  void aValueMaySayWhoSignsIn(String json, boolean matters) {
    assertThat(mayMatter("COLOR", json)).isEqualTo(matters);
  }

  @ParameterizedTest
  @CsvSource({
    "COLOR,             false",
    "LOG_LEVEL,         false",
    "AZURE_TENANT_ID,   true",
    "TokenCredentials,  true",
    "SEARCH_ENDPOINT,   true",
    "OpenAIModel,       true",
  })
  void aNameMaySayWhoSignsInOrForWhat(String name, boolean matters) {
    assertThat(mayMatter(name, "\"x\"")).isEqualTo(matters);
  }

  @Test
  void plainAreThoseThatAreSetAndReferToNoSecret() {
    Resource app =
        Estates.template("[{\"type\": \"Microsoft.Web/sites\", \"name\": \"app\"}]")
            .resources()
            .getFirst();
    Settings settings =
        new Settings(
            Optional.of(app),
            app,
            List.of(
                setting("A", "\"a\"", false),
                setting("B", "\"\"", false),
                setting("C", "\"c\"", true),
                setting("D", "\"${param.x}\"", false),
                setting("a", "\"other\"", false)),
            Optional.empty());
    assertThat(settings.plain())
        .extracting(it -> it.evidence().name())
        .containsExactly("A", "D", "a");
    assertThat(settings.named("a").orElseThrow().name()).isEqualTo("A");
    assertThat(settings.named("B")).isEmpty();
    assertThat(settings.written("b")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "SETTING, setting",
    "NAMED_VALUE, named value",
    "OTHER, property",
    "ARGUMENT, argument",
  })
  void aPlaceIsCalledByAWord(KeyPlace.Kind kind, String shown) {
    assertThat(kind.shown()).isEqualTo(shown);
  }
}
