package dev.keylint.cli;

import dev.keylint.module.ModuleResolver;
import dev.keylint.module.ModuleRestore;
import dev.keylint.module.ModuleSources;
import dev.keylint.module.RegistryAllowList;
import dev.keylint.module.Workspace;
import dev.keylint.plan.PublishedModules;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `keylint restore`: published modules into the cache.
@Command(
    name = "restore",
    description = {
      "Fetches the modules that Bicep files refer to in registries (br:…) into the cache of the"
          + " Bicep CLI.",
      "The only command for templates that opens the network; it asks the registries that the files"
          + " name, if you allow them, without an account."
    })
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders. Default: the current folder.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--force", description = "Fetch again what is in the cache already.")
  private boolean force;

  @Option(
      names = "--allow-registry",
      paramLabel = "HOST",
      description =
          "A registry that may be asked besides mcr.microsoft.com, as HOST or HOST:PORT; several"
              + " times for several.")
  private List<String> registries = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long the whole run may ask registries. Default: ${DEFAULT-VALUE}.")
  private int seconds = 600;

  @Mixin private final ModuleOptions modules = new ModuleOptions();

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RegistryAllowList allowed = allowed();
    Duration time = time();
    createCache();
    ModuleSources sources = modules.sources(terminal);
    List<Path> asked = new Checkout(terminal).asked(paths);
    Workspace workspace = new Checkout(terminal).workspace(asked, sources.folders());
    ModuleResolver resolver = new ModuleResolver(workspace, sources);
    PublishedModules published =
        PublishedModules.of(workspace, new TemplateLoader(workspace, resolver), asked);
    ModuleRestore restore =
        new ModuleRestore(
            resolver,
            new ModuleRestore.Options(
                modules.cache(terminal),
                ModuleOptions.standardCache(terminal),
                force,
                allowed,
                time));
    List<ModuleRestore.Restored> restored =
        restore.run(
            published.uses().stream()
                .map(use ->
                    new ModuleRestore.Request(
                        use.from(), use.reference(), use.at(), use.isExtension()))
                .toList());
    Set<Diagnostic> diagnostics = new LinkedHashSet<>(published.diagnostics());
    diagnostics.addAll(resolver.diagnostics());
    return new RestoreOutput(terminal).print(restored, diagnostics).code();
  }

  private RegistryAllowList allowed() {
    for (String host : registries) {
      if (!RegistryAllowList.isHost(host)) {
        throw Usage.ofOptions(
            "--allow-registry names `" + host + "`, which is no host: write HOST or HOST:PORT");
      }
    }
    return RegistryAllowList.with(registries);
  }

  private Duration time() {
    if (seconds <= 0) {
      throw Usage.ofOptions("--timeout is a number of seconds above 0");
    }
    return Duration.ofSeconds(seconds);
  }

  /// A folder that the user names need not be there yet; that nothing has to be restored is no
  /// reason for the scan that follows to miss it.
  private void createCache() {
    modules
        .cache(terminal)
        .ifPresent(cache -> {
          try {
            Files.createDirectories(cache);
          } catch (IOException e) {
            throw Usage.ofOptions("--cache names `" + cache + "`, which is no folder");
          }
        });
  }
}
