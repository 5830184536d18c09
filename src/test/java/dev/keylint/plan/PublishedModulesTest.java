package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The references to registries that files hold, and the files that those use.
class PublishedModulesTest {
  @TempDir private Path folder;

  private PublishedModules of(Project project, String... paths) {
    List<Path> all = Stream.of(paths).map(folder::resolve).toList();
    return PublishedModules.of(project.workspace(), project.loader(), all);
  }

  private static List<String> uses(PublishedModules modules) {
    return modules.uses().stream()
        .map(it ->
            it.from().shown()
                + " "
                + it.reference()
                + (it.isExtension() ? " extension " : " ")
                + it.at())
        .toList();
  }

  @Test
  void referencesOfLocalModulesCountToo() {
    Project project =
        new Project(folder)
            .with(
                "main.bicep",
                """
                extension 'br:example.azurecr.io/ext:1.0'
                extension './local.tgz'
                module a 'br/public:avm/res/a:1.0' = {}
                module b 'lib/part.bicep' = {}
                module c 'lib/part.bicep' = {}
                """)
            .with("lib/part.bicep", "module a 'ts:s/g/spec:v1' = {}\nmodule m '../main.bicep' = {}")
            .with("lib/unused.bicep", "module a 'br:example.azurecr.io/unused:1.0' = {}");
    PublishedModules modules = of(project, "main.bicep");
    assertThat(uses(modules))
        .containsExactly(
            "main.bicep br:example.azurecr.io/ext:1.0 extension main.bicep:1:11",
            "main.bicep br/public:avm/res/a:1.0 main.bicep:3:10",
            "lib/part.bicep ts:s/g/spec:v1 lib/part.bicep:1:10");
    assertThat(modules.diagnostics()).isEmpty();
  }

  @Test
  void foldersAreSearched() {
    Project project =
        new Project(folder)
            .with("a/main.bicep", "module a 'br:example.azurecr.io/a:1.0' = {}")
            .with("b/main.bicep", "module a 'br:example.azurecr.io/b:1.0' = {}");
    assertThat(uses(of(project, "a"))).singleElement().asString().contains("/a:1.0");
    assertThat(uses(of(project, ""))).hasSize(2);
    assertThat(of(project, "none").diagnostics()).isNotEmpty();
  }

  /// Only Bicep refers to registries, so other files hide no reference.
  @Test
  void whatMayHideAReferenceIsReported() {
    String link =
        """
        {"$schema": "https://schema/2019-04-01/deploymentTemplate.json#",
         "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01",
           "name": "n", "properties": {"mode": "Incremental",
           "templateLink": {"relativePath": "lost.json"}}}]}
        """;
    Project project =
        new Project(folder)
            .with("main.bicep", "module a 'lost.bicep' = {}\nmodule b 'link.json' = {}")
            .with("link.json", link)
            .with("binary.bicep", "\0\1\2")
            .with("binary.json", "\0\1\2");
    assertThat(of(project, "").diagnostics())
        .extracting(Diagnostic::toString)
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).startsWith("main.bicep:1:10").contains("lost.bicep"),
            it -> assertThat(it).startsWith("binary.bicep").contains("binary"));
  }
}
