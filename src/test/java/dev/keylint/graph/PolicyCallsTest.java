package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCallsTest {
  private static final String SERVICE =
      """
      {"as": "apim", "type": "Microsoft.ApiManagement/service", "name": "gw",
       "identity": {"type": "SystemAssigned"}},
      {"as": "account", "type": "Microsoft.CognitiveServices/accounts", "name": "oa", "kind": "OpenAI",
       "properties": {"customSubDomainName": "oa"}},
      {"as": "backend", "type": "Microsoft.ApiManagement/service/backends", "name": "gw/ai",
       "properties": {"url": "${account.properties.endpoint}openai"}},
      {"type": "Microsoft.ApiManagement/service/backends", "name": "gw/pool",
       "properties": {"type": "Pool", "pool": {"services": [{"id": "${backend.id}"}]}}},
      {"type": "Microsoft.ApiManagement/service/namedValues", "name": "gw/aud",
       "properties": {"displayName": "ai-audience", "value": "https://cognitiveservices.azure.com"}},
      {"type": "Microsoft.ApiManagement/service/apis", "name": "gw/chat",
       "properties": {"serviceUrl": "https://s.search.windows.net"}},
      """;

  private static List<Call> calls(String type, String name, String xml) {
    String policy =
        "{\"type\": \"Microsoft.ApiManagement/service/TYPE\", \"name\": \"gw/NAME\","
            + " \"properties\": {\"format\": \"rawxml\", \"value\": VALUE}}";
    String value = xml.startsWith("{") ? xml : "\"" + xml.replace("\"", "\\\"") + "\"";
    String json =
        "["
            + SERVICE
            + policy.replace("TYPE", type).replace("NAME", name).replace("VALUE", value)
            + "]";
    return Estates.graph(json).calls();
  }

  private static String show(Call call) {
    return text(call.host().value())
        + " "
        + text(call.path().value())
        + " "
        + call.audience().map(it -> text(it.value())).orElse("-")
        + " "
        + call.clientId().map(it -> text(it.value())).orElse("-");
  }

  private static String text(Value value) {
    return value instanceof Value.Str(var text, _) ? text : "?";
  }

  private static String auth(String audience) {
    return "<authentication-managed-identity resource=\"" + audience + "\"/>";
  }

  private static String inbound(String content) {
    return "<policies><inbound><base/>" + content + "</inbound></policies>";
  }

  @Test
  void theBackendIsTheOneThatThePolicySets() {
    String xml =
        inbound(
            "<set-backend-service backend-id=\"ai\"/>"
                + "<authentication-managed-identity resource=\"https://search.azure.com/\""
                + " client-id=\"c\"/>");
    List<Call> calls = calls("apis/policies", "chat/policy", xml);
    assertThat(calls)
        .extracting(PolicyCallsTest::show)
        .containsExactly("oa.openai.azure.com /openai https://search.azure.com c");
    assertThat(text(calls.getFirst().credential().value())).isEqualTo("managed-identity");
    assertThat(calls.getFirst().workload()).isPresent();
    assertThat(calls.getFirst().target()).isPresent();
    assertThat(calls.getFirst().host().evidence().name()).isEqualTo("url");
  }

  @Test
  void theAudienceIsPlacedInsideTheXml() {
    String xml = inbound("<set-backend-service backend-id='ai'/>" + auth("https://x"));
    Call call = calls("apis/policies", "chat/policy", xml).getFirst();
    Location.InFile at = (Location.InFile) call.audience().orElseThrow().at();
    assertThat(at.source().slice(at.span())).isEqualTo("resource=\\\"https://x\\\"");
  }

  @Test
  void elseItIsTheApisOwn() {
    String xml = inbound(auth("https://search.azure.com"));
    assertThat(calls("apis/policies", "chat/policy", xml))
        .extracting(PolicyCallsTest::show)
        .containsExactly("s.search.windows.net / https://search.azure.com -");
    assertThat(calls("apis/operations/policies", "chat/op/policy", xml))
        .extracting(PolicyCallsTest::show)
        .containsExactly("s.search.windows.net / https://search.azure.com -");
  }

  @Test
  void ofTheWholeServiceItIsNotKnown() {
    assertThat(calls("policies", "policy", inbound(auth("https://management.azure.com"))))
        .extracting(PolicyCallsTest::show)
        .containsExactly("? ? https://management.azure.com -");
  }

  @Test
  void theNearestBackendCounts() {
    String xml =
        inbound(
            "<choose><when condition=\"@(true)\"><set-backend-service"
                + " base-url=\"https://one.openai.azure.com\"/>"
                + auth("https://a")
                + "</when><otherwise><set-backend-service backend-id=\"pool\"/>"
                + auth("https://b")
                + "</otherwise></choose>");
    assertThat(calls("policies", "policy", xml))
        .extracting(PolicyCallsTest::show)
        .containsExactly(
            "one.openai.azure.com / https://a -", "oa.openai.azure.com /openai https://b -");
  }

  @Test
  void oneTokenForSeveralBackendsIsSeveralCalls() {
    String xml =
        inbound(
            auth("{{ai-audience}}")
                + "<choose><when><set-backend-service"
                + " base-url=\"https://one.openai.azure.com\"/></when><otherwise><set-backend-service"
                + " base-url=\"https://s.search.windows.net\"/></otherwise></choose>");
    assertThat(calls("policies", "policy", xml))
        .extracting(PolicyCallsTest::show)
        .containsExactly(
            "one.openai.azure.com / https://cognitiveservices.azure.com -",
            "s.search.windows.net / https://cognitiveservices.azure.com -");
  }

  @Test
  void aRequestOfItsOwnHasItsOwnUrl() {
    String xml =
        inbound(
            "<set-backend-service backend-id=\"ai\"/><send-request mode=\"new\">"
                + "<set-url>https://s.search.windows.net/indexes</set-url>"
                + auth("https://search.azure.com")
                + "</send-request><send-request mode=\"new\"><set-url>@(\"https://x\")</set-url>"
                + auth("https://vault.azure.net")
                + "</send-request><send-request><set-url>https://v.vault.azure.net</set-url>"
                + auth("https://vault.azure.net")
                + "</send-request>");
    assertThat(calls("policies", "policy", xml))
        .extracting(PolicyCallsTest::show)
        .containsExactly(
            "s.search.windows.net /indexes https://search.azure.com -",
            "? ? https://vault.azure.net -");
  }

  @Test
  void aTextThatTheTemplateFillsInIsRead() {
    String xml =
        "{\"$replace\": [\""
            + inbound("<set-backend-service backend-id='{id}'/>" + auth("https://x"))
                .replace("\"", "\\\"")
            + "\", \"{id}\", \"${param.backend}\"]}";
    assertThat(calls("apis/policies", "chat/policy", xml))
        .extracting(PolicyCallsTest::show)
        .containsExactly("? ? https://x -");
  }

  @Test
  void aFragmentIsJudgedWhereItIsIncluded() {
    String json =
        "["
            + SERVICE
            + """
            {"type": "Microsoft.ApiManagement/service/policyFragments", "name": "gw/sign-in",
             "properties": {"value": "<fragment><authentication-managed-identity resource='https://a'/></fragment>"}},
            {"type": "Microsoft.ApiManagement/service/policyFragments", "name": "gw/unused",
             "properties": {"value": "<fragment><authentication-managed-identity resource='https://b'/></fragment>"}},
            {"type": "Microsoft.ApiManagement/service/policies", "name": "gw/policy",
             "properties": {"value": "<policies><inbound><set-backend-service backend-id='ai'/><include-fragment fragment-id='sign-in'/></inbound></policies>"}}
            ]
            """;
    assertThat(Estates.graph(json).calls())
        .extracting(PolicyCallsTest::show)
        .containsExactly("oa.openai.azure.com /openai https://a -", "? ? https://b -");
  }

  @Test
  void aPolicyThatIsNotAtHandIsOpen() {
    String json =
        "["
            + SERVICE
            + """
            {"type": "Microsoft.ApiManagement/service/policies", "name": "gw/policy",
             "properties": {"format": "xml-link", "value": "https://example.org/policy.xml"}}
            ]
            """;
    Call call = Estates.graph(json).calls().getFirst();
    assertThat(call.audience().orElseThrow().value()).isInstanceOf(Value.Unknown.class);
    assertThat(call.credential().value()).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void aBackendMaySignInItself() {
    String json =
        "["
            + SERVICE
            + """
            {"type": "Microsoft.ApiManagement/service/backends", "name": "gw/own", "properties": {
              "url": "https://x.services.ai.azure.com/api/projects/p",
              "credentials": {"managedIdentity": {"resource": "https://cognitiveservices.azure.com",
                                                  "clientId": "c"}}}},
            {"type": "Microsoft.ApiManagement/service/backends", "name": "gw/vault", "properties": {
              "url": "https://v.vault.azure.net",
              "credentials": {"managedIdentity": {"resource": "https://vault.azure.net"}}}}
            ]
            """;
    assertThat(Estates.graph(json).calls())
        .extracting(PolicyCallsTest::show)
        .containsExactly(
            "x.services.ai.azure.com /api/projects/p https://cognitiveservices.azure.com c");
  }
}
