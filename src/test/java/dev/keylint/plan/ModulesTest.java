package dev.keylint.plan;

import static dev.keylint.plan.Project.deployment;
import static dev.keylint.plan.Project.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Declaration;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {
  @TempDir Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder).with("part.bicep", "param a string\noutput b string = a\n");
  }

  @Test
  void aModuleBecomesADeployment() {
    Template template =
        project.clean(
            """
            targetScope = 'subscription'
            param on bool
            resource group 'Microsoft.Resources/resourceGroups@2024-01-01' = { name: 'g' }
            module parts 'part.bicep' = [for n in ['x']: if (on) {
              name: 'part-${n}'
              scope: group
              params: { a: n, list: [for i in [1]: i] }
            }]
            module unnamed './part.bicep' = { scope: resourceGroup('x'), params: { a: 'a' } }
            output b string = unnamed.outputs.b
            """);
    assertThat(template.scope()).isEqualTo(TargetScope.SUBSCRIPTION);
    Declaration.Deployment parts = deployment(template, "parts");
    assertThat(parts.name().map(Shown::of)).contains("text('part-', local.n)");
    assertThat(parts.scope().map(Shown::of)).contains("r.group");
    assertThat(parts.condition().map(Shown::of)).contains("p.on");
    assertThat(parts.loop().map(Shown::of)).contains("parts*length(['x'])");
    assertThat(parts.arguments())
        .extracting(argument -> argument.name() + "=" + Shown.of(argument.value()))
        .containsExactly("a=local.n", "list=for list*length([1]) local.i");
    Declaration.Deployment unnamed = deployment(template, "unnamed");
    assertThat(unnamed.name()).isEmpty();
    assertThat(unnamed.scope().map(Shown::of)).contains("resourceGroup('x')");
    assertThat(Shown.of(template.outputs().getFirst().value()))
        .isEqualTo("r.unnamed['outputs']['b']");
  }

  @Test
  void modulesOfOneFileShareItsTemplate() {
    Template template =
        project.clean(
            "module a 'part.bicep' = { params: { a: '' } }\nmodule b 'part.bicep' = {}\n");
    assertThat(content(template, "a")).isSameAs(content(template, "b"));
  }

  @Test
  void publishedAndCompiledModulesAreFound() {
    String compiled =
        """
        {"$schema": "https://schema/2019-04-01/deploymentTemplate.json#",
         "parameters": {"p": {"type": "string"}}, "resources": []}
        """;
    project
        .with("registry/avm/res/x/y/1.0.0/main.json", compiled)
        .with("arm/template.json", compiled);
    Template template =
        project.clean(
            """
            module a 'br/public:avm/res/x/y:1.0.0' = { params: { p: '' } }
            module b 'arm/template.json' = { params: { p: '' } }
            """);
    assertThat(content(template, "a").parameters()).hasSize(1);
    assertThat(content(template, "b").source()).hasToString("arm/template.json");
  }

  @Test
  void aModuleThatIsNotHereKeepsItsArguments() {
    Template template =
        project.wrong(
            "module a 'br/public:avm/res/x/y:9.9.9' = { params: { p: 'q' } }\n",
            Kind.MISSING_MODULE,
            "is not here");
    Declaration.Deployment missing = deployment(template, "a");
    assertThat(missing.content())
        .isEqualTo(new Declaration.Content.Missing("br/public:avm/res/x/y:9.9.9"));
    assertThat(missing.arguments()).hasSize(1);
  }

  @Test
  void jsonThatIsNoTemplateIsNoModule() {
    project.with("data.json", "{\"a\": 1}");
    project.wrong("module a 'data.json' = {}\n", Kind.MISSING_MODULE, "is no template");
  }

  @Test
  void aPathOutsideTheRootIsRefused() {
    project.wrong("module a '../../x.bicep' = {}\n", Kind.OUTSIDE_ROOT, "leads out");
  }

  @Test
  void secretsOfAVaultAreArguments() {
    Template template =
        project.clean(
            """
            param on bool
            resource vault 'Microsoft.KeyVault/vaults@2024-01-01' existing = { name: 'v' }
            module a 'part.bicep' = {
              params: { a: on ? vault.getSecret('one') : vault.getSecret('two', 'v2') }
            }
            """);
    assertThat(Shown.of(deployment(template, "a").arguments().getFirst().value()))
        .isEqualTo("p.on ? secret(r.vault['id'], 'one') : secret(r.vault['id'], 'two', 'v2')");
  }

  @Test
  void modulesInACircleAreReportedOnceWithTheirChain() {
    project
        .with("a.bicep", "module b 'b.bicep' = {}\n")
        .with("b.bicep", "module c 'c.bicep' = {}\n")
        .with("c.bicep", "module a 'a.bicep' = {}\n")
        .with("main.bicep", "module c 'c.bicep' = {}\n");
    ScanPlan plan = project.plan("");
    assertThat(messages(project.diagnostics("")))
        .containsExactly(
            "a.bicep:1:10: these files use each other in a circle:"
                + " `a.bicep` -> `b.bicep` -> `c.bicep` -> `a.bicep`");
    assertThat(plan.deployments())
        .extracting(deployment -> deployment.template().shown())
        .containsExactly("main.bicep", "part.bicep");
  }

  @Test
  void aFileThatUsesItselfIsACircleToo() {
    project.with("main.bicep", "module me 'main.bicep' = {}\n");
    assertThat(messages(project.diagnostics("main.bicep")))
        .containsExactly(
            "main.bicep:1:11: these files use each other in a circle:"
                + " `main.bicep` -> `main.bicep`");
  }

  @Test
  void aChainOfModulesIsCutWhereItGetsTooLong() {
    int length = 3 * ModuleGraph.MAX_DEPTH;
    for (int i = 0; i < length; i++) {
      project.with("m" + i + ".bicep", "module next 'm" + (i + 1) + ".bicep' = {}\n");
    }
    project.with("m" + length + ".bicep", "output end string = 'end'\n");
    Template template = project.template("m0.bicep");
    List<Diagnostic> found = new ArrayList<>();
    int depth = 0;
    while (!template.resources().isEmpty()
        && deployment(template, "next").content()
            instanceof Declaration.Content.Inner(Template next)) {
      found.addAll(template.diagnostics());
      template = next;
      depth++;
    }
    found.addAll(template.diagnostics());
    assertThat(depth).isLessThan(ModuleGraph.MAX_DEPTH);
    assertThat(found).extracting(Diagnostic::kind).containsExactly(Kind.LIMIT);
  }

  @Test
  void threadsGetTheSameTemplates() throws Exception {
    for (int i = 0; i < 40; i++) {
      project.with(
          "n" + i + ".bicep",
          "module a 'n%d.bicep' = {}\nmodule b 'n%d.bicep' = {}\n"
              .replaceFirst("%d", String.valueOf(i + 1))
              .replaceFirst("%d", String.valueOf(i + 2)));
    }
    project.with("n40.bicep", "").with("n41.bicep", "");
    TemplateLoader loader = project.loader();
    List<Callable<Loaded>> tasks = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 42; i++) {
        String path = "n" + i + ".bicep";
        tasks.add(() -> project.load(loader, path));
      }
    }
    // By identity: each template holds the next two, so its hash would visit a billion of them.
    Set<Loaded> templates = Collections.newSetFromMap(new IdentityHashMap<>());
    try (var threads = Executors.newFixedThreadPool(8)) {
      threads.invokeAll(tasks).forEach(task -> templates.add(task.resultNow()));
    }
    assertThat(templates).hasSize(42);
  }

  private static Template content(Template template, String symbol) {
    return switch (deployment(template, symbol).content()) {
      case Declaration.Content.Inner(Template inner) -> inner;
      case Declaration.Content.Published(_, Template published) -> published;
      case Declaration.Content content -> throw new AssertionError("no module: " + content);
    };
  }
}
