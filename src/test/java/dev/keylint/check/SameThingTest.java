package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When rules hold two things of the access graph for the same.
final class SameThingTest {
  private static final String ESTATE =
      """
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'oai' }
      }
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = { name: 'srch' }
      resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'worker'
      }
      resource spare 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'spare'
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {}, '${spare.id}': {} } }
        properties: { siteConfig: { appSettings: [
          { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://oai.openai.azure.com' }
          { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://srch.search.windows.net' }
          { name: 'AZURE_CLIENT_ID', value: worker.properties.clientId }
        ] } }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      textBlock =
          """
          call.can(dyn(1))                          => a value is a number, not a text
          call.can(dyn([call.target.name]))         => a value is an array, not a text
          call.identity.can('x', dyn('y'))          => a value is the text 'y', not a target
          call.identity.can('x', dyn(call.identity)) => `call.identity` is an object, not a target
          call.identity.can(dyn(call.target), call.target) => `call.target` is an object, not a text
          """)
  void aQuestionWantsItsKindOfThing(String expression, String why) {
    var rule =
        Judged.rule(
            "asking",
            "match: {call: {}}\nvalidations: [{expression: \"%s\", message: no}]\n"
                .formatted(expression));
    var open = (Outcome.Open) new Judged(folder).findings(rule, ESTATE).getFirst().outcome();
    assertThat(open.because()).extracting(Outcome.Cause::text).containsExactly(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          call.identity == call.askedIdentity                    => true
          call.identity != call.otherIdentities[0]               => true
          call.identity == call.otherIdentities[0]               => false
          call.identity in call.workload.identities              => true
          call.otherIdentities[0] in call.workload.identities    => true
          call.target == call.target                             => true
          call.workload.calls.filter(c, c.target == call.target).size() => 1
          call.workload.calls.filter(c, c.target != call.target).size() => 1
          call.workload == call.workload                         => true
          dyn(call.target) == dyn(call.identity)                 => false
          dyn(call.identity) == dyn(call.target)                 => false
          dyn(call.identity) == dyn(call.workload)               => false
          dyn(call.target) == dyn('srch')                        => false
          dyn('srch') == dyn(call.target)                        => false
          """)
  void servicesAndIdentitiesAreWhatTheirIdsSay(String expression, String shown) {
    var rule = Judged.saying("call: {}", "<{" + expression + "}>");
    assertThat(new Judged(folder).messages(rule, ESTATE))
        .hasSize(2)
        .containsOnly("<" + shown + ">");
  }
}
