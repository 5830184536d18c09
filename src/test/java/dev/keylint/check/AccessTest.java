package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What rules may read of grants, calls and of who uses a resource.
final class AccessTest {
  private static final String SEARCH =
      """
      param unknownRole string
      param endpoint string
      resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'srch-one'
      }
      resource job 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'nightly'
      }
      """;

  /// Search Index Data Reader, and Owner.
  private static final String DATA_READER = "1407120a-92aa-4202-b7e9-c0e197c71c8f";

  private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

  @TempDir private Path folder;

  private static String grant(String scope, String principal, String role) {
    return """
    resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
      name: guid('x')
      SCOPE
      properties: {
        principalId: PRINCIPAL
        roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ROLE)
      }
    }
    """
        .replace("SCOPE", scope.isEmpty() ? "" : "scope: " + scope)
        .replace("PRINCIPAL", principal)
        .replace("ROLE", role.contains("-") ? "'" + role + "'" : role);
  }

  private static String app(String settings) {
    return """
    resource site 'Microsoft.Web/sites@2024-04-01' = {
      name: 'app-one'
      identity: { type: 'SystemAssigned' }
      properties: { siteConfig: { appSettings: [
        SETTINGS
      ] } }
    }
    """
        .replace("SETTINGS", settings);
  }

  private static String setting(String name, String value) {
    return "{ name: '" + name + "', value: " + value + " }\n";
  }

  private static final String MANAGED = "job.properties.principalId";

  private String of(String match, String hole, String bicep) {
    return new Judged(folder).messages(Judged.saying(match, "<{" + hole + "}>"), bicep).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          grant.role.id                    => 1407120a-92aa-4202-b7e9-c0e197c71c8f
          grant.role.name                  => Search Index Data Reader
          grant.role.hasDataActions        => true
          grant.principal.name             => nightly
          grant.principal.kind             => managedIdentity
          grant.principal.isWorkload       => true
          grant.scope.kind                 => resource
          grant.scope.id.endsWith('srch-one') => true
          grant.targets.join(',')          => srch-one
          grant.allows('Microsoft.Search/searchServices/write')         => false
          grant.allowsOnTarget('Microsoft.Search/searchServices/write') => false
          grant.allowsData('Microsoft.Search/searchServices/indexes/documents/read')  => true
          grant.allowsData('Microsoft.Search/searchServices/indexes/documents/write') => false
          """)
  void aGrantTellsItsEnds(String hole, String shown) {
    String bicep = SEARCH + grant("srch", MANAGED, DATA_READER);
    assertThat(of("grant: {}", hole, bicep)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          grant.role.name                  => Owner
          grant.role.hasDataActions        => false
          grant.principal.kind             => deployer
          grant.principal.isWorkload       => false
          grant.scope.kind                 => resourceGroup
          grant.targets.join(',')          => srch-one
          grant.allows('Microsoft.Search/searchServices/write')         => true
          grant.allowsOnTarget('Microsoft.Search/searchServices/write') => true
          grant.allowsOnTarget('Microsoft.CognitiveServices/accounts/write') => false
          """)
  void anOwnerOfTheGroupIsNoWorkload(String hole, String shown) {
    String bicep = SEARCH + grant("", "deployer().objectId", OWNER);
    assertThat(of("grant: {}", hole, bicep)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          grant.role.id                    => {unknownRole}
          grant.role.hasDataActions        => …
          grant.allows('Microsoft.Search/searchServices/write') => …
          grant.principal.isWorkload       => …
          """)
  void whatIsNotKnownOfAGrantIsOpen(String hole, String shown) {
    String bicep = SEARCH + "param who string\n" + grant("srch", "who", "unknownRole");
    assertThat(of("grant: {}", hole, bicep)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource({
    "grant.role.name, roleDefinitionId",
    "grant.principal.name, principalId",
    "grant.principal, principalId",
    "grant.role, roleDefinitionId",
    "grant.scope, resource grant",
    "grant.targets, resource grant",
  })
  void aPartOfAGrantPointsAtTheProperty(String at, String start) {
    var rule =
        Judged.rule(
            "pointing",
            """
            match: {grant: {}}
            validations:
              - {expression: 'false', at: %s, message: no}
            """
                .formatted(at));
    String bicep = SEARCH + grant("srch", MANAGED, DATA_READER);
    var place = (Location.InFile) new Judged(folder).findings(rule, bicep).getFirst().at();
    assertThat(place.source().slice(place.span())).startsWith(start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          call.host                        => srch-one.search.windows.net
          call.path                        => /
          call.credential                  => managed-identity
          call.audience                    => https://search.azure.com
          call.clientId                    => the-client
          call.target.name                 => srch-one
          call.caller                      => app-one
          has(call.audience)               => true
          """)
  void aCallTellsItsEnds(String hole, String shown) {
    String bicep =
        SEARCH
            + app(
                setting("AZURE_SEARCH_ENDPOINT", "'https://${srch.name}.search.windows.net'")
                    + setting("AZURE_SEARCH_AUDIENCE", "'https://search.azure.com/'")
                    + setting("AZURE_CLIENT_ID", "'the-client'"));
    assertThat(of("call: {}", hole, bicep)).isEqualTo("<" + shown + ">");
  }

  @ParameterizedTest
  @CsvSource({
    "has(call.audience), false",
    "has(call.clientId), false",
    "has(call.target), false",
    "has(call.caller), true",
    "call.credential, key",
  })
  void whatACallDoesNotSayIsAbsent(String hole, String shown) {
    String bicep =
        app(
            setting("AZURE_SEARCH_ENDPOINT", "'https://far.search.windows.net'")
                + setting("AZURE_SEARCH_API_KEY", "'0123456789'"));
    assertThat(of("call: {}", hole, bicep)).isEqualTo("<" + shown + ">");
  }

  private String used(String hole, String more) {
    return of(
        "resource: Microsoft.Search/searchServices",
        "access." + hole + ".join(',')",
        SEARCH + more);
  }

  private static final String NEAR = "'https://${srch.name}.search.windows.net'";

  @Test
  void whoCallsWithATokenIsNamed() {
    String endpoint = setting("AZURE_SEARCH_ENDPOINT", NEAR);
    assertThat(used("tokenCallers", app(endpoint))).isEqualTo("<app-one>");
    assertThat(used("tokenCallers", "")).isEqualTo("<>");
    assertThat(used("tokenCallers", app(endpoint + setting("AZURE_SEARCH_API_KEY", "'0123'"))))
        .isEqualTo("<>");
    String far = setting("AZURE_SEARCH_ENDPOINT", "'https://far.search.windows.net'");
    assertThat(used("tokenCallers", app(far))).isEqualTo("<>");
  }

  @Test
  void whoHoldsADataRoleIsNamed() {
    assertThat(used("dataRoles", grant("srch", MANAGED, DATA_READER))).isEqualTo("<nightly>");
    assertThat(used("dataRoles", grant("srch", MANAGED, OWNER))).isEqualTo("<>");
    assertThat(used("dataRoles", grant("job", MANAGED, DATA_READER))).isEqualTo("<>");
    assertThat(used("dataRoles", grant("srch", MANAGED, "unknownRole"))).isEqualTo("<…>");
    String both =
        grant("srch", MANAGED, "unknownRole")
            + grant("srch", MANAGED, DATA_READER)
                .replace("grant '", "second '")
                .replace("'x'", "'y'");
    assertThat(used("dataRoles", both)).isEqualTo("<nightly>");
  }

  private static String way(String list, String id) {
    return """
    resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' = {
      name: 'way-in'
      properties: { LIST: [ { name: 'x', properties: { privateLinkServiceId: ID } } ] }
    }
    """
        .replace("LIST", list)
        .replace("ID", id);
  }

  @ParameterizedTest
  @CsvSource({
    "privateLinkServiceConnections, srch.id, way-in",
    "manualPrivateLinkServiceConnections, srch.id, …",
    "privateLinkServiceConnections, job.id, ''",
    "privateLinkServiceConnections, endpoint, …",
  })
  void privateWaysAreNamed(String list, String id, String shown) {
    assertThat(used("privateEndpoints", way(list, id))).isEqualTo("<" + shown + ">");
  }

  @Test
  void aModuleThatIsNotHereMayHoldAWayIn() {
    String module =
        "module net 'br/public:avm/res/network/private-endpoint:0.1.0' = { name: 'n' }\n";
    assertThat(used("privateEndpoints", module)).isEqualTo("<…>");
  }

  @ParameterizedTest
  @CsvSource({
    "access.tokenCallers.size() > 0, AZURE_SEARCH_ENDPOINT",
    "access.dataRoles.size() > 0, roleDefinitionId",
    "access.privateEndpoints.size() > 0, privateLinkServiceId",
  })
  void theFirstOneIsTheEvidence(String expression, String evidence) {
    var rule =
        Judged.rule(
            "evidence",
            """
            match: {resource: Microsoft.Search/searchServices}
            validations:
              - expression: "!(%s)"
                message: no
                related:
                  - {at: %s, message: here}
            """
                .formatted(expression, expression.replaceAll("\\.size.*", "")));
    String bicep =
        SEARCH
            + app(setting("AZURE_SEARCH_ENDPOINT", NEAR))
            + grant("srch", MANAGED, DATA_READER)
            + way("privateLinkServiceConnections", "srch.id");
    var finding = new Judged(folder).findings(rule, bicep).getFirst();
    assertThat(Judged.kind(finding)).isEqualTo("fail");
    assertThat(finding.related())
        .filteredOn(it -> it.message().equals("here"))
        .singleElement()
        .satisfies(it -> {
          var at = (Location.InFile) it.at();
          assertThat(at.source().slice(new Span(at.span().start() - 60, at.span().end())))
              .contains(evidence);
        });
  }

  @Test
  void aGrantIsCalledByRoleHolderAndTargets() {
    var rule = Judged.saying("grant: {}", "no");
    assertThat(title(rule, grant("srch", MANAGED, DATA_READER)))
        .isEqualTo("role 'Search Index Data Reader' for nightly on srch-one");
    assertThat(title(rule, "param who string\n" + grant("job", "who", "unknownRole")))
        .isEqualTo("role '{unknownRole}' for {who} on nightly");
    StringBuilder five = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      five.append(
          "resource s%d 'Microsoft.Search/searchServices@2025-05-01' = { name: 'srch-%d' }\n"
              .formatted(i, i));
    }
    assertThat(title(rule, five + grant("", MANAGED, OWNER)))
        .endsWith("on srch-one, srch-0, srch-1 and 2 more");
  }

  private String title(Rule rule, String more) {
    return new Judged(folder).findings(rule, SEARCH + more).getFirst().subject().name();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resourceGroup => the resource group
          subscription => the subscription
          managementGroup => the management group
          tenant => the tenant
          """)
  void aGrantOnNoTargetIsCalledByItsScope(String scope, String words) {
    String bicep =
        "targetScope = '"
            + scope
            + "'\n"
            + grant("", "'00000000-0000-0000-0000-000000000001'", OWNER)
                .replace("subscriptionResourceId", "tenantResourceId");
    assertThat(
            new Judged(folder)
                .findings(Judged.saying("grant: {}", "no"), bicep)
                .getFirst()
                .subject()
                .name())
        .startsWith("role 'Owner' for ")
        .endsWith(" on " + words);
  }
}
