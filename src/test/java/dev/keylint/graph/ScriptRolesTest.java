package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Role assignments that nobody sees: of scripts, and of modules that are not here.
class ScriptRolesTest {
  private static final String READ = "Microsoft.Search/searchServices/indexes/documents/read";
  private static final Location AT = new Location.WholeFile("main.bicep");

  private static final String ESTATE =
      """
      [{"type": "Microsoft.Search/searchServices", "name": "docs"},
       {"type": "Microsoft.Web/sites", "name": "app", "identity": {"type": "SystemAssigned"}}MORE]
      """;

  private static String ask(String more, List<Gap> gaps) {
    AccessGraph graph = AccessGraph.of(Estates.estate(ESTATE.replace("MORE", more), false, gaps));
    Identity app = graph.workloads().getLast().ownIdentity();
    Identity site =
        graph.workloads().stream()
            .filter(it -> it.resource().type().is("Microsoft.Web/sites"))
            .findFirst()
            .map(Workload::ownIdentity)
            .orElse(app);
    return Estates.show(graph.canData(site, READ, graph.targets().getFirst()));
  }

  private static String script(String properties) {
    return ", {\"type\": \"Microsoft.Resources/deploymentScripts\", \"name\": \"s\","
        + " \"properties\": "
        + properties
        + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "echo az role                                                    | no",
        "az role assignment list                                         | no",
        "az role assignment create --assignee $ID --role $ROLE           | open",
        "az role assignment create --role 'Search Index Data Reader'     | open",
        "az role assignment create --role Owner                          | no",
        "az role assignment create --role 'Storage Blob Data Reader'     | no",
        "az role assignment create --assignee-principal-type User --role $R | no",
        "New-AzRoleAssignment -RoleDefinitionName 'Search Index Data Reader' | open",
        "New-AzRoleAssignment -RoleDefinitionName 'Reader' -ObjectId x   | no",
        "New-AzRoleAssignment -RoleDefinitionId 1407120a-92aa-4202-b7e9-c0e197c71c8f | open",
        "New-AzRoleAssignment -SignInName a@b.c -RoleDefinitionName $r   | no",
        "az rest --method put --url $SCOPE/providers/Microsoft.Authorization/roleAssignments/$N |"
            + " open",
        "subprocess.run(['az', 'role', 'assignment', 'create', '--role', r]) | open",
        "client.role_assignments.create(scope, name, body)               | open",
        "az vm identity assign --name vm --role Contributor              | no",
        "az vm identity assign --name vm --role 'Search Index Data Reader' | open",
        "az vm identity assign --name vm                                 | no",
        "az role assignment create --role Owner ${param.more}            | open",
        "${param.as} az role assignment create --role Owner              | open",
        "az role assignment \\\\\\n create --role $ROLE               | open",
        "az role assignment \\\\\\n create ${param.more}              | open",
        "az role assignment \\\\\\n list ${param.more}                | no",
      })
  void aCommandOfAScriptMayAssignARole(String command, String answer) {
    assertThat(ask(script("{\"scriptContent\": \"" + command + "\"}"), List.of()))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                | no",
        "{\"scriptContent\": \"${param.script}\"}                          | open",
        "{\"scriptContent\": \"echo ${param.script}\"}                     | no",
        "{\"primaryScriptUri\": \"https://example.com/x.sh\"}              | open",
        "{\"scriptContent\": \"echo\", \"supportingScriptUris\": []}       | no",
        "{\"scriptContent\": \"echo\", \"supportingScriptUris\": [\"u\"]}  | open",
        "{\"scriptContent\": \"az role assignment create --role ${param.r}\"} | open",
      })
  void whatIsNotReadOfAScriptMayAssignAny(String properties, String answer) {
    assertThat(ask(script(properties), List.of())).isEqualTo(answer);
  }

  @Test
  void aVeryLongCommandMayAssignAny() {
    String content = "{\"scriptContent\": \"true; azBLANKSrole\"}";
    assertThat(ask(script(content.replace("BLANKS", " ".repeat(32_761))), List.of()))
        .isEqualTo("no");
    assertThat(ask(script(content.replace("BLANKS", " ".repeat(32_762))), List.of()))
        .isEqualTo("open");
  }

  @Test
  void aScriptIsDeclaredAtItsText() {
    String json =
        ESTATE.replace(
            "MORE", script("{\"scriptContent\": \"az login\\naz role assignment list\"}"));
    Script script = Estates.graph(json).scripts().getFirst();
    assertThat(script.kind()).isEqualTo("deploymentScript");
    assertThat(script.commands()).hasSize(2);
    assertThat(script.resource()).isPresent();
    assertThat(script.elsewhere()).isFalse();
    assertThat(script.evidence()).isNotEqualTo(script.at());
    String there = json.replace("\"name\": \"s\"", "\"name\": \"s\", \"existing\": true");
    assertThat(Estates.graph(there).scripts()).isEmpty();
  }

  /// What runs beside a template is called by its name; one of the template is at its place.
  @Test
  void aDoubtAboutRolesNamesTheScript() {
    String command = "az role assignment create --role $R";
    Value text = new Value.Str(command, Origin.at(AT));
    Estate.Script hook =
        new Estate.Script("postdeploy", "hook", List.of(text), List.of(), false, AT);
    Estate with = Estates.template(ESTATE.replace("MORE", "")).with(List.of(hook));
    assertThat(AccessGraph.of(with).scripts()).extracting(Script::kind).containsExactly("hook");
    assertThat(doubt(AccessGraph.of(with)))
        .isEqualTo("NotStated(which roles the script of `postdeploy` assigns)");
    String deployed = script("{\"scriptContent\": \"" + command + "\"}");
    assertThat(doubt(Estates.graph(ESTATE.replace("MORE", deployed))))
        .isEqualTo("NotStated(which roles a script assigns)");
  }

  private static String doubt(AccessGraph graph) {
    Identity site = graph.workloads().get(1).ownIdentity();
    return graph.unknownGrantsOf(site).orElseThrow().reason().print();
  }

  private static Gap module(String what, List<String> units, List<ModuleArgument> arguments) {
    return new Gap(what, units, arguments, AT);
  }

  @ParameterizedTest
  @CsvSource({
    "module br/public:avm/res/storage/storage-account:0.9.0,         no",
    "module br/public:avm/res/search/search-service:0.9.0,           no",
    "module br/public:avm/res/authorization/role-assignment:0.1.0,   open",
    "module br/public:avm/res/resources/resource-group:0.1.0,        open",
    "module br/public:avm/ptn/authorization/resource-role-assignment:0.1.0, open",
    "module roles.bicep,                                             open",
    "avm/res/storage/storage-account,                                open",
  })
  void aModuleThatIsNotHereMayAssignRoles(String what, String answer) {
    assertThat(ask("", List.of(module(what, List.of(), List.of())))).isEqualTo(answer);
  }

  @Test
  void theAssignmentsOfAVerifiedModuleAreReadIfAllAreObjects() {
    Origin origin = Origin.at(AT);
    String search = "module br/public:avm/res/search/search-service:0.9.0";
    Value object = new Value.Obj(dev.keylint.value.Properties.EMPTY, origin);
    Value text = new Value.Str("x", origin);
    assertThat(
            ask(
                "",
                List.of(module(search, List.of(), roles(new Value.Arr(List.of(object), origin))))))
        .isEqualTo("no");
    assertThat(
            ask(
                "",
                List.of(
                    module(
                        search, List.of(), roles(new Value.Arr(List.of(object, text), origin))))))
        .isEqualTo("open");
    assertThat(ask("", List.of(module(search, List.of(), roles(text))))).isEqualTo("open");
    String storage = "module br/public:avm/res/storage/storage-account:0.9.0";
    assertThat(ask("", List.of(module(storage, List.of(), roles(text))))).isEqualTo("no");
  }

  private static List<ModuleArgument> roles(Value value) {
    return List.of(new ModuleArgument("roleAssignments", value, AT));
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Authorization/roleAssignments,                  open",
    "microsoft.managedidentity/userAssignedIdentities,         open",
    "Microsoft.Storage/storageAccounts,                        no",
  })
  void aListThatAzureWithholdsMayHoldAssignments(String unit, String answer) {
    Gap gap = module("a list", List.of("Microsoft.Web/sites", unit), List.of());
    assertThat(ask("", List.of(gap))).isEqualTo(answer);
  }
}
