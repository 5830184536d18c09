package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.graph.call.Service;
import dev.keylint.graph.call.Target;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.PartialText;
import dev.keylint.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealTemplatesTest {
  private static final Templates SCENARIOS = new Templates(Path.of("fixtures/scenarios"));

  private static Templates sample(String name) {
    String corpus = System.getProperty("corpus", "");
    Path folder = Path.of(corpus.isEmpty() ? "../shared/corpus" : corpus).resolve(name);
    assumeTrue(Files.exists(folder), "SKIPPED: no sample at " + folder + "; set -Dcorpus=…/corpus");
    return new Templates(folder);
  }

  private static String text(Value value) {
    return NormalForm.plain(value);
  }

  private static String show(Call call) {
    return call.workload().map(it -> it.resource().type().name()).orElse("?")
        + " "
        + Service.of(PartialText.of(call.host().value()).orElseThrow())
        + " "
        + call.target().map(it -> it.kind().name()).orElse("-")
        + " "
        + text(call.credential().value())
        + " "
        + call.audience().map(it -> text(it.value())).orElse("-");
  }

  private static List<String> workloadGrants(AccessGraph graph) {
    return graph.grants().stream()
        .filter(grant -> grant.principal().isWorkload().isTrue())
        .filter(grant -> !grant.targets().isEmpty())
        .map(grant ->
            grant.principal().getClass().getSimpleName()
                + " "
                + text(grant.role().name())
                + " "
                + grant.targets().stream().map(it -> it.kind().name()).toList())
        .toList();
  }

  @Test
  void anAppServiceWithoutKeys() {
    AccessGraph graph = SCENARIOS.graph("app-service-keyless/main.bicep");
    assertThat(workloadGrants(graph))
        .containsExactlyInAnyOrder(
            "SystemAssigned Cognitive Services OpenAI User [ACCOUNT]",
            "SystemAssigned Search Index Data Reader [SEARCH]");
    assertThat(graph.calls())
        .extracting(RealTemplatesTest::show)
        .containsExactlyInAnyOrder(
            "Microsoft.Web/sites OPENAI ACCOUNT managed-identity"
                + " https://cognitiveservices.azure.com",
            "Microsoft.Web/sites SEARCH SEARCH managed-identity https://search.azure.com");
  }

  @Test
  void audiencesInPoliciesFlowsAndPipelines() {
    AccessGraph graph = SCENARIOS.graph("wrong-audience-401/main.bicep");
    assertThat(graph.calls())
        .extracting(RealTemplatesTest::show)
        .contains(
            "Microsoft.ApiManagement/service OPENAI ACCOUNT managed-identity"
                + " https://management.azure.com",
            "Microsoft.Logic/workflows SEARCH SEARCH managed-identity"
                + " https://cognitiveservices.azure.com",
            "Microsoft.DataFactory/factories OPENAI ACCOUNT managed-identity"
                + " https://search.azure.com");
    Call policy =
        graph.calls().stream()
            .filter(call -> call.resource().type().key().endsWith("/policies"))
            .findFirst()
            .orElseThrow();
    Location.InFile at = (Location.InFile) policy.audience().orElseThrow().at();
    assertThat(at.source().path()).endsWith("gateway-policy.xml");
    assertThat(at.source().slice(at.span())).startsWith("resource=");
  }

  @Test
  void aProxyWithContributorForAgents() {
    AccessGraph graph = SCENARIOS.graph("proxy-foundry-agents/main.bicep");
    assertThat(workloadGrants(graph))
        .containsExactlyInAnyOrder(
            "UserAssigned Contributor [ACCOUNT, PROJECT]", "UserAssigned Foundry User [PROJECT]");
    assertThat(graph.calls())
        .extracting(RealTemplatesTest::show)
        .containsExactly(
            "Microsoft.App/containerApps FOUNDRY PROJECT managed-identity"
                + " https://cognitiveservices.azure.com");
  }

  @Test
  void theOpenAiChatSample() {
    AccessGraph graph =
        sample("Azure-Samples__openai-chat-app-quickstart")
            .graph("infra/main.bicep", "infra/main.parameters.json");
    assertThat(workloadGrants(graph))
        .containsExactly("UserAssigned Cognitive Services OpenAI User [ACCOUNT]");
    assertThat(graph.calls())
        .extracting(RealTemplatesTest::show)
        .containsExactly("Microsoft.App/containerApps OPENAI ACCOUNT managed-identity -");
    Grant grant =
        graph.grants().stream()
            .filter(it -> it.principal().isWorkload().isTrue() && !it.targets().isEmpty())
            .findFirst()
            .orElseThrow();
    String chat = "Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action";
    Target account = graph.targets().getFirst();
    assertThat(graph.canData(grant.principal(), chat, account).isTrue()).isTrue();
    assertThat(
            graph
                .can(grant.principal(), "Microsoft.CognitiveServices/accounts/write", account)
                .isTrue())
        .isFalse();
  }

  @Test
  void theAgentsSample() {
    AccessGraph graph =
        sample("Azure-Samples__get-started-with-ai-agents")
            .graph("infra/main.bicep", "infra/main.parameters.json");
    assertThat(workloadGrants(graph))
        .contains(
            "SystemAssigned Foundry User [ACCOUNT, PROJECT]",
            "UserAssigned Foundry User [ACCOUNT, PROJECT]",
            "UserAssigned Cognitive Services User [ACCOUNT, PROJECT]",
            "UserAssigned Azure AI Developer [ACCOUNT, PROJECT]");
    assertThat(graph.calls())
        .extracting(RealTemplatesTest::show)
        .containsExactlyInAnyOrder(
            "Microsoft.App/containerApps FOUNDRY PROJECT managed-identity -",
            "Microsoft.CognitiveServices/accounts OPENAI ACCOUNT managed-identity -");
  }
}
