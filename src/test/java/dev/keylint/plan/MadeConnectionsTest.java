package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.plan.project.ProjectFiles;
import dev.keylint.template.Declaration;
import dev.keylint.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The connections that azd makes of the services of an azure.yaml.
final class MadeConnectionsTest {
  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project = new Project(folder);
  }

  private Optional<Template> made(String services) {
    project.with("azure.yaml", "services:\n" + services);
    ScannedFiles files =
        ScannedFiles.of(project.workspace(), project.loader(), ScanRequest.of(List.of(folder)));
    var read = ProjectFiles.read(project.workspace(), files.projects().getFirst());
    return MadeConnections.of(read, project.loader(Map.of("SET", "given")).variables());
  }

  private static String body(Template template) {
    return Shown.of(((Declaration.Resource) template.resources().getLast()).body());
  }

  @Test
  void withoutOneThereIsNoTemplate() {
    assertThat(made("  web: { host: appservice }\n")).isEmpty();
  }

  @Test
  void itIsNamedAfterItsProject() {
    Template made =
        made("""
          hub: { host: azure.ai.project }
          one: { host: azure.ai.connection }
          two: { host: azure.ai.connection }
        """)
            .orElseThrow();
    assertThat(made.resources())
        .extracting(it -> it.symbol() + " " + Shown.of(((Declaration.Resource) it).name()))
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .asString()
                    .startsWith("connection0 ")
                    .endsWith("'/', 'hub', '/', 'one')"),
            it ->
                assertThat(it)
                    .asString()
                    .startsWith("connection1 ")
                    .endsWith("'/', 'hub', '/', 'two')"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          target: https://x             | 'target': 'https://x'
          isShared: true                | 'isShared': true
          list: [a, 1]                  | 'list': ['a', 1]
          credentials: { key: k }       | 'credentials': {'key': 'k'}
          target: 'a-${SET}-b'          | 'target': text('a-', $read($given('given'), 'SET'), '-b')
          target: '${SET}-b'            | 'target': text($read($given('given'), 'SET'), '-b')
          target: 'a-${SET}'            | 'target': text('a-', $read($given('given'), 'SET'))
          target: '${SET}'              | 'target': $read($given('given'), 'SET')
          target: '${SET:-x}'           | 'target': $read($given('given'), 'SET')
          target: 'a-${}'               | 'target': 'a-${}'
          """)
  void whatIsWrittenIsItsOwn(String member, String shown) {
    String service = "  it: { host: azure.ai.connection, uses: [x], project: p, " + member + " }\n";
    assertThat(body(made(service).orElseThrow())).contains(shown).doesNotContain("'host'", "uses");
  }
}
