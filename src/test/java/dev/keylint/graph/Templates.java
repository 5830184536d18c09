package dev.keylint.graph;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Focus;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.json.JsonReader;
import dev.keylint.lower.arm.ArmParameterFile;
import dev.keylint.lower.azd.AzdParameterFile;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.lower.azd.FittedFile;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Loaded;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Expands templates of a folder, through the whole front end; `registry` in it holds published
/// modules.
record Templates(Path root) {

  AccessGraph graph(String file) {
    return Estates.joined(expand(file, Optional.empty()));
  }

  /// What is deployed, before anything is joined.
  Estate estate(String file) {
    return expand(file, Optional.empty());
  }

  /// With the values of a JSON parameter file.
  AccessGraph graph(String file, String parameters) {
    return Estates.joined(expand(file, Optional.of(parameters)));
  }

  private Estate expand(String file, Optional<String> parameters) {
    Workspace workspace = Workspace.of(root);
    TemplateLoader loader =
        new TemplateLoader(
            workspace, new ModuleResolver(workspace, List.of(root.resolve("registry")), List.of()));
    Loaded loaded = loader.load(file(workspace, file));
    if (!(loaded instanceof Loaded.Template(Template template))) {
      throw new IllegalArgumentException(file + " is no template: " + loaded);
    }
    Optional<FittedFile> values = parameters.map(name -> parameters(name, template));
    return new Evaluator(RoleNames.NONE)
        .expansion(
            template,
            values.map(FittedFile::file),
            values.map(FittedFile::byVariables).orElse(Map.of()),
            DeploymentContext.NONE,
            Limits.DEFAULT,
            Focus.all())
        .estate();
  }

  private WorkspaceFile file(Workspace workspace, String file) {
    Lookup<WorkspaceFile> found = workspace.file(root.resolve(file), new Location.WholeFile(file));
    if (!(found instanceof Lookup.Found<WorkspaceFile>(var there))) {
      throw new IllegalArgumentException("no file " + file + ": " + found);
    }
    return there;
  }

  private FittedFile parameters(String name, Template template) {
    try {
      Source source = Source.of(name, Files.readString(root.resolve(name)));
      ParameterFile file =
          ArmParameterFile.lower(source, JsonReader.read(source).object().orElseThrow());
      return AzdParameterFile.fit(file, template, AzdVariables.of(Map.of()), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
