package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTokensTest {
  @Test
  void aTokenInAVariableGoesWhereAHeaderReadsIt() {
    String xml =
        Policies.inbound(
            Policies.kept("https://one", "t1")
                + Policies.kept("https://two", "t2")
                + Policies.kept("https://three", "t3")
                + Policies.kept("https://four", "t4")
                + "<set-variable name='copy' value='@((string)context.Variables[&quot;t2&quot;])'/>"
                + Policies.INNER.replace(
                    "HEADER",
                    Policies.header(
                        "authorization",
                        "@(&quot;Bearer &quot; + context.Variables[&quot;T1&quot;])"))
                + Policies.header(
                    "Authorization",
                    "@(context.Variables.GetValueOrDefault&lt;string&gt;(&#34;copy&#34;))")
                + Policies.header("X-Other", "@((string)context.Variables[&quot;t3&quot;])")
                + "<set-backend-service backend-id='ai'/>");
    assertThat(Policies.calls("apis/policies", "chat/policy", xml))
        .extracting(Policies::show)
        .containsExactly(
            "s.search.windows.net /indexes https://one -",
            "oa.openai.azure.com /openai https://two -");
  }

  @Test
  void anyTokenMayBeReadByANameThatIsMadeAtRunTime() {
    String dynamic = Policies.header("Authorization", "@((string)context.Variables[name])");
    String back = "<set-backend-service backend-id='ai'/>";
    List<Call> alike =
        Policies.calls(
            "apis/policies",
            "chat/policy",
            Policies.inbound(
                Policies.kept("https://one", "a")
                    + Policies.kept("https://one", "b")
                    + dynamic
                    + back));
    assertThat(alike)
        .extracting(call -> Estates.text(call.credential().value()))
        .containsExactly("managed-identity", "managed-identity");
    List<Call> mixed =
        Policies.calls(
            "apis/policies",
            "chat/policy",
            Policies.inbound(
                Policies.kept("https://one", "a")
                    + Policies.kept("https://two", "b")
                    + dynamic
                    + back));
    assertThat(mixed)
        .extracting(call -> Estates.text(call.credential().value()))
        .containsExactly("?", "?");
  }

  @Test
  void anotherPolicyOfTheRequestMayReadTheToken() {
    String reads = Policies.header("Authorization", "@((string)context.Variables[&quot;t&quot;])");
    assertThat(
            Policies.with(
                    Policies.policy(
                        "policies",
                        "gw/policy",
                        Policies.inbound(Policies.kept("https://one", "t"))),
                    Policies.policy(
                        "apis/policies",
                        "gw/chat/policy",
                        Policies.inbound(reads + "<set-backend-service backend-id='ai'/>")),
                    Policies.policy(
                        "apis/policies",
                        "gw/other/policy",
                        Policies.inbound("<set-backend-service backend-id='pool'/>")))
                .calls())
        .extracting(Policies::show)
        .containsExactly("oa.openai.azure.com /openai https://one -");
    assertThat(
            Policies.with(
                    Policies.policy(
                        "apis/policies",
                        "gw/chat/policy",
                        Policies.inbound(Policies.kept("https://one", "t"))),
                    Policies.policy("apis/policies", "gw/other/policy", Policies.inbound(reads)))
                .calls())
        .isEmpty();
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
            Policies.more(
                Policies.inbound(
                    "<set-backend-service backend-id='ai'/>"
                        + "<authentication-managed-identity resource='"
                        + code
                        + "'/>")))
        .extracting(call -> Estates.text(call.audience().orElseThrow().value()))
        .containsExactly(audience);
  }

  private static final String DYNAMIC =
      Policies.header("Authorization", "@((string)context.Variables[name])");
  private static final String BACK = "<set-backend-service backend-id='ai'/>";

  /// The audiences of the calls, each with what it signs in with.
  private static List<String> signIns(List<Call> calls) {
    return calls.stream()
        .map(it ->
            it.audience().map(to -> Estates.text(to.value())).orElse("-")
                + " "
                + Estates.text(it.credential().value()))
        .toList();
  }

  @Test
  void aVariableMayReadAnotherByANameThatIsMadeAtRunTime() {
    String copy = "<set-variable name='v' value='@((string)context.Variables[name])'/>";
    String reads = Policies.header("Authorization", "@((string)context.Variables[&quot;v&quot;])");
    String kept = Policies.kept("https://one", "t");
    assertThat(signIns(Policies.more(Policies.inbound(kept + copy + reads + BACK))))
        .containsExactly("https://one managed-identity");
    String constant = copy.replace("context.Variables[name]", "&quot;c&quot;");
    assertThat(Policies.more(Policies.inbound(kept + constant + reads + BACK))).isEmpty();
  }

  @Test
  void aTokenThatIsReadByItsNameIsNotTheOther() {
    String named =
        Policies.INNER.replace(
            "HEADER",
            Policies.header("Authorization", "@((string)context.Variables[&quot;b&quot;])"));
    assertThat(
            signIns(
                Policies.more(
                    Policies.inbound(
                        Policies.kept("https://one", "a")
                            + Policies.kept("https://two", "b")
                            + named
                            + DYNAMIC
                            + BACK))))
        .containsExactlyInAnyOrder("https://one managed-identity", "https://two managed-identity");
  }

  @Test
  void tokensOfAnotherApiAreNeitherSentNorInDoubt() {
    String one = Policies.inbound(Policies.kept("https://one", "a") + DYNAMIC + BACK);
    String two = Policies.inbound(Policies.kept("https://two", "b"));
    assertThat(
            signIns(
                Policies.with(
                        Policies.policy("apis/policies", "gw/chat/policy", one),
                        Policies.policy("apis/policies", "gw/other/policy", two))
                    .calls()))
        .containsExactly("https://one managed-identity");
  }

  @Test
  void aKeyCountsWhereItsOwnRequestHasNoToken() {
    String key = "<set-header name='api-key'><value>abc</value></set-header>";
    String token = Policies.auth("https://cognitiveservices.azure.com");
    assertThat(credentials("<set-backend-service backend-id='ai'/>" + token + key))
        .containsExactly("managed-identity");
    assertThat(
            credentials(
                "<set-backend-service backend-id='ai'/>"
                    + token
                    + "<choose><when condition='@(true)'>"
                    + key
                    + "</when></choose>"))
        .containsExactly("managed-identity");
    assertThat(
            credentials(
                "<set-backend-service backend-id='ai'/><choose><when condition='@(true)'>"
                    + token
                    + "</when><otherwise>"
                    + key
                    + "</otherwise></choose>"))
        .containsExactly("managed-identity", "key");
    assertThat(
            credentials(
                "<set-backend-service backend-id='ai'/>"
                    + token
                    + "<send-request><set-url>https://s.search.windows.net</set-url>"
                    + key
                    + "</send-request>"))
        .containsExactly("managed-identity", "key");
    assertThat(
            credentials(
                "<set-backend-service backend-id='ai'/>"
                    + key
                    + "<send-request><set-url>https://s.search.windows.net</set-url>"
                    + Policies.auth("https://search.azure.com")
                    + "</send-request>"))
        .containsExactly("managed-identity", "key");
  }

  /// A token that a branch, or a request of its own, asks for is no token of what is outside.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<choose><otherwise>TOKEN</otherwise><when condition='@(x)'>KEY</when></choose> | both",
        "<choose><when condition='@(x)'>TOKEN</when></choose>KEY                        | both",
        "<choose><when condition='@(x)'>TOKENKEY</when></choose>                        | token",
        "<choose><otherwise>TOKENKEY</otherwise></choose>                               | token",
        "<choose><otherwise>TOKEN</otherwise></choose>KEY                               | both",
        "<retry count='3'>TOKEN</retry>KEY                                              | token",
        "<send-request><set-url>https://s.search.windows.net</set-url>TOKENKEY</send-request>"
            + " | token",
      })
  void aKeyCountsWhereNoTokenIsAskedForOnItsWay(String inbound, String counts) {
    String xml =
        inbound
            .replace("TOKEN", Policies.auth("https://cognitiveservices.azure.com"))
            .replace("KEY", "<set-header name='api-key'><value>abc</value></set-header>");
    assertThat(credentials("<set-backend-service backend-id='ai'/>" + xml))
        .containsExactlyInAnyOrder(
            counts.equals("both")
                ? new String[] {"managed-identity", "key"}
                : new String[] {"managed-identity"});
  }

  private static List<String> credentials(String inbound) {
    return Policies.calls("policies", "policy", Policies.inbound(inbound)).stream()
        .map(it -> Estates.text(it.credential().value()))
        .toList();
  }
}
