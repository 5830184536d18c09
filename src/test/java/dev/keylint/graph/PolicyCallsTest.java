package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static String header(String name, String code) {
    return "<set-header name='"
        + name
        + "' exists-action='override'><value>"
        + code
        + "</value></set-header>";
  }

  private static String kept(String audience, String variable) {
    return "<authentication-managed-identity resource='"
        + audience
        + "' output-token-variable-name='"
        + variable
        + "'/>";
  }

  private static final String INNER =
      "<send-request mode='new'><set-url>https://s.search.windows.net/indexes</set-url>HEADER"
          + "</send-request>";

  @Test
  void aTokenInAVariableGoesWhereAHeaderReadsIt() {
    String xml =
        inbound(
            kept("https://one", "t1")
                + kept("https://two", "t2")
                + kept("https://three", "t3")
                + kept("https://four", "t4")
                + "<set-variable name='copy' value='@((string)context.Variables[&quot;t2&quot;])'/>"
                + INNER.replace(
                    "HEADER",
                    header(
                        "authorization",
                        "@(&quot;Bearer &quot; + context.Variables[&quot;T1&quot;])"))
                + header(
                    "Authorization",
                    "@(context.Variables.GetValueOrDefault&lt;string&gt;(&#34;copy&#34;))")
                + header("X-Other", "@((string)context.Variables[&quot;t3&quot;])")
                + "<set-backend-service backend-id='ai'/>");
    assertThat(calls("apis/policies", "chat/policy", xml))
        .extracting(PolicyCallsTest::show)
        .containsExactly(
            "s.search.windows.net /indexes https://one -",
            "oa.openai.azure.com /openai https://two -");
  }

  @Test
  void anyTokenMayBeReadByANameThatIsMadeAtRunTime() {
    String dynamic = header("Authorization", "@((string)context.Variables[name])");
    String back = "<set-backend-service backend-id='ai'/>";
    List<Call> alike =
        calls(
            "apis/policies",
            "chat/policy",
            inbound(kept("https://one", "a") + kept("https://one", "b") + dynamic + back));
    assertThat(alike)
        .extracting(call -> text(call.credential().value()))
        .containsExactly("managed-identity", "managed-identity");
    List<Call> mixed =
        calls(
            "apis/policies",
            "chat/policy",
            inbound(kept("https://one", "a") + kept("https://two", "b") + dynamic + back));
    assertThat(mixed).extracting(call -> text(call.credential().value())).containsExactly("?", "?");
  }

  private static List<Call> policies(String... typesNamesAndTexts) {
    StringBuilder json = new StringBuilder("[" + SERVICE);
    for (int i = 0; i < typesNamesAndTexts.length; i += 3) {
      json.append(i == 0 ? "" : ",")
          .append("{\"type\": \"Microsoft.ApiManagement/service/")
          .append(typesNamesAndTexts[i])
          .append("\", \"name\": \"gw/")
          .append(typesNamesAndTexts[i + 1])
          .append("\", \"properties\": {\"value\": \"")
          .append(typesNamesAndTexts[i + 2].replace("\"", "\\\""))
          .append("\"}}");
    }
    return Estates.graph(json + "]").calls();
  }

  @Test
  void anotherPolicyOfTheRequestMayReadTheToken() {
    String reads = header("Authorization", "@((string)context.Variables[&quot;t&quot;])");
    assertThat(
            policies(
                "policies",
                "policy",
                inbound(kept("https://one", "t")),
                "apis/policies",
                "chat/policy",
                inbound(reads + "<set-backend-service backend-id='ai'/>"),
                "apis/policies",
                "other/policy",
                inbound("<set-backend-service backend-id='pool'/>")))
        .extracting(PolicyCallsTest::show)
        .containsExactly("oa.openai.azure.com /openai https://one -");
    assertThat(
            policies(
                "apis/policies",
                "chat/policy",
                inbound(kept("https://one", "t")),
                "apis/policies",
                "other/policy",
                inbound(reads)))
        .isEmpty();
  }

  @Test
  void operationsSetTheBackendForTheTokenOfTheirApi() {
    assertThat(
            policies(
                "apis/policies",
                "none/policy",
                inbound(auth("https://a")),
                "apis/operations/policies",
                "none/chat/policy",
                inbound("<set-backend-service backend-id='ai'/>"),
                "apis/operations/policies",
                "none/own/policy",
                "<policies><inbound><set-backend-service"
                    + " base-url='https://x.search.windows.net'/></inbound></policies>"))
        .extracting(PolicyCallsTest::show)
        .containsExactly("oa.openai.azure.com /openai https://a -");
  }

  @Test
  void aBackendOfTheWholeServiceIsInherited() {
    String all = inbound("<set-backend-service backend-id='ai'/>");
    assertThat(
            policies(
                "policies",
                "policy",
                all,
                "apis/policies",
                "chat/policy",
                inbound(auth("https://a"))))
        .extracting(PolicyCallsTest::show)
        .containsExactly("oa.openai.azure.com /openai https://a -");
    assertThat(
            policies(
                "policies",
                "policy",
                all,
                "apis/policies",
                "chat/policy",
                "<policies><inbound>" + auth("https://a") + "</inbound></policies>"))
        .extracting(PolicyCallsTest::show)
        .containsExactly("s.search.windows.net / https://a -");
  }

  private static final String MORE =
      """
      {"type": "Microsoft.ApiManagement/service/backends", "name": "gw/ai2",
       "properties": {"url": "https://two.openai.azure.com/openai"}},
      {"type": "Microsoft.ApiManagement/service/backends", "name": "gw/short",
       "properties": {"type": "Pool", "pool": {"services": [{"id": "/backends/ai2"}, {"id": "/backends/lost"}]}}},
      {"type": "Microsoft.ApiManagement/service/apis", "name": "gw/mcp",
       "properties": {"type": "mcp", "backendId": "ai2"}},
      """;

  private static List<Call> more(String xml) {
    return Estates.graph(
            "["
                + SERVICE
                + MORE
                + "{\"type\": \"Microsoft.ApiManagement/service/apis/policies\", \"name\":"
                + " \"gw/mcp/policy\", \"properties\": {\"value\": \""
                + xml.replace("\"", "\\\"")
                + "\"}}]")
        .calls();
  }

  @Test
  void anApiMayNameItsBackend() {
    assertThat(more(inbound(auth("https://a"))))
        .extracting(PolicyCallsTest::show)
        .containsExactly("two.openai.azure.com /openai https://a -");
  }

  @Test
  void membersOfAPoolHaveShortIds() {
    assertThat(more(inbound("<set-backend-service backend-id='short'/>" + auth("https://a"))))
        .extracting(PolicyCallsTest::show)
        .containsExactly("two.openai.azure.com /openai https://a -", "? ? https://a -");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<set-backend-service backend-id='@(x ? \"ai\" : \"ai2\")'/>",
        "<set-variable name='b' value='ai'/><choose><when><set-variable name='b' value='ai2'/>"
            + "</when></choose>"
            + "<set-backend-service backend-id='@((string)context.Variables[\"b\"])'/>",
        "<set-variable name='all' value='@{ return new JArray(new JObject { { \"backend-id\","
            + " \"ai\" } }, new JObject { { \"backend-id\", \"ai2\" } }); }'/><set-variable"
            + " name='one' value='@(((JArray)context.Variables[\"all\"])[i])'/><set-backend-service"
            + " backend-id='@(((JObject)context.Variables[\"one\"])[\"backend-id\"].ToString())'/>",
      })
  void aBackendThatIsPickedAmongAFewIsEachOfThem(String set) {
    assertThat(more(inbound(set + auth("https://a"))))
        .extracting(PolicyCallsTest::show)
        .containsExactlyInAnyOrder(
            "oa.openai.azure.com /openai https://a -", "two.openai.azure.com /openai https://a -");
  }

  @Test
  void urlsInAListOfBackendsAreTried() {
    String list =
        "<set-variable name='backends' value='@{ JArray all = new JArray(); all.Add(new JObject() {"
            + " { \"url\", \"https://one.openai.azure.com/\" }, { \"priority\", 1 } }); all.Add(new"
            + " JObject() { { \"url\", \"https://two.openai.azure.com/\" } }); return all;"
            + " }'/><set-variable name='index' value='-1'/><set-variable name='index' value='@(new"
            + " Random().Next(2))'/><set-variable name='url'"
            + " value='@(((JObject)((JArray)context.Variables[\"backends\"])[(Int32)context.Variables[\"index\"]]).Value&lt;string&gt;(\"url\")"
            + " + \"openai\")'/><set-backend-service"
            + " base-url='@((string)context.Variables[\"url\"])'/>";
    assertThat(more(inbound(list + auth("https://a"))))
        .extracting(call -> text(call.host().value()))
        .containsExactly("one.openai.azure.com", "two.openai.azure.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<set-variable name='b' value='ai'/><set-variable name='b' value='nowhere'/>"
            + "<set-backend-service backend-id='@((string)context.Variables[\"b\"])'/>",
        "<set-backend-service base-url='@(x ? \"https://one.openai.azure.com\" :"
            + " \"https://s.search.windows.net\")'/>",
        "<set-backend-service base-url='@(\"https://\" + x)'/>",
        "<set-backend-service base-url='@((string)context.Variables[\"nowhere\"])'/>",
        "<set-backend-service base-url='@(context.Request.Headers[\"x\"])'/>",
        "<set-backend-service backend-id='@(x ? \"ai\" : (string)context.Variables[\"lost\"])'/>",
      })
  void elseItIsNotKnown(String set) {
    assertThat(more(inbound(set + auth("https://a"))))
        .extracting(PolicyCallsTest::show)
        .containsExactly("? ? https://a -");
  }

  @Test
  void urlsInExpressionsAreTried() {
    assertThat(
            more(
                inbound(
                    "<set-backend-service base-url='@(x ? \"https://one.openai.azure.com\" :"
                        + " $\"https://{y}.openai.azure.com/openai\")'/><authentication-managed-identity"
                        + " resource='@(\"https://search.azure.com\")'/>")))
        .extracting(PolicyCallsTest::show)
        .containsExactly(
            "one.openai.azure.com / https://search.azure.com -",
            "? /openai https://search.azure.com -");
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
    assertThat(Estates.graph("[" + SERVICE + fragment + policy + "]").calls())
        .extracting(call -> text(call.credential().value()))
        .containsExactly("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@(\"https://vault\" + \".azure.net\")                                    |"
            + " https://vault.azure.net",
        "@(x ? \"https://vault.azure.net\" : \"https://vault.azure.net\")          |"
            + " https://vault.azure.net",
        "@(x ? \"https://vault.azure.net\" : \"https://search.azure.com\")         | ?",
        "@(\"https://vault.azure\" + x)                                          | ?",
        "@(string.Concat(\"https://vault.azure\", \".net\"))                       | ?",
        "@(\"https://vaultxazure.net\".Replace(\"x\", \".\"))                      | ?",
      })
  void anExpressionGivesAnAudienceOnlyIfItCanGiveNoOther(String code, String audience) {
    assertThat(
            more(
                inbound(
                    "<set-backend-service backend-id='ai'/>"
                        + "<authentication-managed-identity resource='"
                        + code
                        + "'/>")))
        .extracting(call -> text(call.audience().orElseThrow().value()))
        .containsExactly(audience);
  }

  @Test
  void whatIsAddedToAUrlDoesNotMakeItUnknown() {
    String lost = "(string)context.Variables[\"lost\"]";
    assertThat(
            more(
                inbound(
                    "<send-request><set-url>@($\"https://graph.microsoft.com/v1.0/users/{"
                        + lost
                        + "}\")</set-url>"
                        + auth("https://graph.microsoft.com")
                        + "</send-request>"
                        + "<set-backend-service base-url='@(\"https://x.openai.azure.com/\" + "
                        + lost
                        + ")'/>"
                        + auth("https://a"))))
        .extracting(PolicyCallsTest::show)
        .containsExactly("x.openai.azure.com ? https://a -");
  }

  @Test
  void whatIsNotHereMayDoAnything() {
    assertThat(more(inbound("<include-fragment fragment-id='elsewhere'/>")))
        .extracting(call -> call.credential().value())
        .singleElement()
        .isInstanceOfSatisfying(
            Value.Unknown.class,
            it ->
                assertThat(it.reason())
                    .isEqualTo(new Reason.NotStated("what the policy fragment `elsewhere` does")));
    assertThat(
            more(
                "<!DOCTYPE policies [<!ENTITY x '<authentication-managed-identity"
                    + " resource=&quot;https://a&quot;/>'>]><policies>&x;</policies>"))
        .extracting(call -> text(call.credential().value()))
        .containsExactly("?");
  }
}
