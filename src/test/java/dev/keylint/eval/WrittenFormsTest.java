package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.plan.Project;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.value.NormalForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The many ways in which templates of both languages write what a resource is and where it sits.
///
/// The first lines of each file in `fixtures/forms` hold the ids that come of it (`is`), `~` being
/// the resource group, and all that is said of what is not understood (`said`).
final class WrittenFormsTest {
  static final Path FORMS = Path.of("fixtures/forms");

  private static final String GROUP = "/subscriptions/s/resourceGroups/rg/providers/";

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FORMS)) {
      return files.map(file -> FORMS.relativize(file).toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isTheResourceOfAzureOrIsSaid(String file) throws IOException {
    Template template = new Project(FORMS).template(file);
    Estate estate =
        new Evaluator(RoleNames.NONE)
            .expand(
                template,
                Optional.empty(),
                DeploymentContext.resourceGroup("s", "rg"),
                Limits.DEFAULT);
    List<Diagnostic> diagnostics = new ArrayList<>(template.diagnostics());
    diagnostics.addAll(estate.diagnostics());
    List<String> expected = expected(file, "is ");
    List<String> said = expected(file, "said ");
    assertThat(expected.size() + said.size()).as("what %s comes to", file).isPositive();
    if (!expected.isEmpty()) {
      assertThat(estate.resources())
          .extracting(WrittenFormsTest::shown)
          .containsExactlyElementsOf(expected);
    }
    assertThat(diagnostics.stream().filter(it -> it.kind().incomplete()).map(Diagnostic::message))
        .isSubsetOf(said)
        .containsAll(said);
  }

  private static String shown(Resource resource) {
    return NormalForm.plain(resource.id()).replaceFirst("^" + GROUP, "~/")
        + (resource.existing() ? " existing" : "")
        + (resource.condition().isPresent() ? " if" : "");
  }

  static List<String> expected(String file, String what) throws IOException {
    return Files.readAllLines(FORMS.resolve(file)).stream()
        .filter(line -> line.startsWith("// " + what))
        .map(line -> line.substring(3 + what.length()))
        .toList();
  }
}
