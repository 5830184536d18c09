package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.resource.ModuleCall;
import dev.keylint.text.Location;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the arguments of modules that are not here; `HELD` is a key.
class ModuleKeysTest {
  private static final Location AT = new Location.WholeFile("main.bicep");

  private static String found(String reference, boolean here, String name, String json) {
    ModuleCall call =
        new ModuleCall(
            reference,
            "m",
            here,
            List.of(
                new ModuleArgument("name", Estates.value("\"HELD\""), AT),
                new ModuleArgument(name, Estates.value(json), AT)),
            List.of(),
            DeploymentPath.of("main.bicep", Optional.empty()),
            AT);
    return ModuleKeys.of(call, ModuleKeysTest::isHeld).stream()
        .map(it -> it.kind().shown() + " " + Shown.text(it.name()) + (it.secret() ? " secret" : ""))
        .collect(Collectors.joining(", "));
  }

  /// Of objects and arrays it is asked whether a key is in them.
  private static boolean isHeld(Value value) {
    return switch (value) {
      case Value.Str(var text, _) -> text.equals("HELD");
      case Value.Arr(var items, _) -> items.stream().anyMatch(ModuleKeysTest::isHeld);
      case Value.Obj(var members, _) ->
          members.entries().stream().anyMatch(it -> isHeld(it.value()));
      case Value _ -> false;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web/site          | appSettingsKeyValuePairs | {\"A\": \"HELD\", \"B\": \"x\"} | setting"
            + " A",
        "web/site          | siteConfig | {\"OPENAI_KEY\": \"x\"}          | setting OPENAI_KEY",
        "web/site          | SITECONFIG | {\"OPENAI_KEY\": \"x\"}          | setting OPENAI_KEY",
        "web/site          | tags       | {\"OPENAI_KEY\": \"HELD\"}       | ''",
        "app/container-app | secrets    | [{\"name\": \"s\", \"value\": \"HELD\"}] | setting s"
            + " secret",
        "app/container-app | containers | [{\"env\": [{\"name\": \"s\", \"value\": \"HELD\"}]}]"
            + "                                                             | setting s",
        "key-vault/vault   | secrets    | [{\"name\": \"s\", \"value\": \"HELD\"}] | secret s"
            + " secret",
        "key-vault/vault   | secrets    | [{\"name\": \"OPENAI_KEY\", \"value\": \"x\"}] | ''",
        "key-vault/vault   | siteConfig | {\"A\": \"HELD\"}                 | ''",
        "web/site-other    | siteConfig | {\"A\": \"HELD\"}                 | ''",
        "sql/server        | secrets    | [{\"name\": \"s\", \"value\": \"HELD\"}] | ''",
      })
  void aModuleMakesSettingsOrSecrets(String module, String name, String json, String shown) {
    assertThat(found("br/public:avm/res/" + module + ":0.1.0", false, name, json)).isEqualTo(shown);
  }

  @Test
  void otherModulesAndThoseThatAreHereAreNotGuessedAt() {
    String settings = "{\"A\": \"HELD\"}";
    String module = "br/public:avm/res/web/site:0.1.0";
    assertThat(found(module, false, "siteConfig", settings)).isEqualTo("setting A");
    assertThat(found(module, true, "siteConfig", settings)).isEmpty();
    assertThat(found("modules/web/site.bicep", false, "siteConfig", settings)).isEmpty();
  }
}
