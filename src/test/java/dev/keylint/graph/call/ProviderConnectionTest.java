package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.resource.Bodies;
import dev.keylint.text.Location;
import dev.keylint.value.Property;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Connections of built-in connectors: endpoint, authentication, identity, and the header with the
/// key.
class ProviderConnectionTest {
  private static final FlowText TEXTS =
      new FlowText(
          Estates.value("\"/flow\""), Map.of(), Map.of("url", Estates.value("\"https://set\"")));

  private static String read(String json) {
    Property connection =
        new Property("docs", new Location.WholeFile("connections.json"), Estates.value(json));
    return ProviderConnection.of(connection, TEXTS)
        .map(ProviderConnectionTest::show)
        .orElse("none");
  }

  private static String show(ProviderConnection it) {
    return String.join(
        " ",
        text(it.endpoint()),
        it.authentication().flatMap(how -> Bodies.text(how.value(), "type")).orElse("-"),
        it.client().map(ProviderConnectionTest::text).orElse("-"),
        it.sent().stream()
            .flatMap(header -> Bodies.members(header.value()).stream())
            .map(header -> header.name() + "=" + text(header))
            .collect(Collectors.joining(",")));
  }

  private static String text(Property property) {
    return Estates.text(property.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"searchServiceEndpoint\": \"https://a\", \"searchServiceAdminKey\": \"k\""
            + "                              | https://a - - api-key=k",
        "\"openAIKey\": \"k\", \"openAIEndpoint\": \"@appsetting('url')\""
            + "                              | https://set - - api-key=k",
        "\"endpoint\": \" \", \"otherEndpoint\": \"https://a\", \"keyName\": \"n\""
            + "                              | 'https://a - - '",
        "\"endpoint\": [], \"otherEndpoint\": \"https://a\", \"key\": \"\", \"other_key\": \"k\""
            + "                              | https://a - - api-key=k",
        "\"endpoint\": \"https://a\", \"key\": \"k\", \"authProvider\": {\"type\":"
            + " \"ActiveDirectoryOAuth\"}    | 'https://a ActiveDirectoryOAuth - '",
        "\"endpoint\": \"https://a\", \"authProvider\": {\"type\": \"ManagedServiceIdentity\","
            + " \"identity\": \"/ids/own\"}  | 'https://a ManagedServiceIdentity /ids/own '",
        "\"endpoint\": \"https://a\", \"key\": \"k\", \"authProvider\": {\"identity\":"
            + " \"/ids/own\"}                | https://a - /ids/own api-key=k",
        "\"key\": \"k\"                      | none",
        "\"endpoint\": \"\"                  | none",
      })
  void aConnectionSendsAKeyUnlessItSignsIn(String values, String shown) {
    assertThat(read("{\"parameterValues\": {" + values + "}}")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "ManagedServiceIdentity, 'https://a ManagedServiceIdentity - '",
    "MANAGEDSERVICEIDENTITY, 'https://a ManagedServiceIdentity - '",
    "connectionString,       https://a - - api-key=k",
  })
  void theSetOfParametersMaySayThatItSignsIn(String set, String shown) {
    assertThat(
            read(
                "{\"parameterSetName\": \""
                    + set
                    + "\", \"parameterValues\": {\"endpoint\": \"https://a\", \"key\": \"k\"}}"))
        .isEqualTo(shown);
  }

  @Test
  void aConnectionWithoutValuesIsNone() {
    assertThat(read("{}")).isEqualTo("none");
  }
}
