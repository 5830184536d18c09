package dev.keylint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What all commands take that read templates.
final class TemplateOptions {
  @Option(
      names = "--registry-dir",
      paramLabel = "DIR",
      description =
          "Folder with published modules, as PATH/VERSION/main.json; several times for several.")
  private List<Path> registries = new ArrayList<>();

  @Option(
      names = "--context",
      paramLabel = "FILE",
      description =
          "JSON with what is known of the deployment: tenantId, subscriptionId, resourceGroup,"
              + " location, managementGroup, deploymentName, cloud.")
  private @Nullable Path context;

  List<Path> registries() {
    return List.copyOf(registries);
  }

  Optional<Path> context() {
    return Optional.ofNullable(context);
  }
}
