package dev.keylint.eval;

import dev.keylint.conformance.Ratchet;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.lower.arm.ArmParameterFile;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Loaded;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.template.Output;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A Bicep parameter file gives the values that the official compiler wrote into its JSON twin.
class ParameterFileConformanceTest {
  /// What the compiler's own test sets.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "stringEnvVariableName", "test",
          "intEnvVariableName", "100",
          "boolEnvironmentVariable", "true");

  /// Where the compiler refuses a file it writes an empty twin; keylint has to complain as well.
  @Test
  void valuesAreThoseOfTheTwin() throws IOException {
    Corpus corpus = Corpus.assumed();
    List<String> twins = corpus.files(".*(_bicepparam|/Parameters)/[^/]+/parameters\\.json");
    Map<String, String> unequal = new LinkedHashMap<>();
    for (String twin : twins) {
      Path json = corpus.root().resolve(twin);
      Source source = Source.of(json.toString(), Files.readString(json).replace("\uFEFF", ""));
      JsonObject root = JsonReader.read(source).object().orElseThrow();
      ParameterFile file = bicep(corpus.root(), json.resolveSibling("parameters.bicepparam"));
      boolean refused = root.members().isEmpty();
      List<String> ours = refused ? complaints(file) : values(file);
      List<String> theirs =
          refused ? List.of("refused") : values(ArmParameterFile.lower(source, root));
      if (!ours.equals(theirs)) {
        unequal.put(twin, "bicep: " + ours + "\njson:  " + theirs);
      }
    }
    Ratchet.hold("O4", "values of parameter files", twins.size(), unequal);
  }

  private static List<String> complaints(ParameterFile file) {
    return file.diagnostics().stream().anyMatch(it -> it.kind().incomplete())
        ? List.of("refused")
        : List.of();
  }

  private static ParameterFile bicep(Path root, Path path) {
    Workspace workspace = Workspace.of(root);
    TemplateLoader loader =
        new TemplateLoader(
            workspace,
            new ModuleResolver(workspace, List.of(), List.of()),
            AzdVariables.of(ENVIRONMENT));
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
            TargetScope.RESOURCE_GROUP,
            true,
            List.of(),
            file.variables(),
            file.functions(),
            List.of(),
            file.arguments().stream()
                .map(argument ->
                    new Output(
                        argument.name(),
                        Parameter.Type.ANY,
                        false,
                        argument.value(),
                        Optional.empty(),
                        false,
                        argument.at()))
                .toList(),
            List.of(),
            whole);
    Estate estate =
        new Evaluator(RoleNames.NONE)
            .expand(template, Optional.empty(), DeploymentContext.NONE, Limits.DEFAULT);
    return Shown.outputs(estate);
  }
}
