package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCallsTest {
  @Test
  void theBackendIsTheOneThatThePolicySets() {
    String xml =
        Policies.inbound(
            "<set-backend-service backend-id=\"ai\"/>"
                + "<authentication-managed-identity resource=\"https://search.azure.com/\""
                + " client-id=\"c\"/>");
    List<Call> calls = Policies.calls("apis/policies", "chat/policy", xml);
    assertThat(calls)
        .extracting(Policies::show)
        .containsExactly("oa.openai.azure.com /openai https://search.azure.com c");
    assertThat(Estates.text(calls.getFirst().credential().value())).isEqualTo("managed-identity");
    assertThat(calls.getFirst().workload()).isPresent();
    assertThat(calls.getFirst().target()).isPresent();
    assertThat(calls.getFirst().host().evidence().name()).isEqualTo("url");
  }

  @Test
  void theAudienceIsPlacedInsideTheXml() {
    String xml =
        Policies.inbound("<set-backend-service backend-id='ai'/>" + Policies.auth("https://x"));
    Call call = Policies.calls("apis/policies", "chat/policy", xml).getFirst();
    Location.InFile at = (Location.InFile) call.audience().orElseThrow().at();
    assertThat(at.source().slice(at.span())).isEqualTo("resource=\\\"https://x\\\"");
  }

  @Test
  void elseItIsTheApisOwn() {
    String xml = Policies.inbound(Policies.auth("https://search.azure.com"));
    assertThat(Policies.calls("apis/policies", "chat/policy", xml))
        .extracting(Policies::show)
        .containsExactly("s.search.windows.net / https://search.azure.com -");
    assertThat(Policies.calls("apis/operations/policies", "chat/op/policy", xml))
        .extracting(Policies::show)
        .containsExactly("s.search.windows.net / https://search.azure.com -");
  }

  @Test
  void ofTheWholeServiceItIsNotKnown() {
    assertThat(
            Policies.calls(
                "policies",
                "policy",
                Policies.inbound(Policies.auth("https://management.azure.com"))))
        .extracting(Policies::show)
        .containsExactly("? ? https://management.azure.com -");
  }

  @Test
  void theNearestBackendCounts() {
    String xml =
        Policies.inbound(
            "<choose><when condition=\"@(true)\"><set-backend-service"
                + " base-url=\"https://one.openai.azure.com\"/>"
                + Policies.auth("https://a")
                + "</when><otherwise><set-backend-service backend-id=\"pool\"/>"
                + Policies.auth("https://b")
                + "</otherwise></choose>");
    assertThat(Policies.calls("policies", "policy", xml))
        .extracting(Policies::show)
        .containsExactly(
            "one.openai.azure.com / https://a -", "oa.openai.azure.com /openai https://b -");
  }

  @Test
  void oneTokenForSeveralBackendsIsSeveralCalls() {
    String xml =
        Policies.inbound(
            Policies.auth("{{ai-audience}}")
                + "<choose><when><set-backend-service"
                + " base-url=\"https://one.openai.azure.com\"/></when><otherwise><set-backend-service"
                + " base-url=\"https://s.search.windows.net\"/></otherwise></choose>");
    assertThat(Policies.calls("policies", "policy", xml))
        .extracting(Policies::show)
        .containsExactly(
            "one.openai.azure.com / https://cognitiveservices.azure.com -",
            "s.search.windows.net / https://cognitiveservices.azure.com -");
  }

  @Test
  void aRequestOfItsOwnHasItsOwnUrl() {
    String xml =
        Policies.inbound(
            "<set-backend-service backend-id=\"ai\"/><send-request mode=\"new\">"
                + "<set-url>https://s.search.windows.net/indexes</set-url>"
                + Policies.auth("https://search.azure.com")
                + "</send-request><send-request mode=\"new\"><set-url>@(\"https://x\")</set-url>"
                + Policies.auth("https://vault.azure.net")
                + "</send-request><send-request><set-url>https://v.vault.azure.net</set-url>"
                + Policies.auth("https://vault.azure.net")
                + "</send-request>");
    assertThat(Policies.calls("policies", "policy", xml))
        .extracting(Policies::show)
        .containsExactly(
            "s.search.windows.net /indexes https://search.azure.com -",
            "? ? https://vault.azure.net -");
  }

  @Test
  void aTextThatTheTemplateFillsInIsRead() {
    String xml =
        "{\"$replace\": [\""
            + Policies.inbound(
                    "<set-backend-service backend-id='{id}'/>" + Policies.auth("https://x"))
                .replace("\"", "\\\"")
            + "\", \"{id}\", \"${param.backend}\"]}";
    assertThat(Policies.calls("apis/policies", "chat/policy", xml))
        .extracting(Policies::show)
        .containsExactly("? ? https://x -");
  }

  @Test
  void aFragmentIsJudgedWhereItIsIncluded() {
    String json =
        "["
            + Policies.SERVICE
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
        .extracting(Policies::show)
        .containsExactly("oa.openai.azure.com /openai https://a -", "? ? https://b -");
  }

  @Test
  void aPolicyThatIsNotAtHandIsOpen() {
    String json =
        "["
            + Policies.SERVICE
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
            + Policies.SERVICE
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
        .extracting(Policies::show)
        .containsExactly(
            "x.services.ai.azure.com /api/projects/p https://cognitiveservices.azure.com c");
  }

  @Test
  void anIncludedFragmentBehindALinkMayDoAnything() {
    String fragment =
        "{\"type\": \"Microsoft.ApiManagement/service/policyFragments\", \"name\": \"gw/far\","
            + " \"properties\": {\"format\": \"xml-link\", \"value\": \"https://example.org/f\"}},";
    String policy =
        "{\"type\": \"Microsoft.ApiManagement/service/policies\", \"name\": \"gw/policy\","
            + " \"properties\": {\"value\": \"<policies><inbound>"
            + "<include-fragment fragment-id='far'/></inbound></policies>\"}}";
    assertThat(Estates.graph("[" + Policies.SERVICE + fragment + policy + "]").calls())
        .extracting(call -> Estates.text(call.credential().value()))
        .containsExactly("?");
  }

  @Test
  void whatIsNotHereMayDoAnything() {
    assertThat(Policies.more(Policies.inbound("<include-fragment fragment-id='elsewhere'/>")))
        .extracting(call -> call.credential().value())
        .singleElement()
        .isInstanceOfSatisfying(
            Value.Unknown.class,
            it ->
                assertThat(it.reason())
                    .isEqualTo(new Reason.NotStated("what the policy fragment `elsewhere` does")));
    assertThat(
            Policies.more(
                "<!DOCTYPE policies [<!ENTITY x '<authentication-managed-identity"
                    + " resource=&quot;https://a&quot;/>'>]><policies>&x;</policies>"))
        .extracting(call -> Estates.text(call.credential().value()))
        .containsExactly("?");
  }
}
