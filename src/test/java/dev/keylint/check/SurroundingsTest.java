package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.resource.Estate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What rules may read of tags, of scripts, and of what there is in Azure.
final class SurroundingsTest {
  private static final String SEARCH = "Microsoft.Search/searchServices";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          { Owner: 'me', cost: '1' }   => owner,cost
          {}                           => ``
          null                         => ``
          more                         => {more}
          union({ Owner: 'me' }, more) => owner,…
          """)
  void theTagsOfAnIdentity(String tags, String shown) {
    String bicep =
        """
        param more object
        resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
          name: 'worker'
          tags: TAGS
        }
        """
            .replace("TAGS", tags);
    var rule = Judged.saying("identity: {}", "<{identity.tags.join(',')}>");
    assertThat(new Judged(folder).messages(rule, bicep)).containsExactly("<" + shown + ">");
  }

  @Test
  void anIdentityMayHaveMoreTags() {
    var rule = Judged.saying("identity: {}", "<{identity.tags.join(',')}>");
    Estate estate =
        Given.estate(
            Given.resource(
                "Microsoft.ManagedIdentity/userAssignedIdentities",
                "name: worker\ntags: {Owner: me, $rest: {$parameter: more}}"));
    assertThat(Engine.run(List.of(rule), List.of(estate)))
        .extracting(Finding::message)
        .containsExactly("<owner,{more}>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          az group list                                              => ``
          $v = @{ azureOpenAIParameters = @{ apiKey = "abc" } }      => apiKey
          $v = @{ azureOpenAIParameters = @{ apiKey = "abc" } }; $w = @{ azureOpenAIParameters = @{ apiKey = "xyz" } } => apiKey
          $v = @{ azureOpenAIParameters = @{ resourceUri = $uri } }  => ``
          """)
  void theKeysInObjectsOfSearch(String script, String shown) {
    String bicep =
        """
        resource fill 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
          name: 'fill'
          kind: 'AzurePowerShell'
          properties: { azPowerShellVersion: '12.0', scriptContent: '''SCRIPT''' }
        }
        """
            .replace("SCRIPT", script);
    var rule =
        Judged.saying(
            "resource: Microsoft.Resources/deploymentScripts", "<{access.searchKeys.join(',')}>");
    assertThat(new Judged(folder).messages(rule, bicep)).containsExactly("<" + shown + ">");
  }

  private static String live(Estate declared, Optional<Estate> snapshot) {
    return live("<{live.resource.properties.a} {has(live.resource)}>", declared, snapshot);
  }

  private static String live(String message, Estate declared, Optional<Estate> snapshot) {
    var rule = Judged.saying("resource: " + SEARCH, message);
    Engine engine = new Engine(List.of(rule), Optional.empty(), snapshot);
    Merger merger = new Merger(List.of(rule));
    merger.add(engine.judge(declared));
    return merger.findings().stream().map(Finding::message).findFirst().orElseThrow();
  }

  private static Estate search(String body) {
    return Given.estate(Given.resource(SEARCH, body));
  }

  @Test
  void theSameResourceInAzure() {
    Estate declared = search("name: srch\nproperties: {a: declared}");
    Optional<Estate> same = Optional.of(search("name: SRCH\nproperties: {a: deployed}"));
    assertThat(live(declared, same)).isEqualTo("<deployed true>");
    assertThat(live(declared, Optional.of(search("name: other")))).isEqualTo("<… …>");
    assertThat(live(declared, Optional.empty())).isEqualTo("<… false>");
    Estate unnamed = search("name: {$parameter: n}\nproperties: {a: declared}");
    assertThat(live(unnamed, same)).isEqualTo("<… …>");
  }

  @Test
  void itsNameIsThatOfTheDeclaredOne() {
    Estate declared = search("name: srch");
    String message = "{live.resource.name}";
    assertThat(live(message, declared, Optional.of(search("name: SRCH")))).isEqualTo("SRCH");
    assertThat(live(message, declared, Optional.of(search("name: other")))).isEqualTo("srch");
  }
}
