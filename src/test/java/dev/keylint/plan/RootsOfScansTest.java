package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Silence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which templates are deployed for their own sake, and what is said of all files together.
class RootsOfScansTest {
  private static final String OUTPUT = "output o string = 'o'\n";

  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private List<String> roots(String... paths) {
    return project.plan(paths).deployments().stream().map(it -> it.template().shown()).toList();
  }

  private static String module(String path) {
    return "module m" + path.replaceAll("\\W", "") + " '" + path + "' = {}\n";
  }

  @Test
  void aFileThatUsesItselfIsARoot() {
    project.with("self.bicep", module("self.bicep"));
    assertThat(roots("")).containsExactly("self.bicep");
  }

  @Test
  void ofACircleThatNobodyUsesOneIsARoot() {
    project
        .with("a.bicep", module("b.bicep"))
        .with("b.bicep", module("c.bicep"))
        .with("c.bicep", module("a.bicep"))
        .with("d.bicep", OUTPUT);
    assertThat(roots("")).containsExactly("a.bicep", "d.bicep");
    project.with("e.bicep", module("b.bicep"));
    assertThat(roots("")).containsExactly("d.bicep", "e.bicep");
  }

  @Test
  void aFileOfNamesAloneIsNone() {
    project
        .with("types.bicep", "@export()\ntype t = string\n")
        .with("broken.bicep", "type t = \n")
        .with("main.bicep", "import { t } from 'types.bicep'\n" + OUTPUT);
    assertThat(roots("")).containsExactly("broken.bicep", "main.bicep");
    assertThat(roots("types.bicep")).containsExactly("types.bicep");
  }

  @Test
  void whoHasAParameterFileIsOne() {
    project
        .with("main.bicep", module("part.bicep"))
        .with("part.bicep", OUTPUT)
        .with("part.bicepparam", "using 'part.bicep'");
    assertThat(roots("")).containsExactly("main.bicep", "part.bicep");
  }

  @Test
  void aParameterFileForWhatIsNoTemplateDeploysNothing() {
    project
        .with("data.json", "{}")
        .with("broken.json", "{\"$schema\": \"https://x/deploymentTemplate.json#\", ")
        .with("a.bicepparam", "using 'data.json'")
        .with("b.bicepparam", "using 'broken.json'");
    ScanPlan plan = project.plan("");
    assertThat(plan.deployments()).isEmpty();
    assertThat(plan.diagnostics())
        .extracting(Diagnostic::toString)
        .singleElement()
        .asString()
        .startsWith("broken.json");
  }

  /// What a template needs: its modules and imports with theirs, unless they may not be used.
  @ParameterizedTest
  @CsvSource({
    "main.bicep,      main.bicep part.bicep names.bicep deep.bicep",
    "part.bicep,      part.bicep deep.bicep",
    "values.bicepparam, values.bicepparam base.bicepparam",
    "circle.bicep,    circle.bicep",
  })
  void aFileNeedsWhatItUses(String file, String needed) {
    project
        .with("main.bicep", module("part.bicep") + "import { v } from 'names.bicep'\n")
        .with("part.bicep", module("deep.bicep"))
        .with("deep.bicep", OUTPUT)
        .with("names.bicep", "@export()\nvar v = 1\n")
        .with("circle.bicep", module("back.bicep"))
        .with("back.bicep", module("circle.bicep"))
        .with("base.bicepparam", "using none")
        .with("values.bicepparam", "using 'main.bicep'\nextends 'base.bicepparam'");
    TemplateLoader loader = project.loader();
    ScannedFiles files =
        ScannedFiles.of(loader.workspace(), loader, ScanRequest.of(List.of(folder)));
    List<WorkspaceFile> all = new ArrayList<>(files.templates());
    all.addAll(files.parameters());
    WorkspaceFile asked =
        all.stream().filter(it -> it.shown().equals(file)).findFirst().orElseThrow();
    assertThat(loader.needs(asked))
        .extracting(WorkspaceFile::shown)
        .containsExactly(needed.split(" "));
    assertThat(loader.isTemplate(asked)).isEqualTo(file.endsWith(".bicep"));
  }

  @Test
  void silencesAreListedByFileAndLine() {
    String two = "#disable-next-line one\nparam a string = ''\n#disable-next-line two\n" + OUTPUT;
    project.with("b.bicep", two).with("a.bicep", two);
    List<Silence> silences = project.plan("").silences();
    assertThat(silences)
        .extracting(it -> it.at().source().path() + " " + it.codes().getFirst())
        .containsExactly("a.bicep one", "a.bicep two", "b.bicep one", "b.bicep two");
  }

  @Test
  void ofDiagnosticsOfOneFileTheFirstAreKept() {
    Diagnostic first = Diagnostic.of(Kind.NOTE, "first", new Location.WholeFile("a"));
    Diagnostic last = Diagnostic.of(Kind.NOTE, "last", new Location.WholeFile("b"));
    List<Diagnostic> most = new ArrayList<>();
    for (int i = 1; i < FileDiagnostics.MOST; i++) {
      most.add(first);
    }
    assertThat(FileDiagnostics.of(most, List.of(last)))
        .hasSize(FileDiagnostics.MOST)
        .endsWith(last);
    List<Diagnostic> cut = FileDiagnostics.of(most, List.of(first, last));
    assertThat(cut).hasSize(FileDiagnostics.MOST + 1).doesNotContain(last);
    assertThat(cut.getLast().kind()).isEqualTo(Kind.LIMIT);
    assertThat(cut.getLast().location()).isEqualTo(last.location());
  }
}
