package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a reference to a file that is not what it should be.
class FileLinksTest {
  @TempDir private Path folder;
  private Project project = new Project(Path.of(""));

  @BeforeEach
  void openProject() {
    project =
        new Project(folder)
            .with("part.bicep", "@export()\nvar v = 1")
            .with("values.bicepparam", "using none")
            .with("data.json", "{}")
            .with("broken.json", "{\"$schema\": \"https://x/deploymentTemplate.json#\", ")
            .with("binary.bicep", "a\0b");
  }

  private List<Diagnostic> said(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Template(var template) -> {
        Set<Diagnostic> all = new LinkedHashSet<>(template.diagnostics());
        Reachable.from(template).forEach(it -> all.addAll(it.diagnostics()));
        yield List.copyOf(all);
      }
      case Loaded.Parameters(var values) -> values.diagnostics();
      case Loaded.Unreadable(var why) -> List.of(why);
      case Loaded.Other() -> List.of();
    };
  }

  private void says(String file, String text, String words) {
    List<Diagnostic> said = said(project.with(file, text).load(file));
    if (words == null) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said).singleElement().asString().containsSubsequence(words.split(" \\.\\. "));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "part.bicep,",
    "values.bicepparam, main.bicep:1:10 .. is no template",
    "data.json,         main.bicep:1:10 .. is no template",
    "broken.json,       broken.json",
    "binary.bicep,      binary.bicep: the file is binary",
    "lost.bicep,        main.bicep:1:10 .. lost.bicep",
    "main.bicep,        in a circle",
  })
  void aModuleIsATemplate(String reference, String words) {
    says("main.bicep", "module m '" + reference + "' = {}", words);
  }

  @ParameterizedTest
  @CsvSource({
    "part.bicep,",
    "values.bicepparam, main.bicep:1:19 .. is no template",
    "data.json,         main.bicep:1:19 .. is no template",
    "broken.json,       broken.json",
    "binary.bicep,      binary.bicep: the file is binary",
    "lost.bicep,        main.bicep:1:19 .. lost.bicep",
  })
  void whatIsImportedFromIsATemplateToo(String reference, String words) {
    says("main.bicep", "import { v } from '" + reference + "'", words);
  }

  @ParameterizedTest
  @CsvSource({
    "values.bicepparam,",
    "part.bicep,        main.bicepparam:2:9 .. is no Bicep parameter file",
    "lost.bicepparam,   main.bicepparam:2:9 .. lost.bicepparam",
  })
  void whatIsExtendedIsAParameterFile(String reference, String words) {
    says("main.bicepparam", "using none\nextends '" + reference + "'", words);
  }

  @ParameterizedTest
  @CsvSource({
    "part.json,",
    "lost.json,                          main.json:3 .. lost.json",
    "data.json,                          main.json:3 .. is no template",
    "https://example.org/part.json,      main.json:3 .. https://example.org/part.json",
  })
  void aLinkedTemplateIsBesideItsCaller(String reference, String words) {
    project.with(
        "part.json", "{\"$schema\": \"https://x/deploymentTemplate.json#\", \"resources\": []}");
    String link = reference.contains("://") ? "uri" : "relativePath";
    says(
        "main.json",
        """
        {"$schema": "https://x/2019-04-01/deploymentTemplate.json#",
         "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "n",
           "properties": {"mode": "Incremental", "templateLink": {"LINK": "REFERENCE"}}}]}
        """
            .replace("LINK", link)
            .replace("REFERENCE", reference),
        words);
  }
}
