package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keylint.lower.LoadForm;
import dev.keylint.module.Lookup;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.PlannedDeployment.Purpose;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of files while a scan runs, and for how long: each is read once and none for ever.
class KeptFilesTest {
  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private WorkspaceFile file(String name) {
    return file(project.workspace(), name);
  }

  private WorkspaceFile file(Workspace workspace, String name) {
    Location at = new Location.WholeFile(name);
    if (workspace.file(folder.resolve(name), at) instanceof Lookup.Found<WorkspaceFile>(var file)) {
      return file;
    }
    throw new AssertionError("no file " + name);
  }

  private static ParsedFile parsed(ParsedFiles files, WorkspaceFile file) {
    if (files.get(file) instanceof Lookup.Found<ParsedFile>(var parsed)) {
      return parsed;
    }
    throw new AssertionError("not read: " + file);
  }

  @Test
  void aTreeIsKeptUntilItIsDropped() {
    project.with("a.bicep", "var a = 1");
    ParsedFiles files = new ParsedFiles(project.workspace());
    ParsedFile first = parsed(files, file("a.bicep"));
    assertThat(parsed(files, file("a.bicep"))).isSameAs(first);
    files.drop(file("a.bicep"));
    assertThat(parsed(files, file("a.bicep"))).isNotSameAs(first);
  }

  @Test
  void treesAreKeptAsLongAsThereIsRoom() {
    String large = "//" + " ".repeat((int) ParsedFiles.MAX_KEPT - 10) + "\n";
    project.with("large.bicep", large).with("small.bicep", "// some characters\n");
    ParsedFiles files = new ParsedFiles(project.workspace());
    ParsedFile kept = parsed(files, file("large.bicep"));
    ParsedFile other = parsed(files, file("small.bicep"));
    assertThat(parsed(files, file("large.bicep"))).isSameAs(kept);
    assertThat(parsed(files, file("small.bicep"))).isNotSameAs(other);
    files.drop(file("large.bicep"));
    ParsedFile again = parsed(files, file("small.bicep"));
    assertThat(parsed(files, file("small.bicep"))).isSameAs(again);
    assertThat(parsed(files, file("large.bicep"))).isNotSameAs(parsed(files, file("large.bicep")));
  }

  @Test
  void whatIsNoTemplateIsNotKept() {
    project.with("data.json", "{}");
    ParsedFiles files = new ParsedFiles(project.workspace());
    assertThat(parsed(files, file("data.json"))).isNotSameAs(parsed(files, file("data.json")));
  }

  private static Lookup<Expr> content(FileContents contents, WorkspaceFile file, LoadForm form) {
    return contents.of(file, form, Optional.empty());
  }

  @Test
  void ofLoadedFilesTheLastOnesAreKept() {
    FileContents contents = new FileContents(project.workspace());
    for (int i = 0; i <= 16; i++) {
      project.with(i + ".txt", "text");
    }
    Lookup<Expr> first = content(contents, file("0.txt"), LoadForm.TEXT);
    assertThat(content(contents, file("0.txt"), LoadForm.BASE64)).isNotEqualTo(first);
    for (int i = 1; i < 15; i++) {
      content(contents, file(i + ".txt"), LoadForm.TEXT);
    }
    assertThat(content(contents, file("0.txt"), LoadForm.TEXT)).isSameAs(first);
    Lookup<Expr> second = content(contents, file("1.txt"), LoadForm.TEXT);
    for (int i = 2; i <= 16; i++) {
      content(contents, file(i + ".txt"), LoadForm.TEXT);
    }
    assertThat(content(contents, file("1.txt"), LoadForm.TEXT)).isSameAs(second);
    assertThat(content(contents, file("0.txt"), LoadForm.TEXT)).isNotSameAs(first);
  }

  @Test
  void aLoadedFileMayBeAsLargeAsBicepAllows() {
    FileContents contents = new FileContents(project.workspace());
    for (LoadForm form : List.of(LoadForm.TEXT, LoadForm.BASE64)) {
      project.with("fits" + form, "x".repeat(form.limit()));
      project.with("large" + form, "x".repeat(form.limit() + 1));
      assertThat(content(contents, file("fits" + form), form)).isInstanceOf(Lookup.Found.class);
      assertThat(content(contents, file("large" + form), form)).isInstanceOf(Lookup.NotFound.class);
    }
  }

  /// Two roots with a module that both need.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTemplateIsKeptAsLongAsDeploymentsAwaitIt(boolean wanted) {
    project
        .with("a.bicep", "module p 'part.bicep' = {}")
        .with("b.bicep", "module p 'part.bicep' = {}")
        .with("part.bicep", "output o string = ''");
    TemplateLoader loader = project.loader();
    ScanPlan plan = ScanPlan.of(loader.workspace(), loader, ScanRequest.of(List.of(folder)));
    LoweredDeployments deployments =
        new LoweredDeployments(
            loader, plan.deployments(), it -> wanted && it.shown().equals("part.bicep"));
    Loaded part = loader.load(file("part.bicep"));
    Loaded first =
        deployments.with(plan.deployments().getFirst(), _ -> loader.load(file("a.bicep")));
    assertThat(loader.load(file("a.bicep"))).isNotSameAs(first);
    assertThat(loader.load(file("part.bicep"))).isSameAs(part);
    deployments.with(plan.deployments().getLast(), LoweredDeployment::files);
    Loaded after = loader.load(file("part.bicep"));
    if (wanted) {
      assertThat(after).isSameAs(part);
    } else {
      assertThat(after).isNotSameAs(part);
    }
  }

  @Test
  void whatADeploymentNeedsIsReleasedAlsoWhenItFails() {
    project.with("a.bicep", "output o string = ''");
    TemplateLoader loader = project.loader();
    PlannedDeployment planned = PlannedDeployment.of(file("a.bicep"), Optional.empty());
    LoweredDeployments deployments = new LoweredDeployments(loader, List.of(planned));
    Loaded before = loader.load(file("a.bicep"));
    assertThatThrownBy(() ->
            deployments.with(
                planned,
                _ -> {
                  throw new UnsupportedOperationException();
                }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(loader.load(file("a.bicep"))).isNotSameAs(before);
  }

  @Test
  void aProbeKnowsNoParameter() {
    project.with("a.bicep", "param p string = 'default'");
    PlannedDeployment planned = PlannedDeployment.of(file("a.bicep"), Optional.empty());
    LoweredDeployments deployments = new LoweredDeployments(project.loader(), List.of());
    LoweredDeployment known = deployments.with(planned, it -> it);
    assertThat(known.template().parameters())
        .singleElement()
        .satisfies(it -> assertThat(it.defaultValue()).isPresent());
    LoweredDeployment probe = deployments.with(planned.purpose(Purpose.PROBE), it -> it);
    assertThat(probe.template().parameters())
        .singleElement()
        .satisfies(it -> assertThat(it.defaultValue()).isEmpty());
  }

  @Test
  void aTwinTakesTheValuesThatItHasParametersFor() {
    String values =
        "{\"$schema\": \"https://x/deploymentParameters.json#\", \"parameters\": {\"P\":"
            + " {\"value\": 1}, \"q\": {\"value\": 2}}}";
    project
        .with("a.bicep", "param p int\nparam q int")
        .with("twin.bicep", "param p int")
        .with("a.parameters.json", values);
    PlannedDeployment planned =
        PlannedDeployment.of(file("a.bicep"), Optional.of(file("a.parameters.json")));
    LoweredDeployments deployments = new LoweredDeployments(project.loader(), List.of());
    LoweredDeployment own = deployments.with(planned, it -> it);
    assertThat(own.parameters().orElseThrow().arguments()).hasSize(2);
    LoweredDeployment twin = deployments.twin(planned, file("twin.bicep"));
    assertThat(twin.parameters().orElseThrow().arguments())
        .extracting(Argument::name)
        .containsExactly("P");
    assertThat(twin.diagnostics()).isEmpty();
  }

  @Test
  void onlyTemplatesAreDeployed() {
    project.with("data.json", "{}");
    PlannedDeployment planned = PlannedDeployment.of(file("data.json"), Optional.empty());
    LoweredDeployments deployments = new LoweredDeployments(project.loader(), List.of());
    assertThatThrownBy(() -> deployments.with(planned, it -> it))
        .isInstanceOf(IllegalStateException.class);
  }
}
