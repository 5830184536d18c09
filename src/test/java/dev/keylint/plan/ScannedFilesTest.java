package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the files of a scan are, and what there is to say about the others.
class ScannedFilesTest {
  private static final String BICEP = "output o string = 'o'\n";
  private static final String VALUES =
      "{\"$schema\": \"https://x/2019-04-01/deploymentParameters.json#\", \"parameters\": {}}";

  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private ScannedFiles scan(String... paths) {
    List<Path> all = Stream.of(paths).map(folder::resolve).toList();
    return ScannedFiles.of(project.workspace(), project.loader(), ScanRequest.of(all));
  }

  private static List<String> shown(List<WorkspaceFile> files) {
    return files.stream().map(WorkspaceFile::shown).toList();
  }

  private static List<String> said(ScannedFiles files) {
    return files.diagnostics().stream()
        .map(it -> it.kind() + " " + it.toString().replaceAll(":.*", ""))
        .toList();
  }

  @Test
  void filesAreSortedByWhatTheyAre() {
    project
        .with("z.bicep", BICEP)
        .with("a.json", "{\"$schema\": \"https://x/deploymentTemplate.json#\", \"resources\": []}")
        .with("z.bicepparam", "using 'z.bicep'")
        .with("a.parameters.json", VALUES)
        .with("any.json", "{}")
        .with("any.txt", "text");
    ScannedFiles files = scan("");
    assertThat(shown(files.templates())).containsExactly("a.json", "z.bicep");
    assertThat(shown(files.parameters())).containsExactly("a.parameters.json", "z.bicepparam");
    assertThat(files.named()).isEmpty();
    assertThat(files.diagnostics()).isEmpty();
    assertThat(files.withNamedParameters().parameters()).isEmpty();
  }

  @Test
  void whatIsNamedByItsOwnPathIsKnownAsSuch() {
    project.with("a/z.bicep", BICEP).with("a/z.bicepparam", "using 'z.bicep'");
    project.with("a/other.bicepparam", "using 'z.bicep'");
    ScannedFiles files = scan("a", "a/z.bicepparam");
    assertThat(shown(List.copyOf(files.named()))).containsExactly("a/z.bicepparam");
    ScannedFiles some = files.withNamedParameters();
    assertThat(shown(some.parameters())).containsExactly("a/z.bicepparam");
    assertThat(some.templates()).isEqualTo(files.templates());
  }

  @ParameterizedTest
  @CsvSource({
    "empty.bicep,  ' ',                                   NOTE empty.bicep",
    "empty.json,   '',                                    NOTE empty.json",
    "broken.json,  '{\"$schema\": \"x/deploymentTemplate.json#\",', SYNTAX broken.json",
    "binary.bicep, 'a\0',                                 UNREADABLE binary.bicep",
    "binary.json,  'a\0',                                 NOTE binary.json",
  })
  void whatIsWrongWithAFileIsSaid(String name, String text, String said) {
    project.with("folder/good.bicep", BICEP).with("folder/" + name, text);
    assertThat(said(scan("folder"))).containsExactly(said.replace(" ", " folder/"));
  }

  @Test
  void aNamedFileIsMeantToBeRead() {
    project.with("binary.json", "\0").with("data.json", "{}").with("some.parameters.json", VALUES);
    assertThat(said(scan("binary.json"))).containsExactly("UNREADABLE binary.json");
    assertThat(said(scan("data.json"))).containsExactly("UNREADABLE data.json");
    assertThat(said(scan("some.parameters.json"))).isEmpty();
  }

  @Test
  void aFolderWithoutATemplateIsPerhapsAWrongOne() {
    project.with("a/main.bicep", BICEP).with("b/main.parameters.json", VALUES);
    assertThat(said(scan("a"))).isEmpty();
    assertThat(scan("a", "b").diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.UNCHECKED))
        .extracting(Diagnostic::toString)
        .asString()
        .startsWith("b: there is no template");
    project.with("b/broken.bicep", "\0");
    assertThat(said(scan("b"))).containsExactly("UNREADABLE b/broken.bicep");
  }

  /// Which files are projects is told by their whole names, and only templates can be named.
  @ParameterizedTest
  @CsvSource({
    "azure.yaml,     true",
    "azure.yml,      true",
    "my-azure.yaml,  false",
    "my-AZURE.YML,   false",
  })
  void yamlIsOnlyLookedAtAsAProject(String name, boolean isProject) {
    project.with("folder/main.bicep", BICEP).with("folder/" + name, "name: x\n");
    ScannedFiles files = scan("folder");
    assertThat(shown(files.templates())).containsExactly("folder/main.bicep");
    assertThat(shown(files.projects()))
        .isEqualTo(isProject ? List.of("folder/" + name) : List.of());
    assertThat(files.diagnostics()).isEmpty();
  }

  @Test
  void aProjectAboveCountsAndYamlThatIsNamedIsReported() {
    project.with("azure.yaml", "name: x\n").with("infra/main.bicep", BICEP);
    project.with("infra/other.yaml", "name: y\n");
    assertThat(shown(scan("infra").projects())).containsExactly("azure.yaml");
    assertThat(said(scan("infra/other.yaml"))).containsExactly("UNREADABLE infra/other.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "main.bicep, true",
    "MAIN.BICEP, true",
    "main.bicepparam, true",
    "main.BicepParam, true",
    "main.json, false",
    "bicep, false",
    "main.bicep.json, false",
  })
  void bicepIsToldByTheEndOfTheName(String name, boolean isBicep) {
    project.with("folder/good.bicep", BICEP).with("folder/" + name, "\0");
    List<String> said = said(scan("folder"));
    List<String> expected =
        name.equals("bicep")
            ? List.of()
            : List.of((isBicep ? "UNREADABLE folder/" : "NOTE folder/") + name);
    assertThat(said).isEqualTo(expected);
  }

  private static final String PIPELINE = ".github/workflows/ci.yml";

  @Test
  void pipelinesAreLookedForInsideAndAbove() {
    project.with("infra/main.bicep", BICEP).with(PIPELINE, "jobs: {}\n");
    project.with("infra/azure-pipelines.yml", "steps: []\n").with("azure.yaml", "name: x\n");
    ScannedFiles files = scan("infra");
    assertThat(shown(files.pipelines())).containsExactly(PIPELINE, "infra/azure-pipelines.yml");
    assertThat(shown(files.projects())).containsExactly("azure.yaml");
    assertThat(files.above())
        .extracting(WorkspaceFile::shown)
        .containsExactlyInAnyOrder(PIPELINE, "azure.yaml");
    ScannedFiles all = scan("");
    assertThat(shown(all.pipelines())).containsExactly(PIPELINE, "infra/azure-pipelines.yml");
    assertThat(all.above()).isEmpty();
    assertThat(shown(all.templates())).containsExactly("infra/main.bicep");
  }

  @Test
  void workflowsOfAppsAndObjectsOfSearchAreNoTemplates() {
    String flow = "{\"definition\": {\"actions\": {}}}";
    project.with("app/flow/workflow.json", flow).with("main.bicep", BICEP);
    project
        .with("app/broken/workflow.json", "{\"$schema\": \"x/deploymentTemplate.json#\",")
        .with("data.json", "{\"a\": ");
    ScannedFiles files = scan("");
    assertThat(shown(files.templates())).containsExactly("main.bicep");
    assertThat(shown(files.workflows())).containsExactly("app/flow/workflow.json");
    assertThat(files.diagnostics())
        .filteredOn(it -> it.kind() == Kind.SYNTAX)
        .singleElement()
        .asString()
        .startsWith("app/broken/workflow.json:");
    assertThat(said(scan("app/flow/workflow.json"))).isEmpty();
  }
}
