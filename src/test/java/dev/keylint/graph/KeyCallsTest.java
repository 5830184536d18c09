package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls that carry a key: in policies and backends of API Management, in flows.
class KeyCallsTest {
  private static final String AI = "<set-backend-service backend-id='ai'/>";
  private static final String KEY = Policies.header("api-key", "{{k}}");

  private static List<String> policy(String xml) {
    return keys(Policies.calls("apis/policies", "chat/policy", xml));
  }

  private static List<String> keys(List<Call> calls) {
    return calls.stream()
        .filter(it -> Estates.text(it.credential().value()).equals("key"))
        .map(it -> Estates.text(it.host().value()))
        .toList();
  }

  private static List<String> resource(String json) {
    return keys(Policies.with(json).calls());
  }

  private static String backend(String credentials) {
    return Policies.part(
        "backends",
        "gw/keyed",
        "{\"url\": \"https://x.openai.azure.com\", \"credentials\": " + credentials + "}");
  }

  private static String action(String inputs) {
    return "{\"type\": \"Microsoft.Logic/workflows\", \"name\": \"flow\", \"properties\":"
        + " {\"definition\": {\"actions\": {\"a\": {\"inputs\": "
        + inputs
        + "}}}}}";
  }

  @Test
  void aHeaderWithAKeyGoesToTheBackendOfThePolicy() {
    assertThat(policy(Policies.inbound(AI + KEY))).containsExactly("oa.openai.azure.com");
    assertThat(policy(Policies.inbound(KEY))).containsExactly("s.search.windows.net");
    assertThat(policy(Policies.inbound(AI + Policies.INNER.replace("HEADER", KEY))))
        .containsExactly("s.search.windows.net");
  }

  @Test
  void whatIsDeletedCommentedOutOrAnsweredIsNone() {
    String deleted = "<set-header name='api-key' exists-action='delete'/>";
    assertThat(policy(Policies.inbound(AI + deleted))).isEmpty();
    assertThat(policy(Policies.inbound(AI + "<!--" + KEY + "-->"))).isEmpty();
    assertThat(policy(Policies.inbound(AI + "<set-header name='api-key'><value/></set-header>")))
        .isEmpty();
    assertThat(
            policy(
                "<policies><inbound>"
                    + AI
                    + "</inbound><outbound>"
                    + KEY
                    + "</outbound></policies>"))
        .isEmpty();
    assertThat(policy(Policies.inbound(AI + "<return-response>" + KEY + "</return-response>")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "@(\"api\" + \"-key\")                          | key",
        "@(x ? \"api-key\" : \"API-Key\")               | key",
        "@(x ? \"accept\" : \"host\")                   | ",
        "@(x ? \"accept\" : \"api-key\")                | ?",
        "@(\"api\" + x)                                 | ?",
        "@((string)context.Variables[\"name\"])         | ?",
        "@(\"api_key\".Replace(\"_\", \"-\"))           | ?",
        "@(context.Request.Headers.First().Key)         | ?",
        "{{secret-name}}                                | ?",
      })
  void theNameOfAHeaderMayBeMadeWhenARequestComes(String name, String credential) {
    assertThat(
            Policies.calls(
                "apis/policies",
                "chat/policy",
                Policies.inbound(AI + Policies.header(name, "{{k}}"))))
        .extracting(it -> Estates.text(it.credential().value()))
        .isEqualTo(credential == null ? List.of() : List.of(credential));
  }

  @Test
  void aPolicyThatAsksForATokenSendsNoKey() {
    assertThat(policy(Policies.inbound(AI + Policies.auth("https://x") + KEY))).isEmpty();
  }

  @Test
  void aKeyForSomethingElseIsNoCall() {
    String other = "<set-backend-service base-url='https://api.contoso.com'/>";
    assertThat(policy(Policies.inbound(other + KEY))).isEmpty();
  }

  @Test
  void aBackendSendsWhatItsCredentialsSay() {
    assertThat(resource(backend("{\"header\": {\"API-KEY\": [\"{{k}}\"]}}")))
        .containsExactly("x.openai.azure.com");
    assertThat(resource(backend("{\"query\": {\"subscription-key\": [\"a\"]}}"))).hasSize(1);
    assertThat(resource(backend("{\"header\": {\"x-tenant\": [\"a\"]}}"))).isEmpty();
    assertThat(resource(backend("{\"header\": {\"api-key\": [\" \"]}}"))).isEmpty();
    assertThat(resource(backend("{\"header\": {\"x\": [\"{{ai-audience}}\"]}}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"header\": {\"x-key\": [\"{{listed}}\"]}}                           | 1",
        "{\"header\": {\"x-key\": [\"a\", \"b {{ LISTED }}\"]}}                | 1",
        "{\"query\": {\"k\": [\"{{written}}{{listed}}\"]}}                     | 1",
        "{\"header\": {\"x-key\": [\"{{written}}\"]}}                          | 0",
        "{\"header\": {\"x-key\": [\"{{lost}}\"]}}                             | 0",
        "{\"header\": {\"x-key\": 7}}                                          | 0",
        "{\"header\": {\"x-key\": [{}]}}                                       | 0",
        "{\"header\": {\"api-key\": 7}}                                        | 1",
        "{\"header\": {\"api-key\": null}}                                     | 0",
        "{\"authorization\": {\"scheme\": \"Bearer\", \"parameter\": \"{{listed}}\"}} | 1",
        "{\"authorization\": {\"scheme\": \"Bearer\", \"parameter\": \"abc\"}} | 0",
        "{\"authorization\": {\"scheme\": \"{{listed}}\"}}                     | 0",
      })
  void aNamedValueMayHoldAKeyThatAzureLists(String credentials, int calls) {
    String values =
        """
        {"type": "Microsoft.ApiManagement/service/namedValues", "name": "gw/listed", "properties":
          {"value": {"$access": [{"$listKeys": ["${account.id}", "2025-06-01"]}, "key1"]}}},
        {"type": "Microsoft.ApiManagement/service/namedValues", "name": "gw/written",
         "properties": {"value": "abc"}},
        """;
    assertThat(resource(values + backend(credentials))).hasSize(calls);
  }

  @Test
  void theNamedValuesOfAServiceThatIsNotKnownAreNotKnown() {
    String credentials = "{\"header\": {\"x-key\": [\"{{listed}}\"]}}";
    assertThat(
            resource(backend(credentials).replace("\"type\"", "\"id\": \"${param.id}\", \"type\"")))
        .isEmpty();
  }

  @Test
  void aFlowSendsAKeyInAHeaderOrInTheQuery() {
    String uri = "\"uri\": \"https://s.search.windows.net/indexes\"";
    assertThat(resource(action("{" + uri + ", \"headers\": {\"Api-Key\": \"a\"}}")))
        .containsExactly("s.search.windows.net");
    assertThat(resource(action("{" + uri + ", \"queries\": {\"api-key\": \"a\"}}"))).hasSize(1);
    assertThat(resource(action("{\"uri\": \"https://s.search.windows.net/?api-key=a\"}")))
        .hasSize(1);
    assertThat(resource(action("{\"uri\": \"https://s.search.windows.net/?api-key=\"}"))).isEmpty();
    assertThat(resource(action("{" + uri + ", \"headers\": {\"api-key\": \"\"}}"))).isEmpty();
    assertThat(
            resource(
                action(
                    "{"
                        + uri
                        + ", \"headers\": {\"api-key\": \"a\"}, \"authentication\":"
                        + " {\"type\": \"ManagedServiceIdentity\"}}")))
        .isEmpty();
  }

  @Test
  void anApplicationSignsInWithATokenOfItsOwn() {
    List<Call> calls =
        Estates.graph(
                "["
                    + action(
                        "{\"uri\": \"https://s.search.windows.net\", \"authentication\":"
                            + " {\"type\": \"ActiveDirectoryOAuth\"}}")
                    + "]")
            .calls();
    assertThat(calls)
        .extracting(it -> Estates.text(it.credential().value()))
        .containsExactly("identity");
  }
}
