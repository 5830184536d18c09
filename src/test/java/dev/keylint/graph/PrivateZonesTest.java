package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the zone group of a private endpoint looks names up for.
class PrivateZonesTest {
  private static List<String> services(String endpoint, String name) {
    AccessGraph graph =
        Estates.graph(
            """
            [{"as": "docs", "type": "Microsoft.Search/searchServices", "name": "docs"},
             {"as": "ai", "type": "Microsoft.CognitiveServices/accounts", "name": "ai",
              "kind": "AIServices"},
             {"as": "old", "type": "Microsoft.CognitiveServices/accounts", "name": "old",
              "kind": "OpenAI", "existing": true},
             {"as": "bare", "type": "Microsoft.CognitiveServices/accounts", "name": "bare"},
             {"as": "blobs", "type": "Microsoft.Storage/storageAccounts", "name": "blobs"},
             {"type": "Microsoft.Network/privateEndpoints", "name": "pe", ENDPOINT},
             {"type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "name": "NAME"}]
            """
                .replace("ENDPOINT", endpoint)
                .replace("NAME", name));
    return graph.network().privateServices(graph.estate().resources().getLast()).stream()
        .map(Estates::text)
        .toList();
  }

  private static String connection(String id, String groups) {
    return "{\"properties\": {\"privateLinkServiceId\": \"%ID\", \"groupIds\": %GROUPS}}"
        .replace("%ID", id)
        .replace("%GROUPS", groups);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${docs.id}  | [\"searchService\"]            | [Search]",
        "${ai.id}    | [\"account\"]                  | [AIServices]",
        "${old.id}   | [\"account\"]                  | [?]",
        "${bare.id}  | [\"account\"]                  | [?]",
        "${blobs.id} | [\"blob\"]                     | []",
        "${param.id} | [\"SEARCHSERVICE\"]            | [Search]",
        "${param.id} | [\"Account\"]                  | [?]",
        "${param.id} | [\"blob\"]                     | []",
        "${param.id} | []                             | [?]",
        "${param.id} | [\"${param.g}\"]               | [?]",
        "${param.id} | [\"blob\", \"${param.g}\"]     | [?]",
      })
  void aConnectionLeadsToAKindOfService(String id, String groups, String shown) {
    String connections = "[" + connection(id, groups) + "]";
    assertThat(
            services(
                "\"properties\": {\"privateLinkServiceConnections\": " + connections + "}",
                "pe/default"))
        .hasToString(shown);
    assertThat(
            services(
                "\"properties\": {\"manualPrivateLinkServiceConnections\": " + connections + "}",
                "pe/default"))
        .hasToString(shown);
  }

  @Test
  void severalConnectionsAreEachCountedOnce() {
    String both =
        "\"properties\": {\"privateLinkServiceConnections\": ["
            + connection("${ai.id}", "[]")
            + ", "
            + connection("${docs.id}", "[]")
            + "], \"manualPrivateLinkServiceConnections\": ["
            + connection("${ai.id}", "[]")
            + ", {\"properties\": {}}]}";
    assertThat(services(both, "pe/default")).containsExactly("AIServices", "Search");
  }

  @Test
  void anEndpointThatIsNotDeclaredHereLeadsAnywhere() {
    assertThat(services("\"existing\": true", "pe/default")).containsExactly("?");
    assertThat(services("\"properties\": {}", "other/default")).containsExactly("?");
    assertThat(services("\"properties\": {}", "pe/default")).isEmpty();
  }
}
