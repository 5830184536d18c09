package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A call that lacks a role in its own template does not fail for certain where another template
/// assigns one that helps.
final class AssignedElsewhereTest {
  private static final String READER = "1407120a-92aa-4202-b7e9-c0e197c71c8f";
  private static final String OTHER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
  private static final String FAILS = "error[missing-search-query-role]: 'app' queries 'docs'";
  private static final String OPEN =
      "undecided[missing-search-query-role]: It may be that 'app' queries 'docs' as 'app', which"
          + " has no role there";
  private static final String ROLE =
      """
      param name string
      param who string
      resource docs 'Microsoft.Search/searchServices@2025-05-01' existing = { name: SERVICE }
      resource app 'Microsoft.Web/sites@2024-04-01' existing = { name: HOLDER }
      resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('reads')
        scope: docs
        properties: {
          principalId: PRINCIPAL
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ID')
        }
      }
      """;
  private static final String OWN = "app.identity.principalId";

  /// It wants a value as well as what assigns the role.
  private static final String CALLER =
      "param place string\n" + SearchCaller.template("docs", "docs");

  @TempDir private Path folder;

  private static String role(String service, String holder, String principal, String id) {
    return ROLE.replace("SERVICE", service)
        .replace("HOLDER", holder)
        .replace("PRINCIPAL", principal)
        .replace("ID", id);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private Scanned scan(String... named) {
    String[] paths =
        Stream.concat(Stream.of(folder), Stream.of(named).map(folder::resolve))
            .map(Path::toString)
            .toArray(String[]::new);
    return Keylint.with("missing-search-query-role").scan(folder, paths);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'docs'  | 'app'   | app.identity.principalId      | READER | assigns",
        "'docs'  | name    | app.identity.principalId      | READER | may assign",
        "name    | 'app'   | app.identity.principalId      | READER | may assign",
        "'other' | 'app'   | app.identity.principalId      | READER |",
        "'docs'  | 'other' | app.identity.principalId      | READER |",
        "'docs'  | 'app'   | app.identity.principalId      | OTHER  |",
        "'docs'  | 'app'   | who                           | READER |",
        "'docs'  | 'app'   | app.identity.tenantId         | READER |",
        "'docs'  | 'app'   | app.properties.defaultHostName | READER |",
      })
  void onlyARoleThatHelpsLeavesItOpen(
      String service, String holder, String principal, String id, String says) throws IOException {
    write("main.bicep", CALLER);
    String guid = id.equals("READER") ? READER : OTHER;
    write("rbac.bicep", role(service, holder, principal, guid));
    Scanned run = scan();
    assertThat(run.words()).contains(says == null ? FAILS : OPEN);
    assertThat(run.exit()).isEqualTo(says == null ? 1 : 0);
    if (says == null) {
      assertThat(run.words()).doesNotContain("rbac.bicep");
    } else {
      assertThat(run.words()).contains("`rbac.bicep` " + says + " such a role, and whether it is");
    }
  }

  /// A condition leaves open whether it is assigned.
  @Test
  void aRoleThatHangsOnAConditionMayBeAssigned() throws IOException {
    write("main.bicep", CALLER);
    String role = role("'docs'", "'app'", OWN, READER);
    write("rbac.bicep", "param on bool\n" + role.replace("04-01' = {", "04-01' = if (on) {"));
    assertThat(scan().words()).contains(OPEN, "`rbac.bicep` may assign such a role");
  }

  /// It gives what its own template says that it gives.
  @ParameterizedTest
  @CsvSource({
    "Microsoft.Search/searchServices/indexes/documents/read, true",
    "Microsoft.Search/searchServices/indexes/documents/write, false",
  })
  void aRoleOfItsOwnTemplateIsRead(String action, boolean helps) throws IOException {
    write("main.bicep", CALLER);
    String id =
        role("'docs'", "'app'", OWN, "X").replaceFirst("subscriptionResourceId.*", "own.id");
    write(
        "rbac.bicep",
        id
            + """
            resource own 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
              name: guid('own')
              properties: {
                roleName: 'Mine'
                assignableScopes: [resourceGroup().id]
                permissions: [{ actions: [], dataActions: ['ACTION'] }]
              }
            }
            """
                .replace("ACTION", action));
    assertThat(scan().words()).contains(helps ? OPEN : FAILS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reads2.id", "app.id"})
  void whatIsNoRoleIsNotAssigned(String id) throws IOException {
    write("main.bicep", CALLER);
    String role = role("'docs'", "'app'", OWN, "X").replaceFirst("subscriptionResourceId.*", id);
    String other = role("'docs'", "'other'", OWN, OTHER);
    write(
        "rbac.bicep",
        role + other.substring(other.indexOf("resource reads")).replace("reads ", "reads2 "));
    assertThat(scan().words()).contains(FAILS).doesNotContain("rbac.bicep");
  }

  @Test
  void aTemplateThatCannotBeDeployedDoesNotCount() throws IOException {
    write("main.bicep", CALLER);
    String role = role("'docs'", "'app'", OWN, READER);
    write("rbac.bicep", role.replace("scope: docs", "scope: docs\n  dependsOn: [nothere]"));
    assertThat(scan().words()).contains(FAILS, "nothing says that it is deployed");
  }

  @Test
  void aGroupOfAnotherTemplateMayBeTheOneOfThisOne() throws IOException {
    write("app.bicep", CALLER);
    write(
        "main.bicep",
        """
        param place string
        targetScope = 'subscription'
        resource rg 'Microsoft.Resources/resourceGroups@2021-04-01' = {
          name: 'rg-docs'
          location: 'westeurope'
        }
        module app 'app.bicep' = { scope: rg, params: { place: place } }
        """);
    write("rbac.bicep", role("'docs'", "'app'", OWN, READER));
    assertThat(scan().words()).contains(OPEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 9, 100})
  void ofManyTheOneThatHelpsIsNamed(int others) throws IOException {
    write("main.bicep", CALLER);
    write("rbac.bicep", role("'docs'", "'app'", OWN, READER));
    StringBuilder more = new StringBuilder(role("'docs'", "'app'", OWN, OTHER));
    String assignment = more.substring(more.indexOf("resource reads"));
    for (int i = 1; i < others; i++) {
      more.append(assignment.replace("resource reads", "resource reads" + i));
    }
    write("others.bicep", more.toString());
    assertThat(scan().words()).contains(OPEN, "`rbac.bicep` assigns such a role");
  }

  /// Other parameters are for another place.
  @Test
  void whatTheSameTemplateAssignsWithOtherParametersDoesNotHelp() throws IOException {
    String gate = "param on bool\n" + role("'docs'", "'app'", OWN, READER);
    String template =
        SearchCaller.template("docs", "docs")
            + gate.substring(0, gate.indexOf("resource docs"))
            + gate.substring(gate.indexOf("resource reads")).replace("= {", "= if (on) {");
    write("main.bicep", template);
    for (String on : new String[] {"true", "false"}) {
      write(
          "main." + on + ".parameters.json",
          "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/"
              + "deploymentParameters.json#\", \"contentVersion\": \"1.0.0.0\", \"parameters\":"
              + " {\"name\": {\"value\": \"n\"}, \"who\": {\"value\": \"w\"}, \"on\": {\"value\": "
              + on
              + "}}}");
    }
    assertThat(scan().words()).contains(FAILS);
  }

  /// Each deployment in which a call fails needs one.
  @Test
  void aCallThatFailsInOneDeploymentOnlyFails() throws IOException {
    write("app.bicep", SearchCaller.template("docs", "docs").replaceFirst("'docs'", "name"));
    String bicep = Files.readString(folder.resolve("app.bicep"));
    write("app.bicep", "param name string\nparam other string\n" + bicep.replace("'app'", "other"));
    write(
        "one.bicep",
        "param p string\nmodule app 'app.bicep' = { params: { name: 'docs', other: 'app' } }\n");
    write(
        "two.bicep",
        "param p string\nmodule app 'app.bicep' = { params: { name: 'docs', other: 'app-2' } }\n");
    write("rbac.bicep", role("'docs'", "'app'", OWN, READER));
    assertThat(scan().words()).contains("error[missing-search-query-role]");
    Files.delete(folder.resolve("two.bicep"));
    assertThat(scan().words()).contains(OPEN).doesNotContain("error[");
  }

  /// Whoever may add a file could add a role: it counts no more than what it is for.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "main.bicep |                                        | false",
        "main.bicep | main.bicep                             | false",
        "main.bicep | rbac.bicep                             | true",
        "main.bicep | main.bicep rbac.bicep                  | true",
        "wants      |                                        | true",
        "wants      | main.bicep                             | false",
        "wants      | main.bicep rbac.bicep                  | true",
      })
  void whatLessSpeaksForDoesNotCount(String caller, String named, boolean counts)
      throws IOException {
    String plain = SearchCaller.template("docs", "docs");
    write("main.bicep", caller.equals("wants") ? CALLER : plain);
    write("rbac.bicep", role("'docs'", "'app'", OWN, READER));
    Scanned run = scan(named == null ? new String[0] : named.split(" "));
    assertThat(run.words()).contains(counts ? OPEN : FAILS);
    assertThat(run.words().contains("assigns such a role, but nothing says that it is deployed"))
        .isEqualTo(!counts);
    assertThat(run.exit()).isEqualTo(counts ? 0 : 1);
  }

  @Test
  void whatTheProjectDoesNotDeployDoesNotCount() throws IOException {
    write("infra/main.bicep", CALLER);
    write("infra/rbac.bicep", role("'docs'", "'app'", OWN, READER));
    assertThat(scan().words()).contains(OPEN);
    write("azure.yaml", "name: docs\n");
    assertThat(scan().words()).contains(FAILS, "nothing says that it is deployed");
  }

  @Test
  void aCallerThatAProjectDeploysWantsNoLess() throws IOException {
    write("proj/azure.yaml", "name: docs\n");
    write("proj/infra/main.bicep", CALLER);
    write("other/rbac.bicep", role("'docs'", "'app'", OWN, READER));
    assertThat(scan().words()).contains(FAILS, "nothing says that it is deployed");
    write("other/azure.yaml", "name: roles\ninfra:\n  path: .\n  module: rbac\n");
    assertThat(scan().words()).contains(OPEN, "`other/rbac.bicep` assigns such a role");
  }

  /// Both begin with the same layer.
  @Test
  void anotherProjectWithTheSameFirstLayerIsAnother() throws IOException {
    for (String each : new String[] {"p", "q"}) {
      write(
          each + "/azure.yaml",
          """
          name: it
          infra:
            layers:
              - name: shared
                path: ../shared
              - name: own
                path: own
          """);
    }
    write("shared/main.bicep", "param x string = 'x'\n");
    write("p/own/main.bicep", CALLER);
    write("q/own/main.bicep", role("'docs'", "'app'", OWN, READER));
    assertThat(scan().words()).contains(OPEN, "`q/own/main.bicep` assigns such a role");
  }

  /// It makes an app of its own, with what that needs.
  @Test
  void aTemplateThatMakesItsOwnAppDoesNotCount() throws IOException {
    write("one.bicep", CALLER);
    String role = role("'docs'", "'app'", OWN, READER);
    write(
        "two.bicep",
        CALLER + "param name string\n" + role.substring(role.indexOf("resource reads")));
    assertThat(scan().words()).contains(FAILS).doesNotContain("such a role");
  }

  private static String roles(String id, int count) {
    StringBuilder roles = new StringBuilder(role("'docs'", "'app'", OWN, id));
    String assignment = roles.substring(roles.indexOf("resource reads"));
    for (int i = 1; i < count; i++) {
      roles.append(assignment.replace("resource reads", "resource reads" + i));
    }
    return roles.toString();
  }

  @Test
  void ofManyRolesNoneIsForgotten() throws IOException {
    write("main.bicep", CALLER);
    write("others.bicep", roles(OTHER, 100));
    write("rbac.bicep", role("'docs'", "'app'", OWN, READER));
    assertThat(scan().words()).contains(OPEN).doesNotContain("error[");
  }

  /// Whoever may add a file could add many roles that do not help.
  @Test
  void whatIsNotTriedOutDoesNotCountAndIsSaid() throws IOException {
    write("main.bicep", CALLER);
    write("others.bicep", roles(OTHER, 520));
    assertThat(scan().words())
        .contains(FAILS, "whether a role that `others.bicep` assigns helps is not tried");
    write("others.bicep", roles(OTHER, 1));
    for (int i = 0; i < 70; i++) {
      write("main" + i + ".bicep", CALLER.replace("place", "place" + i));
    }
    Scanned run = scan();
    assertThat(run.words())
        .contains(FAILS, "whether a role that `others.bicep` assigns helps is not tried");
    assertThat(run.verdicts()).filteredOn(it -> it.kind().equals("fail")).hasSize(71);
  }

  /// A module that both call assigns it here and there to somebody else.
  @Test
  void aRoleOfAModuleThatBothUseCountsAndIsOfItsRoot() throws IOException {
    String role =
        role("'docs'", "'app'", "who", READER)
            .replaceFirst("param name string\n", "")
            .replaceFirst("resource app .*\n", "");
    write("modules/role.bicep", role);
    write(
        "main.bicep",
        CALLER
            + """
            resource own 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'own' }
            module reads 'modules/role.bicep' = { params: { who: own.properties.principalId } }
            """);
    write(
        "rbac.bicep",
        """
        param place string
        resource app 'Microsoft.Web/sites@2024-04-01' existing = { name: 'app' }
        module reads 'modules/role.bicep' = { params: { who: app.identity.principalId } }
        """);
    assertThat(scan().words()).contains(OPEN, "`rbac.bicep` assigns such a role");
  }

  @Test
  void aRoleThatIsNotKnownMayBeSuchAOne() throws IOException {
    write("main.bicep", CALLER);
    write("rbac.bicep", role("'docs'", "'app'", OWN, "X").replace("'X'", "name"));
    assertThat(scan().words()).contains("`rbac.bicep` may assign such a role");
  }
}
