package dev.keylint.module;

import static dev.keylint.module.FakeRegistry.TEMPLATE;
import static dev.keylint.module.FakeRegistry.descriptor;
import static dev.keylint.module.FakeRegistry.hasToken;
import static dev.keylint.module.FakeRegistry.reply;
import static dev.keylint.module.WorkspaceTest.found;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keylint.module.ModuleRestore.Outcome;
import dev.keylint.module.ModuleRestore.Restored;
import dev.keylint.text.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder with a Bicep file, an empty cache beside it, and a registry on this machine.
final class RestoreProject implements AutoCloseable {
  static final Location HERE = new Location.WholeFile("main.bicep");
  static final String JSON = "{\"resources\": []}";
  static final byte[] BYTES = JSON.getBytes(UTF_8);
  static final RegistryLimits LIMITS =
      new RegistryLimits(1000, Duration.ofSeconds(5), 3, Duration.ofMillis(20), 4);

  final FakeRegistry registry = new FakeRegistry();
  private final Path temp;
  private RegistryAllowList allowed =
      RegistryAllowList.with(List.of(registry.host(), "localhost:99999"));
  private Duration time = Duration.ofMinutes(1);

  RestoreProject(Path temp) {
    this.temp = temp;
    try {
      Files.createDirectories(temp.resolve("repo"));
      Files.createDirectories(temp.resolve("cache"));
      Files.writeString(temp.resolve("repo/main.bicep"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    registry.close();
  }

  /// Lets a restore ask these hosts besides the project's own.
  RestoreProject allowing(String... hosts) {
    allowed =
        RegistryAllowList.with(
            Stream.concat(Stream.of(registry.host()), Stream.of(hosts)).toList());
    return this;
  }

  /// Gives a whole run this much time.
  RestoreProject within(Duration whole) {
    time = whole;
    return this;
  }

  /// Serves a module's part to those alone who carry a token.
  void guard(String path, String token, String challenge) {
    registry.on(
        path,
        exchange -> {
          if (hasToken(exchange, token)) {
            byte[] manifest = FakeRegistry.manifest(descriptor(TEMPLATE, BYTES)).getBytes(UTF_8);
            reply(exchange, 200, path.contains("/blobs/") ? BYTES : manifest);
          } else {
            reply(exchange, 401, Map.of("WWW-Authenticate", challenge));
          }
        });
  }

  String reference(String rest) {
    return "br:" + registry.host() + "/" + rest;
  }

  Path folder(String rest) {
    return temp.resolve("cache/br").resolve(registry.host().replace(':', '$')).resolve(rest);
  }

  Outcome restore(String reference) {
    return run(false, reference).getFirst().outcome();
  }

  List<Outcome> outcomes(boolean force, String... references) {
    return run(force, references).stream().map(Restored::outcome).toList();
  }

  List<Restored> run(boolean force, String... references) {
    return run(LIMITS, force, references);
  }

  List<Restored> run(RegistryLimits limits, boolean force, String... references) {
    return restorer(limits, force)
        .run(
            Stream.of(references)
                .map(it -> new ModuleRestore.Request(main(), it, HERE, false))
                .toList());
  }

  ModuleRestore restorer(RegistryLimits limits, boolean force) {
    Path cache = temp.resolve("cache");
    ModuleResolver resolver = new ModuleResolver(workspace(), List.of(), List.of(cache));
    return new ModuleRestore(
        resolver,
        new ModuleRestore.Options(Optional.of(cache), Optional.empty(), force, allowed, time),
        limits);
  }

  Workspace workspace() {
    return Workspace.of(temp, List.of(temp.resolve("repo")), List.of(temp.resolve("cache")));
  }

  WorkspaceFile main() {
    return found(workspace().file(temp.resolve("repo/main.bicep"), HERE));
  }
}
