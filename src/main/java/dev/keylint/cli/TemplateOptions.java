package dev.keylint.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What all commands take that read templates.
final class TemplateOptions {
  @Mixin private final ModuleOptions modules = new ModuleOptions();
  @Mixin private final EnvironmentOptions environment = new EnvironmentOptions();

  @Option(
      names = "--context",
      paramLabel = "FILE",
      description =
          "JSON with what is known of the deployment: tenantId, subscriptionId, resourceGroup,"
              + " location, managementGroup, deploymentName, cloud.")
  private @Nullable Path context;

  ModuleOptions modules() {
    return modules;
  }

  EnvironmentOptions environment() {
    return environment;
  }

  Optional<Path> context() {
    return Optional.ofNullable(context);
  }
}
