package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyBackendsTest {
  @Test
  void operationsSetTheBackendForTheTokenOfTheirApi() {
    assertThat(
            Policies.with(
                    Policies.policy(
                        "apis/policies",
                        "gw/none/policy",
                        Policies.inbound(Policies.auth("https://a"))),
                    Policies.policy(
                        "apis/operations/policies",
                        "gw/none/chat/policy",
                        Policies.inbound("<set-backend-service backend-id='ai'/>")),
                    Policies.policy(
                        "apis/operations/policies",
                        "gw/none/own/policy",
                        "<policies><inbound><set-backend-service"
                            + " base-url='https://x.search.windows.net'/></inbound></policies>"))
                .calls())
        .extracting(Policies::show)
        .containsExactly("oa.openai.azure.com /openai https://a -");
  }

  @Test
  void aBackendOfTheWholeServiceIsInherited() {
    String all = Policies.inbound("<set-backend-service backend-id='ai'/>");
    assertThat(
            Policies.with(
                    Policies.policy("policies", "gw/policy", all),
                    Policies.policy(
                        "apis/policies",
                        "gw/chat/policy",
                        Policies.inbound(Policies.auth("https://a"))))
                .calls())
        .extracting(Policies::show)
        .containsExactly("oa.openai.azure.com /openai https://a -");
    assertThat(
            Policies.with(
                    Policies.policy("policies", "gw/policy", all),
                    Policies.policy(
                        "apis/policies",
                        "gw/chat/policy",
                        "<policies><inbound>"
                            + Policies.auth("https://a")
                            + "</inbound></policies>"))
                .calls())
        .extracting(Policies::show)
        .containsExactly("s.search.windows.net / https://a -");
  }

  @Test
  void anApiMayNameItsBackend() {
    assertThat(Policies.more(Policies.inbound(Policies.auth("https://a"))))
        .extracting(Policies::show)
        .containsExactly("two.openai.azure.com /openai https://a -");
  }

  @Test
  void membersOfAPoolHaveShortIds() {
    assertThat(
            Policies.more(
                Policies.inbound(
                    "<set-backend-service backend-id='short'/>" + Policies.auth("https://a"))))
        .extracting(Policies::show)
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
    assertThat(Policies.more(Policies.inbound(set + Policies.auth("https://a"))))
        .extracting(Policies::show)
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
    assertThat(Policies.more(Policies.inbound(list + Policies.auth("https://a"))))
        .extracting(call -> Estates.text(call.host().value()))
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
        "<set-backend-service base-url='@(x ? \"https://one.openai.azure.com\" :"
            + " \"https://\" + y)'/>",
        "<set-backend-service base-url='@((string)context.Variables[\"nowhere\"])'/>",
        "<set-backend-service base-url='@(context.Request.Headers[\"x\"])'/>",
        "<set-backend-service backend-id='@(x ? \"ai\" : (string)context.Variables[\"lost\"])'/>",
      })
  void elseItIsNotKnown(String set) {
    assertThat(Policies.more(Policies.inbound(set + Policies.auth("https://a"))))
        .extracting(Policies::show)
        .containsExactly("? ? https://a -");
  }

  private static List<String> others(String xml) {
    return Policies.graph(Policies.inbound(xml)).otherRequests().stream()
        .map(Policies::show)
        .toList();
  }

  /// What goes elsewhere counts if it asks for a token, and does not if it carries a key.
  @Test
  void aBackendOfAnotherServiceCountsByItsAudience() {
    String set = "<set-backend-service base-url='https://example.com'/>";
    String picked =
        "<set-backend-service base-url='@(x ? \"https://example.com\" :"
            + " \"https://MORE.search.windows.net\")'/>";
    String both = picked.replace("MORE.search.windows.net", "api.example.org");
    String own = picked.replace("MORE.search.windows.net", "chat.example.org");
    String key = Policies.header("api-key", "{{k}}");
    assertThat(others(set + Policies.auth("https://search.azure.com")))
        .containsExactly("example.com / https://search.azure.com -");
    assertThat(others(set + key)).isEmpty();
    assertThat(others(both + key)).isEmpty();
    assertThat(Policies.more(Policies.inbound(both + key))).isEmpty();
    assertThat(Policies.more(Policies.inbound(own + key))).isEmpty();
    assertThat(Policies.more(Policies.inbound(picked + key)))
        .extracting(Policies::show)
        .containsExactly("? ? - -");
  }

  @Test
  void urlsInExpressionsAreTried() {
    assertThat(
            Policies.more(
                Policies.inbound(
                    "<set-backend-service base-url='@(x ? \"https://one.openai.azure.com\" :"
                        + " $\"https://{y}.openai.azure.com/openai\")'/><authentication-managed-identity"
                        + " resource='@(\"https://search.azure.com\")'/>")))
        .extracting(Policies::show)
        .containsExactly(
            "one.openai.azure.com / https://search.azure.com -",
            "? /openai https://search.azure.com -");
  }

  @Test
  void whatIsAddedToAUrlDoesNotMakeItUnknown() {
    String lost = "(string)context.Variables[\"lost\"]";
    assertThat(
            Policies.more(
                Policies.inbound(
                    "<send-request><set-url>@($\"https://graph.microsoft.com/v1.0/users/{"
                        + lost
                        + "}\")</set-url>"
                        + Policies.auth("https://graph.microsoft.com")
                        + "</send-request>"
                        + "<set-backend-service base-url='@(\"https://x.openai.azure.com/\" + "
                        + lost
                        + ")'/>"
                        + Policies.auth("https://a"))))
        .extracting(Policies::show)
        .containsExactly("x.openai.azure.com ? https://a -");
  }
}
