package dev.keylint.lower.bicep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.module.FileSearch;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Loaded;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every Bicep file that the official compiler is tested with, and the public modules.
class BicepCorpusTest {
  /// Two files refer to modules that were never published.
  private static final List<String> WITHOUT_MODULES =
      List.of("baselines/Registry_LF/", "user_submitted/101/template-spec-deploy/");

  private final Path corpus = corpus();
  private final Path registry = corpus.resolve("registry");
  private final Workspace workspace = Workspace.of(corpus, List.of(corpus), List.of(registry));
  private final TemplateLoader loader =
      new TemplateLoader(workspace, new ModuleResolver(workspace, List.of(registry), List.of()));

  private static Path corpus() {
    String named = System.getProperty("corpus", "");
    Path corpus = Path.of(named.isEmpty() ? "../shared/corpus" : named);
    assumeTrue(Files.isDirectory(corpus), "SKIPPED: no reference corpus; pass -Dcorpus=DIR");
    return corpus.toAbsolutePath();
  }

  @Test
  void whatTheCompilerAcceptsIsUnderstood() throws IOException {
    List<String> pairs =
        Files.readAllLines(corpus.resolve("PAIRS.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .filter(cells -> cells[5].equals("in-sync"))
            .map(cells -> cells[0])
            .toList();
    List<Diagnostic> unexpected = new ArrayList<>();
    for (String pair : pairs) {
      for (Diagnostic found : template(pair).diagnostics()) {
        boolean expected =
            found.kind() == Kind.MISSING_MODULE
                && WITHOUT_MODULES.stream().anyMatch(pair::contains);
        if (found.kind().incomplete() && !expected) {
          unexpected.add(found);
        }
      }
    }
    assertThat(pairs).hasSize(487);
    assertThat(unexpected).isEmpty();
  }

  @Test
  void everyFileIsLoweredWhateverIsWrongWithIt() {
    FileSearch.Result files =
        FileSearch.below(workspace, corpus, FileSearch.ending(Set.of(".bicep", ".bicepparam")));
    assertThat(files.files()).hasSizeGreaterThan(1600);
    assertThat(files.files())
        .allSatisfy(file ->
            assertThat(loader.load(file))
                .isInstanceOfAny(Loaded.Template.class, Loaded.Parameters.class));
  }

  private Template template(String path) {
    Location at = new Location.WholeFile(path);
    if (workspace.file(corpus.resolve(path), at) instanceof Lookup.Found<WorkspaceFile>(var file)
        && loader.load(file) instanceof Loaded.Template(Template template)) {
      return template;
    }
    throw new AssertionError("no template: " + path);
  }
}
