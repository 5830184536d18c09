package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.lower.ArmParameterFile;
import dev.keylint.lower.Loaded;
import dev.keylint.lower.TemplateLoader;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.resource.Estate;
import dev.keylint.template.Output;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A Bicep parameter file gives the values that the official compiler wrote into its JSON twin.
class ParameterFileConformanceTest {
  private static final String FOLDER = "bicep/src/Bicep.Core.Samples/Files/baselines_bicepparam/";

  /// What the compiler's own test sets.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "stringEnvVariableName", "test",
          "intEnvVariableName", "100",
          "boolEnvironmentVariable", "true");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Expressions",
        "Extensions",
        "External_Inputs_DeployCommands",
        "Imports",
        "Parameters",
        "TypedVariables"
      })
  void valuesAreThoseOfTheTwin(String name) throws IOException {
    Corpus corpus = Corpus.assumed();
    Path json = corpus.root().resolve(FOLDER + name + "/parameters.json");
    Source source = Source.of(json.toString(), Files.readString(json).replace("\uFEFF", ""));
    JsonObject root = JsonReader.read(source).object().orElseThrow();
    assertThat(values(bicep(corpus.root(), corpus.root().resolve(FOLDER + name))))
        .isEqualTo(values(ArmParameterFile.lower(source, root, Map.of())));
  }

  private static ParameterFile bicep(Path root, Path folder) {
    Workspace workspace = Workspace.of(root);
    TemplateLoader loader =
        new TemplateLoader(
            workspace, new ModuleResolver(workspace, List.of(), List.of()), ENVIRONMENT);
    Path path = folder.resolve("parameters.bicepparam");
    if (workspace.file(path, new Location.WholeFile(path.toString()))
            instanceof Lookup.Found<WorkspaceFile>(var file)
        && loader.load(file) instanceof Loaded.Parameters(ParameterFile values)) {
      return values;
    }
    throw new AssertionError("no parameter file: " + path);
  }

  /// The values as outputs of a template that has nothing else.
  private static List<String> values(ParameterFile file) {
    Location whole = new Location.WholeFile(file.source().path());
    Template template =
        new Template(
            file.source(),
            Template.TargetScope.RESOURCE_GROUP,
            true,
            List.of(),
            file.variables(),
            file.functions(),
            List.of(),
            file.arguments().stream()
                .map(argument ->
                    new Output(
                        argument.name(), argument.value(), Optional.empty(), false, argument.at()))
                .toList(),
            List.of(),
            whole);
    Estate estate =
        new Evaluator(RoleNames.NONE)
            .expand(template, Optional.empty(), DeploymentContext.NONE, Limits.DEFAULT);
    return Shown.outputs(estate);
  }
}
