package dev.keylint.module;

import dev.keylint.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// A folder of restored modules that is shared with the Bicep CLI.
///
/// Each file appears whole or not at all, and two processes that restore the same module write the
/// same bytes, so the CLI's lock file is not needed.
record ModuleCache(Path folder) {

  /// Whether a module is here with all that the Bicep CLI wants, too.
  boolean holds(ModuleReference.Registry module) {
    Path place = CacheLayout.folder(folder, module);
    return Files.isRegularFile(place.resolve(CacheLayout.TEMPLATE))
        && Files.isRegularFile(place.resolve(CacheLayout.MANIFEST))
        && Files.isRegularFile(place.resolve(CacheLayout.METADATA));
  }

  /// Puts a module here, over what there was.
  ///
  /// @throws IOException when the folder cannot be written
  /// @throws RestoreFailed when a link in the cache leads out of it
  void store(ModuleReference.Registry module, RegistrySession.Artifact artifact)
      throws IOException, RestoreFailed {
    Path place = CacheLayout.folder(folder, module);
    // A cache within a repository may have been prepared by a stranger.
    if (!Workspace.real(place).startsWith(Workspace.real(folder))) {
      throw new RestoreFailed("a link in the cache leads out of it: `" + place + "`");
    }
    Files.createDirectories(place);
    write(place.resolve(CacheLayout.MANIFEST), artifact.manifest());
    Optional<byte[]> sources = artifact.sources();
    if (sources.isPresent()) {
      write(place.resolve(CacheLayout.SOURCES), sources.orElseThrow());
    } else {
      Files.deleteIfExists(place.resolve(CacheLayout.SOURCES));
    }
    write(place.resolve(CacheLayout.TEMPLATE), artifact.template());
    write(place.resolve(CacheLayout.METADATA), metadata(artifact.digest()));
  }

  private static byte[] metadata(ContentDigest digest) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = JsonWriter.pretty(text)) {
      json.object().key("manifestDigest").text(digest.text()).end();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    String unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + unique);
    try {
      Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException _) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
