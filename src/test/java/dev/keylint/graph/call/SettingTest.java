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
