package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.resource.ResourceIndex;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which settings a site has, and whether these are all.
class SettingsReaderTest {
  private static final String CONFIG =
      ", {\"type\": \"Microsoft.Web/sites/config\", \"name\": \"app/appsettings\", \"properties\":"
          + " OWN}";

  private static List<String> read(String inSite, String more) {
    String config = "{\"siteConfig\": {\"appSettings\": " + inSite + "}}";
    String site = Estates.resource("Microsoft.Web/sites", "app", config);
    return new SettingsReader(ResourceIndex.of(Estates.template("[" + site + more + "]")))
        .all().stream().map(SettingsReaderTest::show).toList();
  }

  private static String show(Settings settings) {
    List<String> names = settings.all().stream().map(Setting::name).toList();
    return names + (settings.unread().isPresent() ? " and more" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"name\": \"A\", \"value\": \"b\"}]                     | [A]",
        "{\"A\": \"b\", \"C\": 7}                                  | [A, C]",
        "[{\"name\": \"A\", \"value\": \"b\"}, \"${param.x}\"]     | [A] and more",
        "\"${param.x}\"                                            | [] and more",
        "\"${withheld.settings}\"                                  | [] and more",
        "[]                                                        |",
        "{}                                                        |",
        "null                                                      |",
      })
  void aSiteKeepsSettingsInItsBody(String inSite, String shown) {
    assertThat(read(inSite, "")).isEqualTo(shown == null ? List.of() : List.of(shown));
  }

  /// Azure withholds what a site has in its body; the list of its settings is asked for.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"name\": \"A\", \"value\": \"b\"}] | {\"C\": \"d\"}            | [C, A]",
        "\"${withheld.settings}\"              | {\"C\": \"d\"}            | [C]",
        "\"${param.x}\"                        | {\"C\": \"d\"}            | [C] and more",
        "null                                  | {\"C\": \"d\"}            | [C]",
        "[]                                    | \"${withheld.settings}\"  | [] and more",
        "[]                                    | \"${param.x}\"            | [] and more",
      })
  void aChildOfTheSiteCompletesThem(String inSite, String own, String shown) {
    assertThat(read(inSite, CONFIG.replace("OWN", own))).containsExactly(shown);
  }

  @Test
  void anotherChildOfTheSiteHasNoSettings() {
    String logs = CONFIG.replace("appsettings", "logs").replace("OWN", "{\"C\": \"d\"}");
    assertThat(read("[{\"name\": \"A\", \"value\": \"b\"}]", logs)).containsExactly("[A]");
  }

  /// Keys are looked for in more places than settings stand in.
  @ParameterizedTest
  @CsvSource({
    "microsoft.web/sites,                   true,  true",
    "microsoft.web/sites/config,            true,  true",
    "microsoft.app/jobs,                    true,  true",
    "microsoft.resources/deploymentscripts, true,  true",
    "microsoft.web/connections,             false, true",
    "microsoft.keyvault/vaults/secrets,     false, true",
    "microsoft.keyvault/vaults,             false, false",
    "microsoft.storage/storageaccounts,     false, false",
  })
  void onlySomeTypesHaveSettingsOrKeys(String type, boolean settings, boolean keys) {
    assertThat(SettingsReader.reads(type)).isEqualTo(settings);
    assertThat(KeyPlaces.reads(type)).isEqualTo(keys);
  }
}
