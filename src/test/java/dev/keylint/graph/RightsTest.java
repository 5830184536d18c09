package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether the site may read the documents of the service `docs`, by one assignment in an estate in
/// which it has no other.
class RightsTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final String QUERY = "Microsoft.Search/searchServices/indexes/documents/read";
  private static final String READER = "1407120a-92aa-4202-b7e9-c0e197c71c8f";
  private static final String ESTATE =
      """
      [
      {"as": "docs", "type": "Microsoft.Search/searchServices", "name": "docs"},
      {"as": "other", "type": "Microsoft.Search/searchServices", "name": "other"},
      {"as": "site", "type": "Microsoft.Web/sites", "name": "app",
       "identity": {"type": "SystemAssigned"}},
      {"as": "id", "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "id"},
      {"type": "Microsoft.Authorization/roleAssignments", "name": "g", "scope": "SCOPE"MORE,
       "properties": {"principalId": "PRINCIPAL", "principalType": "TYPE",
         "roleDefinitionId": "ROLE"}}
      ]
      """;

  private static String ask(String json) {
    return ask(json, QUERY);
  }

  private static String ask(String json, String action) {
    AccessGraph graph = Estates.graph(json);
    return show(graph.canData(site(graph), action, graph.targets().getFirst()));
  }

  private static Identity site(AccessGraph graph) {
    return graph.workloads().stream()
        .filter(it -> it.resource().type().is("Microsoft.Web/sites"))
        .map(Workload::ownIdentity)
        .findFirst()
        .orElseThrow();
  }

  private static String show(Answer answer) {
    return switch (answer) {
      case Answer.Known(var holds) -> holds ? "yes" : "no";
      case Answer.Open(var because) ->
          String.join(" ", because.stream().map(it -> it.reason().print()).toList());
    };
  }

  private static String assigned(String principal, String type, String role, String scope) {
    return ESTATE
        .replace("PRINCIPAL", principal)
        .replace("TYPE", type)
        .replace("ROLE", role)
        .replace("SCOPE", scope);
  }

  /// The estate in which the site has a role at a scope.
  private static String given(String role, String scope) {
    return assigned("${site.identity.principalId}", "ServicePrincipal", role, scope)
        .replace("MORE", "");
  }

  @ParameterizedTest
  @CsvSource({
    "${site.identity.principalId},   ServicePrincipal,  yes",
    "${id.properties.principalId},   ServicePrincipal,  no",
    "${param.p},                     User,              no",
    "${param.p},                     Device,            no",
    "${param.p},                     Group,             Withheld(members of a group)",
    "${param.p},                     ServicePrincipal,  Withheld(owner of a service principal)",
    "8d1f3c55-5b1c,                  ServicePrincipal,  no",
    "${param.p},                     ${param.t},        MissingParameter(t)",
    "'',                             ${param.t},        no",
    "'',                             User,              no",
  })
  void somebodyElsesRoleHelpsIfItMayBeOnesOwn(String principal, String type, String answer) {
    assertThat(ask(assigned(principal, type, READER, "${rg.id}").replace("MORE", "")))
        .isEqualTo(answer);
  }

  /// An id that is not known may be that of the site; another declared resource is another one.
  @ParameterizedTest
  @CsvSource({
    "Microsoft.Web/sites,        ${param.n},       true,   docs,   ROLE,  MissingParameter(n)",
    "Microsoft.Web/sites,        a${param.n},      true,   docs,   ROLE,  MissingParameter(n)",
    "Microsoft.Web/sites,        b${param.n},      true,   docs,   ROLE,  no",
    "Microsoft.Web/sites,        other,            true,   docs,   ROLE,  no",
    "Microsoft.Web/sites,        app/${param.n},   true,   docs,   ROLE,  no",
    "Microsoft.Web/staticSites,  ${param.n},       true,   docs,   ROLE,  no",
    "Microsoft.Web/sites,        ${param.n},       false,  docs,   ROLE,  no",
    "Microsoft.Web/sites,        ${param.n},       true,   other,  ROLE,  no",
    "Microsoft.Web/sites,        ${param.n},       true,   docs,   NONE,  no",
  })
  void aRoleOfAResourceOfUnknownNameMayBeOnesOwn(
      String type, String name, boolean existing, String scope, String role, String answer) {
    String again =
        "{\"as\": \"again\", \"type\": \"%s\", \"name\": \"%s\"%s},\n"
            .formatted(type, name, existing ? ", \"existing\": true" : "");
    String of =
        assigned(
                "${again.identity.principalId}",
                "ServicePrincipal",
                role.equals("ROLE") ? READER : "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
                "${" + scope + ".id}")
            .replace("MORE", "");
    assertThat(ask(beside(again, of))).isEqualTo(answer);
  }

  /// With more characters beside the same unknown part it is another name.
  @ParameterizedTest
  @CsvSource({
    "${param.n},          ${param.n}2,          no",
    "id-${param.n},       id-${param.n}-all,    no",
    "${param.n},          all-${param.n},       no",
    "${param.n}${param.m}, ${param.m}-${param.n}, no",
    "${param.n},          ${param.m}2,          MissingParameter(n)",
    "${param.n}${param.m}, ${param.n},          MissingParameter(n)",
  })
  void theSameUnknownPartWithMoreIsAnother(String declared, String holder, String answer) {
    String again =
        "{\"as\": \"again\", \"type\": \"Microsoft.Web/sites\", \"name\": \"%s\", \"existing\": true},\n"
            .formatted(holder);
    String of =
        assigned("${again.identity.principalId}", "ServicePrincipal", READER, "${docs.id}")
            .replace("MORE", "")
            .replace("\"name\": \"app\"", "\"name\": \"" + declared + "\"");
    assertThat(ask(beside(again, of))).isEqualTo(answer);
  }

  private static String beside(String more, String estate) {
    String assignment = "{\"type\": \"Microsoft.Authorization/roleAssignments\"";
    return estate.replace(assignment, more + assignment);
  }

  /// A part of the target may be enough; a project is none of its account's.
  @ParameterizedTest
  @CsvSource({
    "${rg.id},                                    yes",
    "${docs.id},                                  yes",
    "${other.id},                                 no",
    "${site.id},                                  no",
    "${param.scope},                              MissingParameter(scope)",
    "${docs.id}/indexes/main,                     yes",
    "${other.id}/indexes/main,                    no",
    "${docs.id}/privateEndpointConnections/one,   NotStated",
    "${docs.id}/indexes/${param.i},               yes",
    "${docs.id}/${param.part}/one,                NotStated",
    "${docs.id}/${param.part},                    NotStated",
  })
  void aRoleHelpsAtAScopeThatHoldsTheTargetOrAnIndexOfIt(String scope, String answer) {
    assertThat(ask(given(READER, scope))).startsWith(answer);
  }

  /// Of an existing account not even the kind is known; a role on it is one all the same.
  @ParameterizedTest
  @CsvSource({
    "${rg.id},     yes",
    "${docs.id},   yes",
    "${other.id},  Withheld(grants on an existing resource)",
  })
  void aRoleHelpsOnATargetOfUnknownKind(String scope, String answer) {
    String json =
        given("5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", scope)
            .replace(
                "\"Microsoft.Search/searchServices\", \"name\": \"docs\"",
                "\"Microsoft.CognitiveServices/accounts\", \"name\": \"docs\", \"existing\": true");
    String chat = "Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action";
    assertThat(ask(json, chat)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "1407120a-92aa-4202-b7e9-c0e197c71c8f, yes",
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, no",
    "${param.role},                        MissingParameter(role)",
  })
  void aRoleHelpsIfItHasTheAction(String role, String answer) {
    assertThat(ask(given(role, "${rg.id}"))).isEqualTo(answer);
  }

  @Test
  void anAssignmentMayNotBeDeployed() {
    String json = assigned("${site.identity.principalId}", "ServicePrincipal", READER, "${rg.id}");
    assertThat(ask(json.replace("MORE", ", \"condition\": \"${param.deploy}\"")))
        .isEqualTo("MissingParameter(deploy)");
  }

  /// Where one of them is missing, no right is needed.
  @ParameterizedTest
  @CsvSource({
    "docs,  deploy, yes",
    "app,   deploy, yes",
    "other, deploy, MissingParameter(deploy)",
    "docs,  more,   MissingParameter(deploy)",
    "app,   more,   MissingParameter(deploy)",
  })
  void anAssignmentIsDeployedWithTheTargetOrTheIdentity(
      String resource, String parameter, String answer) {
    String name = "\"name\": \"" + resource + "\"";
    String json =
        assigned("${site.identity.principalId}", "ServicePrincipal", READER, "${rg.id}")
            .replace("MORE", ", \"condition\": \"${param.deploy}\"")
            .replace(name, name + ", \"condition\": \"${param." + parameter + "}\"");
    assertThat(ask(json)).isEqualTo(answer);
  }

  /// Who has the members of a group as such is no question when the group itself is asked about.
  @Test
  void whatAGroupIsGivenItHas() {
    String json = assigned("${param.p}", "Group", READER, "${rg.id}");
    AccessGraph graph = Estates.graph(json.replace("MORE", ", \"condition\": \"${param.deploy}\""));
    Identity group = graph.grants().getFirst().principal();
    assertThat(show(graph.canData(group, QUERY, graph.targets().getFirst())))
        .isEqualTo("MissingParameter(deploy) Withheld(grants of an existing identity)");
  }

  private static String unknown(String json) {
    AccessGraph graph = Estates.graph(json);
    return graph.unknownGrantsOf(site(graph)).map(it -> it.reason().print()).orElse("-");
  }

  /// A principal that somebody names is none of the identities that the same deployment makes.
  @ParameterizedTest
  @CsvSource({
    "${site.identity.principalId},  ServicePrincipal,  ${rg.id},        -",
    "${param.p},                    User,              ${rg.id},        -",
    "${param.p},                    Group,             ${rg.id},        Withheld(members of a"
        + " group)",
    "${param.p},                    Group,             ${docs.id},      Withheld(members of a"
        + " group)",
    "${param.p},                    Group,             ${param.scope},  Withheld(members of a"
        + " group)",
    "${param.p},                    Group,             ${site.id},      -",
    "8d1f3c55-5b1c,                 ServicePrincipal,  ${rg.id},        -",
    "${param.p},                    ServicePrincipal,  ${rg.id},        Withheld(owner of a service"
        + " principal)",
    "${param.p},                    ${param.t},        ${rg.id},        -",
    "${id.properties.other},        ${param.t},        ${rg.id},        MissingParameter(t)",
  })
  void anIdentityMayHaveMoreGrantsOnTargetsIfItMayBeThePrincipal(
      String principal, String type, String scope, String because) {
    assertThat(unknown(assigned(principal, type, READER, scope).replace("MORE", "")))
        .isEqualTo(because);
  }

  @Test
  void whatNobodySeesIsSaidAfterWhatIsHere() {
    String group = assigned("${param.p}", "Group", READER, "${rg.id}").replace("MORE", "");
    String script = "\"scriptContent\": \"az role assignment create --role $R\"";
    assertThat(unknown(withScript(script))).startsWith("NotStated(which roles a script");
    assertThat(unknown(withScript("\"scriptContent\": \"echo\""))).isEqualTo("-");
    assertThat(unknown(withScript(script).replace("\"User\"", "\"Group\"")))
        .isEqualTo("Withheld(members of a group)");
    assertThat(unknown(group.replace("\"name\": \"app\"", "\"name\": \"app\", \"existing\": true")))
        .isEqualTo("Withheld(grants of an existing identity)");
  }

  /// What exists already may have grants that nobody sees here.
  @Test
  void whatExistsMayHaveGrantsOfItsOwn() {
    String json = assigned("${param.p}", "User", "${param.role}", "${rg.id}").replace("MORE", "");
    String docs = "\"name\": \"docs\"";
    String site = "\"name\": \"app\"";
    String existing = ", \"existing\": true";
    assertThat(ask(json)).isEqualTo("no");
    assertThat(ask(json.replace(docs, docs + existing)))
        .isEqualTo("Withheld(grants on an existing resource)");
    assertThat(ask(json.replace(site, site + existing)))
        .isEqualTo("Withheld(grants of an existing identity)");
    for (String known : List.of(docs, site)) {
      assertThat(ask(given(READER, "${rg.id}").replace(known, known + existing))).isEqualTo("yes");
    }
  }

  private static String withScript(String properties) {
    String json = assigned("${param.p}", "User", "${param.role}", "${rg.id}").replace("MORE", "");
    return json.replaceFirst(
        "\\[",
        "[{\"type\": \"Microsoft.Resources/deploymentScripts\", \"name\": \"s\", \"properties\": {"
            + Matcher.quoteReplacement(properties)
            + "}},");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"scriptContent\": \"echo hello\"                                    | no",
        "\"scriptContent\": \"az  role assignment  create --role Reader\"     | no",
        "\"scriptContent\": \"az  role assignment  create --role $ROLE\"      | NotStated",
        "\"scriptContent\": \"New-AzRoleAssignment -ObjectId x\"              | NotStated",
        "\"scriptContent\": \"az role assignment list\"                       | no",
        "\"scriptContent\": \"az rest -m put -u $ID/roleAssignments/1\"       | NotStated",
        "\"scriptContent\": \"az role assignment create -a ${param.x}\"       | NotStated",
        "\"scriptContent\": \"az webapp identity assign -n a --role R\"       | NotStated",
        "\"scriptContent\": \"az vm create --role X --assign-identity\"       | NotStated",
        "\"scriptContent\": \"az webapp identity assign -n a -g g\"           | no",
        "\"scriptContent\": \"run([az, role, assignment, create])\"           | NotStated",
        "\"scriptContent\": \"echo\", \"supportingScriptUris\": [\"https://e.com/a.sh\"] |"
            + " NotStated",
        "\"scriptContent\": \"echo\", \"supportingScriptUris\": []            | no",
        "\"scriptContent\": \"${param.script}\"                               | MissingParameter",
        "\"primaryScriptUri\": \"https://example.com/setup.sh\"               | NotStated",
        "\"scriptContent\": \"# az role assignment create -a x\"              | no",
        "\"scriptContent\": \"echo az role assignment create -a x\"           | no",
        "\"arguments\": \"none\"                                              | no",
      })
  void aScriptMayAssignRoles(String properties, String answer) {
    assertThat(ask(withScript(properties))).startsWith(answer);
  }

  private static String withModule(String module, List<ModuleArgument> arguments) {
    String json = assigned("${param.p}", "User", "${param.role}", "${rg.id}").replace("MORE", "");
    Gap gap = new Gap(module, List.of(), arguments, AT);
    AccessGraph graph = AccessGraph.of(Estates.estate(json, false, List.of(gap)));
    Identity site =
        graph.identities().stream()
            .filter(Identity.SystemAssigned.class::isInstance)
            .filter(it -> it.key().contains("microsoft.web/sites"))
            .findFirst()
            .orElseThrow();
    return show(graph.canData(site, QUERY, graph.targets().getFirst()));
  }

  @ParameterizedTest
  @CsvSource({
    "module br/public:avm/res/storage/storage-account:0.9.0,              no",
    "module br:mcr.microsoft.com/bicep/avm/res/web/site:0.15.1,           no",
    "module br/public:avm/res/authorization/role-assignment/rg-scope:0.1.0, MissingModule",
    "module br/public:avm/res/resources/deployment-script:0.5.1,          MissingModule",
    "module br/public:avm/ptn/ai-platform/baseline:0.6.0,                 MissingModule",
    "module ./modules/roles.bicep,                                        MissingModule",
    "the rest of the deployment,                                          Unsupported",
  })
  void aModuleThatIsNotHereMayAssignRoles(String module, String answer) {
    assertThat(withModule(module, List.of())).startsWith(answer);
  }

  /// What a module for the target is told to assign has to be readable, each of them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                     | no",
        "null                                                   | no",
        "[{\"principalId\": \"p\", \"roleDefinitionIdOrName\": \"Owner\"}] | no",
        "\"${param.all}\"                                       | MissingModule",
        "[{}, \"${param.one}\"]                                 | MissingModule",
      })
  void aModuleForATargetMayBeToldToAssignRoles(String assignments, String answer) {
    Value told =
        Estates.template("[{\"type\": \"a/b\", \"name\": \"n\", \"told\": " + assignments + "}]")
            .resources()
            .getFirst()
            .body()
            .properties()
            .get("told")
            .orElseThrow();
    assertThat(
            withModule(
                "module br/public:avm/res/search/search-service:0.11.1",
                List.of(new ModuleArgument("roleAssignments", told, AT))))
        .startsWith(answer);
  }
}
