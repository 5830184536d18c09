package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How far policies are looked into, and what counts for a request besides its own policy.
class PolicyLimitsTest {
  private static final String AUTH = Policies.auth("https://a");

  private static List<String> hosts(List<Call> calls) {
    return calls.stream().map(it -> Estates.text(it.host().value())).toList();
  }

  private static List<String> hosts(String... parts) {
    return hosts(Policies.with(parts).calls());
  }

  private static String backends(int count) {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      xml.append("<set-backend-service base-url='https://h")
          .append(i)
          .append(".openai.azure.com'/>");
    }
    return xml.toString();
  }

  @Test
  void amongTooManyBackendsNoneIsPicked() {
    assertThat(hosts(Policies.more(Policies.inbound(backends(100) + AUTH)))).hasSize(100);
    assertThat(hosts(Policies.more(Policies.inbound(backends(101) + AUTH)))).containsExactly("?");
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "101, 1"})
  void amongTooManyTextsNoneIsPicked(int count, int calls) {
    StringBuilder code = new StringBuilder("@(");
    for (int i = 0; i < count; i++) {
      code.append("x")
          .append(i)
          .append(" ? \"https://h")
          .append(i)
          .append(".openai.azure.com\" : ");
    }
    String set = "<set-backend-service base-url='" + code + "\"https://h0.openai.azure.com\")'/>";
    assertThat(Policies.more(Policies.inbound(set + AUTH))).hasSize(calls);
  }

  @ParameterizedTest
  @CsvSource({"999, 1", "1000, ?"})
  void aPolicyOfTooManyElementsMayDoAnything(int more, String shown) {
    String xml =
        "<set-backend-service backend-id='ai'/>"
            + "<set-variable name='a' value='b'/>".repeat(more - 1)
            + AUTH;
    assertThat(Policies.more(Policies.inbound(xml)))
        .extracting(it -> it.credential().value() instanceof Value.Str ? "1" : "?")
        .containsExactly(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"value\": \"${param.xml}\"}",
        "{\"value\": 7}",
        "{\"format\": \"rawxml-link\", \"value\": \"https://example.org/p.xml\"}",
        "{\"value\": \"<!ENTITY x 'y'>\"}",
      })
  void aPolicyThatCannotBeReadMayDoAnything(String properties) {
    assertThat(hosts(Policies.part("policies", "gw/policy", properties))).containsExactly("?");
  }

  @Test
  void aVeryLongPolicyMayDoAnything() {
    String blanks = " ".repeat((1 << 20) - Policies.inbound(AUTH).length());
    String set = "<set-backend-service backend-id='ai'/>";
    String fits = Policies.inbound(set + AUTH) + blanks.substring(set.length());
    assertThat(hosts(Policies.policy("policies", "gw/policy", fits)))
        .containsExactly("oa.openai.azure.com");
    assertThat(hosts(Policies.policy("policies", "gw/policy", fits + " "))).containsExactly("?");
  }

  /// With the backend that is set at its end, or before what is nested too deep.
  @ParameterizedTest
  @CsvSource({"49, oa.openai.azure.com", "50, ?"})
  void aPolicyThatIsNestedTooDeepMayDoAnything(int choices, String host) {
    String nested =
        "<choose><when condition='@(x)'>".repeat(choices - 1)
            + "<choose>"
            + AUTH.replace("/>", "></authentication-managed-identity>")
            + "</choose>"
            + "</when></choose>".repeat(choices - 1);
    String set = "<set-backend-service backend-id='ai'/>";
    assertThat(hosts(Policies.more(Policies.inbound(set + nested)))).containsExactly(host);
  }

  /// Quotes in comments of C# may make it seem longer than it is.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "@{ // \"\\n return \"\"; }                       | oa.openai.azure.com",
        "@{ /* \" */ return \"\"; }                      | oa.openai.azure.com",
        "@{ return @\"<set-header/>\"; }                | ?",
        "@{ return \"; }                                 | ?",
      })
  void elementsInAnExpressionMakeAPolicyOpen(String code, String host) {
    String set = Policies.header("x", code);
    String xml = set + "<set-backend-service backend-id='ai'/>" + AUTH.replace('"', '\'') + set;
    assertThat(hosts(Policies.more(Policies.inbound(xml)))).containsExactly(host);
  }

  /// Fragments of which each includes the next one.
  private static String[] chain(int length, int times, String last) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      String next = "<include-fragment fragment-id='f" + (i + 1) + "'/>";
      String xml = i + 1 < length ? next.repeat(times) : last;
      parts.add(Policies.policy("policyFragments", "gw/f" + i, xml));
    }
    String set = "<set-backend-service backend-id='ai'/><include-fragment fragment-id='f0'/>";
    parts.add(Policies.policy("policies", "gw/policy", Policies.inbound(set)));
    return parts.toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({"20, 1, oa.openai.azure.com", "21, 1, ?", "40, 2, ?"})
  void aPolicyOfTooManyFragmentsMayDoAnything(int length, int times, String host) {
    assertThat(hosts(chain(length, times, AUTH))).containsOnly(host);
  }

  /// What is written in the policy itself is bounded in another way.
  @ParameterizedTest
  @CsvSource({
    "0,     19999, oa.openai.azure.com",
    "0,     20000, ?",
    "20001, 19999, oa.openai.azure.com",
  })
  void whatFragmentsPutInIsCounted(int own, int put, String host) {
    String set = "<set-backend-service backend-id='ai'/>" + "<a/>".repeat(own);
    String includes = "<include-fragment fragment-id='f0'/><include-fragment fragment-id='f1'/>";
    assertThat(
            hosts(
                Policies.policy("policyFragments", "gw/f0", "<a/>".repeat(put)),
                Policies.policy("policyFragments", "gw/f1", AUTH),
                Policies.policy("policies", "gw/policy", Policies.inbound(set + includes))))
        .containsOnly(host);
  }

  @Test
  void anExistingPolicyIsNotReadAgain() {
    String existing =
        Policies.policy("policies", "gw/policy", Policies.inbound(AUTH))
            .replace("\"name\"", "\"existing\": true, \"name\"");
    assertThat(hosts(existing)).isEmpty();
  }

  @Test
  void fragmentsMayIncludeEachOther() {
    String include = "<include-fragment fragment-id='NAME'/>";
    assertThat(
            hosts(
                Policies.policy(
                    "policies",
                    "gw/policy",
                    Policies.inbound(
                        "<set-backend-service backend-id='ai'/>" + include.replace("NAME", "one"))),
                Policies.policy("policyFragments", "gw/one", AUTH + include.replace("NAME", "two")),
                Policies.policy(
                    "policyFragments", "gw/two", include.replace("NAME", "one") + AUTH)))
        .containsExactly("oa.openai.azure.com", "oa.openai.azure.com");
  }

  @Test
  void theNearestOfTheWiderPoliciesCounts() {
    String all = "<set-backend-service base-url='https://all.openai.azure.com'/>";
    String api = "<set-backend-service base-url='https://api.openai.azure.com'/>";
    assertThat(
            hosts(
                Policies.policy("policies", "gw/policy", Policies.inbound(all)),
                Policies.policy("apis/policies", "gw/chat/policy", Policies.inbound(api)),
                Policies.policy(
                    "apis/operations/policies", "gw/chat/op/policy", Policies.inbound(AUTH))))
        .containsExactly("api.openai.azure.com");
  }

  @Test
  void aRequestOfItsOwnGoesToItsUrl() {
    assertThat(
            hosts(
                Policies.more(
                    Policies.inbound(
                        "<send-request><set-method>POST</set-method>"
                            + "<set-url>https://s.search.windows.net</set-url>"
                            + AUTH
                            + "</send-request><send-request>"
                            + AUTH
                            + "</send-request>"))))
        .containsExactly("s.search.windows.net", "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<set-backend-service/>                                                    | ?",
        "<set-backend-service backend-id='@(x)'/>                                  | ?",
        "<set-backend-service backend-id='lost'/>                                  | ?",
        "<set-variable name='u' value='https://x.openai.azure.com'/><set-backend-service"
            + " base-url='@((string)context.Variables[\"u\"])'/>     | x.openai.azure.com",
        "<set-variable name='u' value='elsewhere'/><set-backend-service base-url='@(x ?"
            + " \"https://x.openai.azure.com\" : (string)context.Variables[\"u\"])'/> | ?",
        "<set-variable name='u' value='1'/><set-backend-service base-url='@(x ?"
            + " \"https://x.openai.azure.com\" : (string)context.Variables[\"u\"])'/>"
            + " | x.openai.azure.com",
        "<set-variable name='u'/><set-backend-service base-url='@(x ?"
            + " \"https://x.openai.azure.com\" : (string)context.Variables[\"u\"])'/> | ?",
      })
  void whereARequestGoesMayBeAVariable(String set, String host) {
    assertThat(hosts(Policies.more(Policies.inbound(set + AUTH)))).containsExactly(host);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // what is all of it counts as it is
        "elsewhere                                            | -",
        // else only what fits does
        "@(y ? \"n\" : (string)context.Variables[\"w\"])        | ?",
        "@(y ? (string)context.Variables[\"w\"] : (string)context.Variables[\"v\"]) | ?",
        "@((string)context.Variables[\"two\"])                | two.openai.azure.com",
        "@(\"https://two.openai.azure.com\")                  | two.openai.azure.com",
        "@(context.Request.Headers[x])                        | ?",
      })
  void aVariableMayReadOthers(String value, String host) {
    String more =
        "<set-variable name='w' value='elsewhere'/><set-variable name='v' value='elsewhere2'/>"
            + "<set-variable name='two' value='https://two.openai.azure.com'/><set-variable"
            + " name='u' value='"
            + value
            + "'/>";
    String reads = "<set-backend-service base-url='@((string)context.Variables[\"u\"])'/>";
    assertThat(hosts(Policies.more(Policies.inbound(more + reads + AUTH))))
        .isEqualTo(host == null ? List.of() : List.of(host));
    String picks =
        "<set-backend-service base-url='@(x ? \"https://one.openai.azure.com\" :"
            + " (string)context.Variables[\"u\"])'/>";
    assertThat(hosts(Policies.more(Policies.inbound(more + picks + AUTH))))
        .isEqualTo(
            host == null || host.equals("?")
                ? List.of("?")
                : List.of("one.openai.azure.com", host));
  }

  /// A service that is not created here may have backends that are not here.
  @Test
  void aNameThatARequestPicksIsThatOfAnyBackendOfTheService() {
    String set = "<set-backend-service backend-id='@((string)context.Variables[name])'/>";
    String xml = Policies.policy("apis/policies", "gw/chat/policy", Policies.inbound(set + AUTH));
    assertThat(hosts(xml)).containsOnly("oa.openai.azure.com");
    String far =
        ("[" + Policies.SERVICE + xml + "]")
            .replace("\"as\": \"apim\",", "\"as\": \"apim\", \"existing\": true,");
    assertThat(hosts(Estates.graph(far).calls())).containsExactly("?");
  }

  @Test
  void variablesAreThoseOfPoliciesThatMeet() {
    String reads = "<set-backend-service base-url='@((string)context.Variables[\"u\"])'/>" + AUTH;
    String sets = "<set-variable name='u' value='https://NAME.openai.azure.com'/>";
    assertThat(
            hosts(
                Policies.policy(
                    "policies", "gw/policy", Policies.inbound(sets.replace("NAME", "all"))),
                Policies.policy("apis/policies", "gw/other/policy", Policies.inbound(sets)),
                Policies.policy("apis/policies", "gw/chat/policy", Policies.inbound(reads))))
        .containsExactly("all.openai.azure.com");
  }

  @Test
  void servicesHaveBackendsOfTheirOwn() {
    String url = "{\"url\": \"https://second.openai.azure.com\"}";
    String set = Policies.inbound("<set-backend-service backend-id='ai'/>" + AUTH);
    assertThat(
            hosts(
                Policies.part("backends", "second/ai", url),
                Policies.part("namedValues", "gw/ai", "{\"value\": \"no backend\"}"),
                Policies.policy("policies", "gw/policy", set),
                Policies.policy("policies", "second/policy", set)))
        .containsExactly("oa.openai.azure.com", "second.openai.azure.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\": \"https://x.openai.azure.com\"}",
        "{\"credentials\": {\"managedIdentity\": {\"resource\": \"https://a\"}}}",
        "{\"url\": \"https://x.openai.azure.com\", \"credentials\": {\"header\": {}}}",
      })
  void aBackendSignsInIfItHasAUrlAndAnIdentity(String properties) {
    assertThat(hosts(Policies.part("backends", "gw/own", properties))).isEmpty();
  }
}
