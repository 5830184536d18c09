package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Estate;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Private ways to a Search service: what a template declares, and what Azure lists with it.
class PrivateEndpointTest {
  private static final String SEARCH =
      """
      {"as": "docs", "type": "Microsoft.Search/searchServices", "name": "docs"},
      {"as": "other", "type": "Microsoft.Search/searchServices", "name": "other"},
      """;

  private static List<PrivateEndpoint> endpoints(Estate estate) {
    return PrivateEndpoint.of(ResourceIndex.of(estate));
  }

  /// Each with its name and whether it leads to the service `docs`.
  private static List<String> show(Estate estate) {
    return endpoints(estate).stream()
        .map(it -> {
          Answer leads = it.leadsTo(ResourceId.of(estate.resources().getFirst().id()));
          return GrantsTest.text(it.name()) + " " + Estates.show(leads);
        })
        .toList();
  }

  private static Estate declared(String list, String connections, String more) {
    return Estates.template(
        "["
            + SEARCH
            + "{\"type\": \"Microsoft.Network/privateEndpoints\", \"name\": \"way\", "
            + more
            + " \"properties\": {\""
            + list
            + "\": "
            + connections
            + "}}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "privateLinkServiceConnections       | ${docs.id}    |                                    |"
            + " yes",
        "privateLinkServiceConnections       | ${other.id}   |                                    |"
            + " no",
        "privateLinkServiceConnections       | ${param.some} |                                    |"
            + " open",
        "privateLinkServiceConnections       | ${docs.id}    | \"condition\": \"${param.deploy}\","
            + " | open",
        "manualPrivateLinkServiceConnections | ${docs.id}    |                                    |"
            + " open",
        "manualPrivateLinkServiceConnections | ${other.id}   |                                    |"
            + " no",
      })
  void anEndpointLeadsToWhatItsConnectionNames(
      String list, String service, String more, String leads) {
    String connection = "[{\"properties\": {\"privateLinkServiceId\": \"" + service + "\"}}]";
    assertThat(show(declared(list, connection, more == null ? "" : more)))
        .containsExactly("way " + leads);
  }

  @Test
  void connectionsThatAreNotKnownMayLeadAnywhere() {
    String list = "privateLinkServiceConnections";
    assertThat(show(declared(list, "\"${param.connections}\"", ""))).containsExactly("way open");
    String some = "[{\"properties\": {\"privateLinkServiceId\": \"${other.id}\"}}]";
    String joined = "{\"$concat\": [" + some + ", \"${param.more}\"]}";
    assertThat(show(declared(list, joined, ""))).containsExactly("way no", "way open");
    String item = "[\"${param.connection}\", {\"properties\": {}}]";
    assertThat(show(declared(list, item, ""))).containsExactly("way open");
  }

  @Test
  void noConnectionIsNoWay() {
    assertThat(show(declared("privateLinkServiceConnections", "[]", ""))).isEmpty();
    assertThat(show(declared("privateLinkServiceConnections", "[{\"properties\": {}}]", "")))
        .isEmpty();
    assertThat(show(declared("somethingElse", "[]", ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Approved, true", "approved, true", "Pending, false", "Rejected, false", "'', false"})
  void ofTheConnectionsThatAzureListsTheApprovedOnesAreWays(String status, boolean isWay) {
    Estate estate =
        Estates.live(
            """
            [{"type": "Microsoft.Search/searchServices", "name": "docs",
              "id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.Search/searchServices/docs",
              "properties": {"privateEndpointConnections": [
                {"id": "/own/connections/c", "properties": {
                  "privateEndpoint": {"id": "/subscriptions/1/resourceGroups/n/providers/Microsoft.Network/privateEndpoints/far"},
                  "privateLinkServiceConnectionState": {"status": "STATUS"}}}]}}]
            """
                .replace("STATUS", status));
    assertThat(show(estate)).isEqualTo(isWay ? List.of("far yes") : List.of());
  }

  @Test
  void anApprovedConnectionWithoutItsEndpointIsNamedAfterItself() {
    Estate estate =
        Estates.live(
            """
            [{"type": "Microsoft.Search/searchServices", "name": "docs",
              "id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.Search/searchServices/docs",
              "properties": {"privateEndpointConnections": [
                {"id": "/subscriptions/1/resourceGroups/r/providers/Microsoft.Search/searchServices/docs/privateEndpointConnections/c",
                 "properties": {"privateLinkServiceConnectionState": {"status": "Approved"}}}]}}]
            """);
    assertThat(endpoints(estate))
        .extracting(it -> ((Value.Str) it.name()).value())
        .containsExactly("c");
  }
}
