package dev.keylint.lower.bicep;

import static dev.keylint.plan.Project.deployment;
import static dev.keylint.plan.Project.resource;
import static dev.keylint.plan.Project.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.plan.Project;
import dev.keylint.template.Declaration;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BicepResourcesTest {
  @TempDir Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  @Test
  void aResourceHasItsPartsAndABodyOfTheRest() {
    Template template =
        project.clean(
            """
            param on bool
            resource other 'A.B/c@2024-01-01' existing = { name: 'o' }
            resource search 'Microsoft.Search/searchServices@2025-05-01' = if (on) {
              name: 'search'
              scope: other
              dependsOn: [other]
              sku: { name: 'basic' }
            }
            """);
    Declaration.Resource search = resource(template, "search");
    assertThat(search.type()).isEqualTo("Microsoft.Search/searchServices");
    assertThat(search.apiVersion()).isEqualTo("2025-05-01");
    assertThat(Shown.of(search.name())).isEqualTo("'search'");
    assertThat(search.scope().map(Shown::of)).contains("r.other");
    assertThat(search.condition().map(Shown::of)).contains("p.on");
    assertThat(Shown.of(search.body())).isEqualTo("{'sku': {'name': 'basic'}}");
    assertThat(search.existing()).isFalse();
    assertThat(resource(template, "other").existing()).isTrue();
    assertThat(search.at()).hasToString("main.bicep:3:1");
  }

  @Test
  void aLoopHasItsCollectionItemAndIndex() {
    Template template =
        project.clean(
            """
            param names array
            resource all 'A.B/c@2024-01-01' = [for (n, i) in names: if (i > 0) {
              name: n
              properties: { rank: i }
            }]
            output second string = all[1].id
            output ids array = [for x in all: x.id]
            """);
    Declaration.Resource all = resource(template, "all");
    assertThat(all.loop().map(Shown::of)).contains("all*length(p.names)");
    assertThat(all.loop().flatMap(loop -> loop.item())).contains("n");
    assertThat(all.loop().flatMap(loop -> loop.index())).contains("i");
    assertThat(all.condition().map(Shown::of)).contains("greater(local.i, 0)");
    assertThat(Shown.of(all.body())).isEqualTo("{'properties': {'rank': local.i}}");
    assertThat(template.outputs())
        .extracting(output -> Shown.of(output.value()))
        .containsExactly("r.all[1]['id']", "for ids*length(r.all) local.x['id']");
  }

  @Test
  void nestedResourcesTakeTypeVersionConditionAndParentOver() {
    Template template =
        project.clean(
            """
            param outer bool
            param inner bool
            resource account 'A.B/accounts@2024-01-01' = if (outer) {
              name: 'account'
              resource project 'projects' = if (inner) {
                name: 'project'
                resource deep 'deep@2025-01-01' existing = { name: '${project.name}x' }
              }
              resource second 'seconds' = { name: project::deep.name }
            }
            output id string = account::project::deep.id
            """);
    Declaration.Resource inner = resource(template, "account::project");
    assertThat(inner.type()).isEqualTo("A.B/accounts/projects");
    assertThat(inner.apiVersion()).isEqualTo("2024-01-01");
    assertThat(inner.parent().map(Shown::of)).contains("r.account");
    assertThat(inner.condition().map(Shown::of)).contains("and(p.outer, p.inner)");
    assertThat(Shown.of(inner.body())).isEqualTo("{}");
    Declaration.Resource deep = resource(template, "account::project::deep");
    assertThat(deep.type()).isEqualTo("A.B/accounts/projects/deep");
    assertThat(deep.apiVersion()).isEqualTo("2025-01-01");
    assertThat(Shown.of(deep.name())).isEqualTo("text(r.account::project['name'], 'x')");
    assertThat(Shown.of(resource(template, "account::second").name()))
        .isEqualTo("r.account::project::deep['name']");
    assertThat(Shown.of(template.outputs().getFirst().value()))
        .isEqualTo("r.account::project::deep['id']");
  }

  @Test
  void nestedResourcesOfALoopAreMeantInTheSameRound() {
    Template template =
        project.clean(
            """
            resource all 'A.B/c@2024-01-01' = [for n in ['x', 'y']: {
              name: n
              resource child 'children' = { name: '${n}-child' }
              resource friend 'friends' = { name: child.name }
            }]
            output second string = all[1]::child.id
            """);
    Declaration.Resource child = resource(template, "all::child");
    assertThat(child.loop().map(Shown::of)).contains("all::child*length(['x', 'y'])");
    assertThat(child.parent().map(Shown::of)).contains("r.all[i.all::child]");
    assertThat(Shown.of(resource(template, "all::friend").name()))
        .isEqualTo("r.all::child[i.all::friend]['name']");
    assertThat(Shown.of(template.outputs().getFirst().value())).isEqualTo("r.all::child[1]['id']");
  }

  @Test
  void parentMayBeOneOfALoopOrNested() {
    Template template =
        project.clean(
            """
            resource all 'A.B/c@2024-01-01' = [for n in ['x']: { name: n }]
            resource top 'A.B/c@2024-01-01' = { name: 't', resource kid 'd' = { name: 'k' } }
            resource one 'A.B/c/d@2024-01-01' = { parent: all[0], name: 'one' }
            resource two 'A.B/c/d/e@2024-01-01' = { parent: top::kid, name: 'two' }
            """
                .replace("{ name: 't', resource", "{\n name: 't'\n resource")
                .replace("'k' } }", "'k' }\n}"));
    assertThat(resource(template, "one").parent().map(Shown::of)).contains("r.all[0]");
    assertThat(Shown.of(resource(template, "one").name())).isEqualTo("'one'");
    assertThat(resource(template, "two").parent().map(Shown::of)).contains("r.top::kid");
  }

  @Test
  void listFunctionsAreCalledWithIdAndVersion() {
    Template template =
        project.clean(
            """
            resource account 'A.B/c@2024-01-01' existing = { name: 'a' }
            var keys = account.listKeys().key1
            var other = account.listSecrets('2020-01-01', { a: 1 })
            """);
    assertThat(variable(template, "keys"))
        .isEqualTo("listKeys(r.account['id'], '2024-01-01')['key1']");
    assertThat(variable(template, "other"))
        .isEqualTo("listSecrets(r.account['id'], '2020-01-01', {'a': 1})");
  }

  @Test
  void safeAccessToAConditionalResourceAsksItsCondition() {
    Template template =
        project.clean(
            """
            param on bool
            param names array
            resource one 'A.B/c@2024-01-01' = if (on) { name: 'one' }
            resource all 'A.B/c@2024-01-01' = [for (n, i) in names: if (n != 'x' && i > 1) {
              name: n
            }]
            resource sure 'A.B/c@2024-01-01' = { name: 'sure' }
            var a = one.?properties.b
            var b = all[2].?id
            var c = sure.?id
            var d = one.id
            """);
    assertThat(variable(template, "a"))
        .isEqualTo("v.condition of one ? r.one : null?['properties']?['b']");
    assertThat(variable(template, "condition of one")).isEqualTo("p.on");
    assertThat(variable(template, "b"))
        .isEqualTo("and(not(equals(p.names[2], 'x')), greater(2, 1)) ? r.all[2] : null?['id']");
    assertThat(variable(template, "c")).isEqualTo("r.sure?['id']");
    assertThat(variable(template, "d")).isEqualTo("r.one['id']");
  }

  @Test
  void conditionsThatAskForEachOtherEnd() {
    Template template =
        project.clean(
            """
            resource a 'A.B/c@2024-01-01' = if (b.?id != '') { name: 'a' }
            resource b 'A.B/c@2024-01-01' = if (a.?id != '') { name: 'b' }
            """);
    assertThat(variable(template, "condition of a")).contains("condition of b");
    assertThat(variable(template, "condition of b")).contains("condition of a");
  }

  @Test
  void resourcesOfExtensionsKeepTheirBodyBelowProperties() {
    Template template =
        project.clean(
            """
            extension microsoftGraphV1
            extension kubernetes with { namespace: 'n' } as k8s
            resource app 'Microsoft.Graph/applications@v1.0' = { uniqueName: 'u', scope: 's' }
            resource service 'core/Service@v1' = { metadata: { name: 'svc' } }
            resource az 'az:A.B/c@2024-01-01' = { name: 'z' }
            var appId = app.appId
            var logs = service.readLogs(1)
            """);
    assertThat(resource(template, "app").extension()).contains("microsoftGraphV1");
    assertThat(Shown.of(resource(template, "app").body()))
        .isEqualTo("{'properties': {'uniqueName': 'u', 'scope': 's'}}");
    assertThat(resource(template, "app").scope()).isEmpty();
    assertThat(resource(template, "service").extension()).contains("k8s");
    assertThat(resource(template, "az").extension()).isEmpty();
    assertThat(resource(template, "az").type()).isEqualTo("A.B/c");
    assertThat(variable(template, "appId")).isEqualTo("r.app['properties']['appId']");
    assertThat(variable(template, "logs"))
        .isEqualTo("invokeResourceMethod(r.service, 'readLogs', [1])");
  }

  @Test
  void aResourceWithoutANameIsReported() {
    Template template =
        project.wrong(
            "resource a 'A.B/c@2024-01-01' = {}\n", Kind.SEMANTIC, "the resource has no `name`");
    assertThat(Shown.of(resource(template, "a").name())).startsWith("unsupported");
  }

  @Test
  void aParentThatIsNoResourceIsReported() {
    project.wrong(
        "param p string\nresource a 'A.B/c/d@2024-01-01' = { parent: p, name: 'a' }\n",
        Kind.UNSUPPORTED,
        "a parent that is no declared resource");
  }

  @Test
  void twoDeclarationsOfOneNameAreBothKeptAndReported() {
    Template template =
        project
            .with(
                "main.bicep",
                """
                resource a 'A.B/c@2024-01-01' = { name: 'first' }
                resource a 'A.B/c@2024-01-01' = { name: 'second' }
                """)
            .template("main.bicep");
    assertThat(Project.messages(template.diagnostics()))
        .containsExactly("main.bicep:2:10: the name `a` is declared more than once");
    assertThat(template.resources()).hasSize(2);
  }

  @Test
  void aDeploymentWithAnInlineTemplateBelongsToTheFileAroundIt() {
    Template template =
        project.clean(
            """
            param name string
            resource nested 'Microsoft.Resources/deployments@2024-03-01' = {
              name: 'nested'
              resourceGroup: 'other'
              properties: {
                mode: 'Incremental'
                template: {
                  '$schema': 'https://schema/deploymentTemplate.json#'
                  contentVersion: '1.0.0.0'
                  resources: [
                    { type: 'A.B/c', apiVersion: '2024-01-01', name: name, tags: { a: 'b' } }
                  ]
                  outputs: { where: { type: 'string', value: name } }
                }
              }
            }
            """);
    Declaration.Deployment nested = deployment(template, "nested");
    assertThat(nested.scope().map(Shown::of)).contains("resourceGroup('other')");
    assertThat(nested.content()).isInstanceOf(Declaration.Content.Outer.class);
    Template inner = ((Declaration.Content.Outer) nested.content()).template();
    Declaration.Resource resource = (Declaration.Resource) inner.resources().getFirst();
    assertThat(Shown.of(resource.name())).isEqualTo("p.name");
    assertThat(Shown.of(resource.body())).isEqualTo("{'tags': {'a': 'b'}}");
    assertThat(inner.outputs()).hasSize(1);
  }

  @Test
  void aDeploymentWithALoadedTemplateHasItsOwnParameters() {
    project.with(
        "role.json",
        """
        {
          "$schema": "https://schema/2019-04-01/deploymentTemplate.json#",
          "parameters": {"name": {"type": "string"}},
          "resources": [{"type": "A.B/c", "apiVersion": "1", "name": "[parameters('name')]"}]
        }
        """);
    Template template =
        project.clean(
            """
            var role = loadJsonContent('role.json')
            resource nested 'Microsoft.Resources/deployments@2024-03-01' = {
              name: 'nested'
              properties: { mode: 'Incremental', template: role, parameters: { name: { value: 'n' } } }
            }
            """);
    Declaration.Deployment nested = deployment(template, "nested");
    assertThat(nested.arguments())
        .singleElement()
        .satisfies(argument -> assertThat(Shown.of(argument.value())).isEqualTo("'n'"));
    Template inner = ((Declaration.Content.Inner) nested.content()).template();
    assertThat(((Declaration.Resource) inner.resources().getFirst()).name().at())
        .hasToString("role.json:4:62");
  }

  @Test
  void textsInBracketsInAnInlineTemplateAreItsOwnExpressions() {
    Template template =
        project.clean(
            """
            param name string
            resource nested 'Microsoft.Resources/deployments@2024-03-01' = {
              name: 'nested'
              properties: {
                template: {
                  resources: [
                    { type: 'A.B/c', apiVersion: '2024-01-01', name: name, tags: { a: '[deployment().name]' } }
                  ]
                }
              }
            }
            """);
    Declaration.Deployment nested = deployment(template, "nested");
    Template inner = ((Declaration.Content.Inner) nested.content()).template();
    assertThat(nested.arguments())
        .extracting(argument -> Shown.of(argument.value()))
        .containsExactly("p.name");
    assertThat(Shown.of(((Declaration.Resource) inner.resources().getFirst()).body()))
        .isEqualTo("{'tags': {'a': deployment()['name']}}");
  }
}
