package dev.keylint.eval;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Loaded;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Ids of existing resources in each kind of scope, as the official compiler's own tests ask for
/// them.
public final class ScopedIds {
  private static final DeploymentContext CONTEXT =
      DeploymentContext.resourceGroup("87d64d6d-6d17-4ad7-b507-16d9bc498781", "testRg");

  private ScopedIds() {}

  /// The id of a child resource.
  ///
  /// @param scope in words, as the vectors write it
  public static Value of(String scope, String type, String name) {
    String owner =
        """
        resource owner '%s@2020-01-01' existing = {
          scope: tenant()
          name: '%s'
        }
        """
            .formatted(type, name);
    boolean extension = scope.equals("extension of tenant resource");
    String resource =
        """
        resource asked '%s@2020-01-01' existing = {
          %s
          name: '%s'
        }
        output id string = asked.id
        """
            .formatted(
                extension ? type.replace("My.Rp", "My.ExtensionRp") : type, line(scope), name);
    Estate estate =
        new Evaluator(RoleNames.NONE)
            .expand(template(owner + resource), Optional.empty(), CONTEXT, Limits.DEFAULT);
    return Arm.output(estate, "id");
  }

  private static String line(String scope) {
    return switch (scope) {
      case "existing in RG" -> "";
      case "scope resourceGroup(customRg)" -> "scope: resourceGroup('customRg')";
      case "scope tenant()" -> "scope: tenant()";
      case "scope subscription()" -> "scope: subscription()";
      case "scope managementGroup(X)" -> "scope: managementGroup('X')";
      case "extension of tenant resource" -> "scope: owner";
      default -> throw new IllegalArgumentException("no scope is called: " + scope);
    };
  }

  private static Template template(String text) {
    try {
      Path folder = Files.createTempDirectory("keylint");
      Path file = Files.writeString(folder.resolve("main.bicep"), text);
      Workspace workspace = Workspace.of(folder);
      TemplateLoader loader =
          new TemplateLoader(workspace, new ModuleResolver(workspace, List.of(), List.of()));
      Lookup<WorkspaceFile> found = workspace.file(file, new Location.WholeFile("main.bicep"));
      if (found instanceof Lookup.Found<WorkspaceFile>(WorkspaceFile written)
          && loader.load(written) instanceof Loaded.Template(Template template)) {
        return template;
      }
      throw new IllegalStateException("no template: " + found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
