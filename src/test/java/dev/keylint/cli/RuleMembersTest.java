package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What rules of one's own may ask of scopes and of private endpoints.
final class RuleMembersTest {
  private static final String HEAD =
      """
      title: t
      severity: error
      security-severity: 7.0
      precision: high
      since: 0.1.0
      tags: [keyless]
      remediation: r
      docs: {why: w}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    rule(
        "open-search",
        """
        match: {resource: Microsoft.Search/searchServices}
        validations:
          - expression: access.privateEndpoints.size() > 0
            message: "no private way to '{resource.name}'"
        """);
    rule(
        "wide-role",
        """
        match: {grant: {}}
        validations:
          - expression: grant.scope.kind == 'resource'
            message: "at {grant.scope.kind}"
        """);
  }

  private void rule(String id, String rest) throws IOException {
    Path file = folder.resolve("rules/" + id + "/rule.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "id: " + id + "\n" + HEAD + rest);
  }

  private Scanned scan(String bicep) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), bicep);
    return Scanned.folder(folder, "--rules=rules", "main.bicep");
  }

  private static final String SEARCH =
      """
      resource SYMBOL 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'NAME'
        properties: { disableLocalAuth: true }
      }
      """;

  private static String search(String name) {
    return SEARCH.replace("SYMBOL", name).replace("NAME", name);
  }

  private static String endpoint(String list, String id) {
    return """
    resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' = {
      name: 'way-in'
      properties: { LIST: [ { name: 'x', properties: { privateLinkServiceId: ID } } ] }
    }
    """
        .replace("LIST", list)
        .replace("ID", id);
  }

  @Test
  void aPrivateEndpointLeadsToOneService() throws IOException {
    Scanned scanned =
        scan(search("near") + search("far") + endpoint("privateLinkServiceConnections", "near.id"));
    assertThat(scanned.places("open-search", "pass")).containsExactly("main.bicep:1");
    assertThat(scanned.places("open-search", "fail")).containsExactly("main.bicep:5");
  }

  @Test
  void oneThatNeedsApprovalAndOneOfAnUnknownServiceAreOpen() throws IOException {
    assertThat(
            scan(search("near") + endpoint("manualPrivateLinkServiceConnections", "near.id"))
                .places("open-search", "open"))
        .hasSize(1);
    assertThat(
            scan("param id string\n"
                    + search("near")
                    + endpoint("privateLinkServiceConnections", "id"))
                .places("open-search", "open"))
        .hasSize(1);
  }

  @Test
  void aModuleThatIsNotHereMayMakeOne() throws IOException {
    Scanned scanned =
        scan(
            search("near")
                + "module net 'br/public:avm/res/network/private-endpoint:0.11.0' = {"
                + "\n  name: 'net'\n}\n");
    assertThat(scanned.places("open-search", "fail")).isEmpty();
    assertThat(scanned.places("open-search", "open")).hasSize(1);
  }

  private static String assignment(String scope) {
    return """
    resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
      name: 'app'
    }
    resource ra 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
      name: guid('x')
      SCOPE
      properties: {
        roleDefinitionId: '1407120a-92aa-4202-b7e9-c0e197c71c8f'
        principalId: app.properties.principalId
      }
    }
    """
        .replace("SCOPE", scope);
  }

  @Test
  void theKindOfAScopeIsKnownThoughItsNameIsNot() throws IOException {
    assertThat(kind(scan(assignment("")))).startsWith("At resourceGroup.");
    Scanned resource =
        scan("param n string\n" + search("s").replace("'s'", "n") + assignment("scope: s"));
    assertThat(resource.places("wide-role", "pass")).hasSize(1);
    for (String level : List.of("subscription", "managementGroup", "tenant")) {
      String bicep =
          "targetScope = '"
              + level
              + "'\n"
              + assignment("").replaceFirst("(?s)resource app.*?\\n}\\n", "param app object\n");
      assertThat(kind(scan(bicep))).startsWith("At " + level + ".");
    }
  }

  private static String kind(Scanned scanned) {
    return scanned.verdicts().stream()
        .filter(it -> it.rule().equals("wide-role") && it.kind().equals("fail"))
        .map(Scanned.Verdict::message)
        .findFirst()
        .orElse("");
  }

  @Test
  void aDefaultIsSeenBehindTheValueThatIsGiven() throws IOException {
    Files.writeString(
        folder.resolve("search.bicep"),
        """
        param off bool = true
        resource srch 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'srch'
          properties: { disableLocalAuth: off }
        }
        """);
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param keysOff bool = false
        module search 'search.bicep' = { params: { off: keysOff } }
        """);
    Files.writeString(
        folder.resolve("main.bicepparam"), "using 'main.bicep'\nparam keysOff = true\n");
    Scanned scan = Keylint.with("keys-on-by-default", "search-local-auth").scan(folder);
    assertThat(scan.places("search-local-auth", "pass")).isNotEmpty();
    assertThat(scan.places("keys-on-by-default", "fail")).hasSize(1);
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param keysOff bool = true
        module search 'search.bicep' = { params: { off: keysOff } }
        """);
    assertThat(Keylint.with("keys-on-by-default").scan(folder).places("keys-on-by-default", "fail"))
        .isEmpty();
  }
}
