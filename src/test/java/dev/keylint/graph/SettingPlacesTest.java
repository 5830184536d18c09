package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where each type of resource keeps its settings, and what a setting may hold.
class SettingPlacesTest {
  private static final String LIST =
      "[{\"name\": \"AZURE_SEARCH_ENDPOINT\", \"value\": \"https://s.search.windows.net\"}]";
  private static final String OBJECT =
      "{\"AZURE_SEARCH_ENDPOINT\": \"https://s.search.windows.net\"}";

  private static List<String> callers(String resources) {
    return Estates.graph("[" + resources.replace("LIST", LIST).replace("OBJECT", OBJECT) + "]")
        .calls()
        .stream()
        .map(it -> it.workload().map(each -> GrantsTest.text(each.name())).orElse("nobody"))
        .toList();
  }

  private static String resource(String type, String name, String properties) {
    return Estates.resource("Microsoft." + type, name, properties);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Web/sites                       | {\"siteConfig\": {\"appSettings\": LIST}}",
        "Web/sites                       | {\"siteConfig\": {\"appSettings\": OBJECT}}",
        "Web/sites | {\"siteConfig\": {\"appSettings\": {\"$concat\": [LIST, \"${param.x}\"]}}}",
        "Web/sites | {\"siteConfig\": {\"appSettings\": {\"$flatten\": [[LIST, \"${param.x}\"]]}}}",
        "Web/sites | {\"siteConfig\": {\"appSettings\": {\"$union\": [OBJECT, \"${param.x}\"]}}}",
        "Web/sites | {\"siteConfig\": {\"appSettings\":"
            + " {\"$shallowMerge\": [[OBJECT, \"${param.x}\"]]}}}",
        "App/containerApps               | {\"template\": {\"containers\": [{\"env\": LIST}]}}",
        "App/containerApps               | {\"template\": {\"initContainers\": [{\"env\": LIST}]}}",
        "App/jobs                        | {\"template\": {\"containers\": [{\"env\": LIST}]}}",
        "ContainerInstance/containerGroups | {\"containers\": [{\"properties\":"
            + " {\"environmentVariables\": LIST}}]}",
        "ContainerInstance/containerGroups | {\"initContainers\": [{\"properties\":"
            + " {\"environmentVariables\": LIST}}]}",
        "Resources/deploymentScripts     | {\"environmentVariables\": LIST}",
      })
  void aWorkloadHasThemInItsBody(String type, String properties) {
    assertThat(callers(resource(type, "app", properties))).containsExactly("app");
  }

  @ParameterizedTest
  @CsvSource({
    "Web/sites,        app,      Web/sites/config,        app/appsettings",
    "Web/sites/slots,  app/dev,  Web/sites/slots/config,  app/dev/appsettings",
    "Web/staticSites,  app,      Web/staticSites/config,  app/functionAppSettings",
  })
  void orInAChildOfItsOwn(String type, String name, String childType, String childName) {
    assertThat(callers(resource(type, name, "{}") + "," + resource(childType, childName, "OBJECT")))
        .containsExactly(name);
  }

  @Test
  void whatABodyHasBesideItsChildIsReadOnce() {
    String site = resource("Web/sites", "app", "{\"siteConfig\": {\"appSettings\": LIST}}");
    assertThat(callers(site + "," + resource("Web/sites/config", "app/appsettings", "{}")))
        .containsExactly("app");
    assertThat(callers(site + "," + resource("Web/sites/config", "app/authsettings", "OBJECT")))
        .containsExactly("app");
    assertThat(callers(resource("Web/sites/config", "app/appsettings", "OBJECT")))
        .containsExactly("nobody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"template\": {\"containers\": [{\"env\": [{\"name\": \"AZURE_SEARCH_ENDPOINT\"}]}]}}",
        "{\"template\": {\"containers\": [{\"env\": [{\"value\":"
            + " \"https://s.search.windows.net\"}]}]}}",
        "{\"template\": {\"containers\": [{\"env\": [{\"name\": \"AZURE_SEARCH_ENDPOINT\","
            + " \"value\": \"\"}]}]}}",
        "{\"template\": {\"containers\": [{\"env\": [{\"name\": \"AZURE_SEARCH_ENDPOINT\","
            + " \"secretRef\": \"https://s.search.windows.net\"}]}]}}",
        "{\"template\": {\"containers\": [{}]}}",
      })
  void aSettingHasANameAndAValueThatIsNoSecret(String properties) {
    assertThat(callers(resource("App/containerApps", "app", properties))).isEmpty();
  }

  /// The name of a secret is no key, but it stands for one.
  @ParameterizedTest
  @CsvSource({
    "value,       key",
    "secretRef,   key",
    "secureValue, key",
    "other,       managed-identity",
  })
  void aKeyMayBeASecret(String member, String credential) {
    String env =
        "{\"template\": {\"containers\": [{\"env\": ["
            + LIST.substring(1, LIST.length() - 1)
            + ", {\"name\": \"AZURE_SEARCH_API_KEY\", \""
            + member
            + "\": \"x\"}]}]}}";
    assertThat(
            Estates.graph(
                    "[{\"type\": \"Microsoft.App/containerApps\", \"name\": \"app\", \"identity\":"
                        + " {\"type\": \"SystemAssigned\"}, \"properties\": "
                        + env
                        + "}]")
                .calls())
        .extracting(it -> Estates.text(it.credential().value()))
        .containsExactly(credential);
  }
}
