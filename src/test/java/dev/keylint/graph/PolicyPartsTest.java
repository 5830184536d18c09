package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.policy.PolicyRequests;
import dev.keylint.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which parts of API Management belong together, and why a backend is not known.
class PolicyPartsTest {
  private static final String AI = "<set-backend-service backend-id='ai'/>";
  private static final String AUTH = Policies.auth("https://a");

  private static String policy(String type, String name, String content) {
    return Policies.policy(type, name, Policies.inbound(content));
  }

  private static List<Call> calls(String... parts) {
    return Policies.with(parts).calls();
  }

  private static String host(Call call) {
    return switch (call.host().value()) {
      case Value.Str(var text, _) -> text;
      case Value.Unknown unknown -> unknown.reason().print();
      case Value other -> other.toString();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "policies,                 gw/policy",
    "products/policies,        gw/starter/policy",
    "apis/policies,            gw/chat/policy",
    "apis/operations/policies, gw/chat/op/policy",
  })
  void aPolicyNamesBackendsOfItsService(String type, String name) {
    assertThat(calls(policy(type, name, AI + AUTH)))
        .extracting(PolicyPartsTest::host)
        .containsExactly("oa.openai.azure.com");
  }

  @Test
  void partsOfAServiceThatIsNotKnownAreLeftOut() {
    String unknown = "\"id\": \"${param.id}\", \"type\"";
    assertThat(
            calls(
                policy("policies", "gw/lost", AUTH).replace("\"type\"", unknown),
                Policies.part("backends", "gw/lost", "{\"url\": \"https://x.openai.azure.com\"}")
                    .replace("\"type\"", unknown),
                policy("policies", "gw/policy", AI + AUTH)))
        .extracting(PolicyPartsTest::host)
        .containsExactly("oa.openai.azure.com");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"type\": \"Pool\", \"pool\": {\"services\": []}}', the URL of the backend `gw/own`",
    "'{\"type\": \"Pool\"}',                               the URL of the backend `gw/own`",
    "'{\"url\": \"https://x.openai.azure.com\"}',          x.openai.azure.com",
  })
  void aPoolWithoutMembersLeadsNobodyKnowsWhere(String backend, String shown) {
    assertThat(
            calls(
                Policies.part("backends", "gw/own", backend),
                policy("policies", "gw/policy", "<set-backend-service backend-id='own'/>" + AUTH)))
        .extracting(PolicyPartsTest::host)
        .singleElement()
        .asString()
        .contains(shown);
  }

  @Test
  void theBackendThatAnApiNamesIsSaidWhenItIsNotHere() {
    assertThat(
            calls(
                Policies.part("apis", "gw/mcp", "{\"backendId\": \"lost\"}"),
                policy("apis/policies", "gw/mcp/policy", AUTH)))
        .extracting(PolicyPartsTest::host)
        .singleElement()
        .asString()
        .contains("the URL of the backend `lost`");
  }

  @ParameterizedTest
  @CsvSource({
    "lost,        NotStated(the URL of the backend `lost`)",
    "${param.b},  MissingParameter(b)",
    "b-${param.b}, MissingParameter(b)",
    "${withheld.b}, NotStated(the URL of the backend `…`)",
  })
  void theUrlOfABackendThatIsNotHereDependsOnItsName(String name, String because) {
    String set = "<set-backend-service backend-id='" + name + "'/>";
    assertThat(calls(policy("policies", "gw/policy", set + AUTH)))
        .extracting(PolicyPartsTest::host)
        .containsExactly(because);
  }

  @Test
  void theOnlyNameThatAnExpressionReadsIsThatOfTheBackend() {
    String set =
        "<set-variable name='b' value='lost'/><set-backend-service"
            + " backend-id='@((string)context.Variables[\"b\"])'/>";
    assertThat(calls(policy("policies", "gw/policy", set + AUTH)))
        .extracting(PolicyPartsTest::host)
        .containsExactly("NotStated(the URL of the backend `lost`)");
  }

  /// Where requests go whose backend is `ai` or the one of this name.
  private static List<String> aiOr(String name) {
    String set =
        "<set-variable name='a' value='ai'/><set-variable name='b' value='"
            + name
            + "'/><set-backend-service backend-id='@(x ? (string)context.Variables[\"a\"] :"
            + " (string)context.Variables[\"b\"])'/>";
    return calls(
            Policies.part("backends", "gw/one", "{\"url\": \"https://one.openai.azure.com\"}"),
            Policies.part("backends", "gw/two", "{\"url\": \"https://two.openai.azure.com\"}"),
            policy("policies", "gw/policy", set + AUTH))
        .stream()
        .map(PolicyPartsTest::host)
        .toList();
  }

  /// What is no backend's name may be there for something else, so any backend may be meant.
  @Test
  void ofSeveralNamesAllAreThoseOfBackendsOrAnyIsMeant() {
    assertThat(aiOr("two"))
        .containsExactlyInAnyOrder("oa.openai.azure.com", "two.openai.azure.com");
    assertThat(aiOr("lost"))
        .containsExactlyInAnyOrder(
            "oa.openai.azure.com", "one.openai.azure.com", "two.openai.azure.com");
  }

  /// Where a request goes that picks among so many backends, `ai`, and a pool of that one alone.
  private static List<String> pickedAmong(int backends) {
    String all =
        IntStream.range(0, backends)
            .mapToObj(i ->
                Policies.part("backends", "gw/b" + i, "{\"url\": \"https://" + hostOf(i) + "\"}"))
            .collect(Collectors.joining(","));
    String set = "<set-backend-service backend-id='@((string)context.Variables[name])'/>";
    return calls(all, policy("policies", "gw/policy", set + AUTH)).stream()
        .map(PolicyPartsTest::host)
        .toList();
  }

  private static String hostOf(int backend) {
    return "h" + backend + ".openai.azure.com";
  }

  @Test
  void amongTooManyBackendsNoNameIsPicked() {
    assertThat(pickedAmong(98))
        .hasSize(99)
        .contains("oa.openai.azure.com", hostOf(0), hostOf(97))
        .doesNotHaveDuplicates();
    assertThat(pickedAmong(99)).containsExactly("NotStated(which backend the requests go to)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@(f(\"x\") ? \"https://ai.azure.com\" : \"https://ai.azure.com\") | https://ai.azure.com",
        "@(f(\"x\") ? \"https://ai.azure.com\" : \"https://a.b/\" + y)    | ?",
        "@(f(\"x\") ? \"https://ai.azure.com\" : \"https://\" + y)        | ?",
      })
  void onlyUrlsOfAnExpressionAreAudiences(String code, String audience) {
    String auth = "<authentication-managed-identity resource='" + code + "'/>";
    assertThat(calls(policy("policies", "gw/policy", AI + auth)))
        .extracting(it -> Estates.text(it.audience().orElseThrow().value()))
        .containsExactly(audience);
  }

  @Test
  void aRequestIsEvidentByItsPolicyOrItsBackend() {
    String service = "microsoft.apimanagement/service/";
    assertThat(PolicyRequests.evidence(service + "backends")).containsExactly("url", "credentials");
    assertThat(PolicyRequests.evidence(service + "apis/policies")).containsExactly("value");
  }
}
