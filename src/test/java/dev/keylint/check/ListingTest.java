package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a message names of a list: of each item what it is called, and what may be in it only where
/// all is open.
final class ListingTest {
  private static final String BICEP =
      """
      param open bool
      param more bool
      param name string
      resource one 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'cog-1'
        kind: 'OpenAI'
        properties: { disableLocalAuth: ONE }
      }
      resource two 'Microsoft.Search/searchServices@2025-05-01' = {
        name: toLower(name)
        properties: { disableLocalAuth: TWO }
      }
      resource three 'Microsoft.Search/searchServices@2025-05-01' = {
        name: toLower(uniqueString(resourceGroup().id))
        properties: { disableLocalAuth: true }
      }
      resource old 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = { name: 'old' }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
      }
      resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('x')
        scope: SCOPE
        properties: {
          principalId: app.identity.principalId
          roleDefinitionId: 'b24988ac-6180-42a0-ab88-20f7382dd24c'
        }
      }
      """;

  /// Fails for a service that takes keys.
  private static final String NO_KEYS =
      """
      match: {grant: {}}
      variables:
        - {name: all, expression: 'grant.services.filter(it, it.acceptsKeys)'}
      validations:
        - expression: '!grant.services.exists(it, it.acceptsKeys)'
          message: "Keys of <{HOLE}>."
      """;

  @TempDir private Path folder;

  private String said(Rule rule, String scope, String one, String two) {
    return said(rule, BICEP, scope, one, two);
  }

  private String said(Rule rule, String bicep, String scope, String one, String two) {
    String filled = bicep.replace("SCOPE", scope).replace("ONE", one).replace("TWO", two);
    return new Judged(folder).messages(rule, filled).getFirst();
  }

  private String keysOf(String hole, String scope, String one, String two) {
    return said(Judged.rule("no-keys", NO_KEYS.replace("HOLE", hole)), scope, one, two);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          grant.targets.join(', ')                        => cog-1, two, three
          grant.services.map(it, it.name).join(' and ')   => cog-1 and two and three
          grant.services.map(it, it.kind == 'search', it.name).join(', ') => two, three
          grant.services.filter(it, it.kind == 'search').map(it, it.name).join(', ') => two, three
          'of ' + grant.targets.join(', ')                => of cog-1, two, three
          """)
  void eachIsCalledWhatItIsCalledAlone(String hole, String shown) {
    Rule rule = Judged.saying("grant: {}", "<{" + hole + "}>");
    assertThat(said(rule, "resourceGroup()", "true", "true")).isEqualTo("<" + shown + ">");
  }

  @Test
  void whatAModuleDeploysHasTheModuleBesideItsSymbol() {
    new Judged(folder)
        .with(
            "search.bicep",
            """
            param name string
            resource docs 'Microsoft.Search/searchServices@2025-05-01' = { name: toLower(name) }
            """);
    String module =
        """
        param other string
        module inner 'search.bicep' = { name: 'm', params: { name: other } }
        """;
    Rule rule = Judged.saying("grant: {}", "<{grant.targets.join(', ')}>");
    assertThat(said(rule, BICEP + module, "resourceGroup()", "true", "true"))
        .isEqualTo("<cog-1, two, three, docs in module inner>");
  }

  /// Whether they take keys nobody says.
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          variables.all.map(it, it.name).join(', ')                      => cog-1, two, old
          grant.services.filter(it, it.acceptsKeys).map(it, it.name).join(', ') => cog-1, two, old
          grant.services.map(it, it.acceptsKeys, it.name).join(', ')     => cog-1, two, old
          """)
  void whereAllIsOpenWhatMayBeSoIsNamed(String hole, String shown) {
    assertThat(keysOf(hole, "resourceGroup()", "open", "more"))
        .isEqualTo("It may be that keys of <" + shown + ">.");
  }

  @Test
  void whatIsDecidedNamesWhatIsSo() {
    String hole = "variables.all.map(it, it.name).join('; ')";
    assertThat(keysOf(hole, "resourceGroup()", "open", "false")).isEqualTo("Keys of <two; …>.");
    assertThat(keysOf(hole, "resourceGroup()", "false", "true")).isEqualTo("Keys of <cog-1>.");
  }

  /// An account elsewhere may be of a kind that is none of ours.
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          grant.targets.join(', ')                                       => old
          variables.all.map(it, it.name).join(', ')                      => old
          grant.services.map(it, it.name).join(', ')                     => old
          grant.services.map(it, it.kind == 'search', it.name).join(', ') => ``
          """)
  void whatMayBeInAScopeIsNamedWhereAllIsOpen(String hole, String shown) {
    assertThat(keysOf(hole + "} of {grant.role.name", "old", "true", "true"))
        .isEqualTo("It may be that keys of <" + shown + " of Contributor>.");
  }

  @Test
  void whatMayBeInAScopeIsNotNamedAsIfItWere() {
    Rule rule = Judged.saying("grant: {}", "<{grant.services.map(it, it.name).join(', ')}>");
    assertThat(said(rule, "old", "true", "true")).isEqualTo("<…>");
    assertThat(said(rule, "resourceGroup()", "true", "true")).isEqualTo("<cog-1, two, three>");
  }
}
