package dev.keylint.module;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// An OCI image manifest that describes a Bicep module.
///
/// @param sources the Bicep files that it was compiled from, when they were published too
record Manifest(Layer template, Optional<Layer> sources) {
  private static final String MODULE = "application/vnd.ms.bicep.module.artifact";
  private static final String EXTENSION = "application/vnd.ms.bicep.provider.artifact";
  private static final String CONFIG = "application/vnd.ms.bicep.module.config.v1+json";
  private static final String TEMPLATE = "application/vnd.ms.bicep.module.layer.v1+json";
  private static final String SOURCES = "application/vnd.ms.bicep.module.source.v1.tar+gzip";
  private static final String PUBLISHED =
      "only what `az bicep publish` or `bicep publish` has put there can be used as a module";

  /// A blob that a manifest names.
  ///
  /// @param size in bytes
  record Layer(ContentDigest digest, long size) {}

  /// The module that a manifest describes.
  ///
  /// @throws RestoreFailed when it describes something else, or a layer larger than this
  static Manifest read(byte[] bytes, long maxBytes) throws RestoreFailed {
    JsonObject root =
        JsonReader.read(Source.of("manifest", new String(bytes, StandardCharsets.UTF_8)))
            .object()
            .orElseThrow(() -> new RestoreFailed("the registry's manifest is no JSON object"));
    checkType(root);
    List<JsonObject> layers =
        root.array("layers").map(JsonArray::items).orElse(List.of()).stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList();
    List<JsonObject> templates = ofType(layers, TEMPLATE);
    if (templates.size() != 1) {
      throw new RestoreFailed(
          "its manifest names " + templates.size() + " compiled templates instead of one",
          PUBLISHED);
    }
    // The Bicep CLI shows them in editors; keylint does without, so large ones are left out.
    List<JsonObject> sources = ofType(layers, SOURCES);
    Optional<Layer> source =
        sources.size() == 1 && size(sources.getFirst()) <= maxBytes
            ? Optional.of(layer(sources.getFirst(), maxBytes))
            : Optional.empty();
    return new Manifest(layer(templates.getFirst(), maxBytes), source);
  }

  private static void checkType(JsonObject root) throws RestoreFailed {
    String config =
        root.object("config").flatMap(object -> object.text("mediaType")).orElse("unknown");
    // Bicep before 0.14 published modules without an artifact type.
    String type = root.text("artifactType").orElse(MODULE);
    if (type.equalsIgnoreCase(EXTENSION)) {
      throw new RestoreFailed(
          "it is a Bicep extension, not a module",
          "write `extension '…'` instead of `module`; keylint needs no extension's types");
    }
    if (!type.equalsIgnoreCase(MODULE)) {
      throw new RestoreFailed("it is no Bicep module but " + RestoreFailed.quoted(type), PUBLISHED);
    }
    if (!config.equalsIgnoreCase(CONFIG)) {
      throw new RestoreFailed(
          "it is no Bicep module that keylint knows: its configuration is "
              + RestoreFailed.quoted(config),
          PUBLISHED);
    }
  }

  private static List<JsonObject> ofType(List<JsonObject> layers, String type) {
    return layers.stream()
        .filter(layer -> layer.text("mediaType").filter(type::equalsIgnoreCase).isPresent())
        .toList();
  }

  private static Layer layer(JsonObject layer, long maxBytes) throws RestoreFailed {
    ContentDigest digest =
        layer
            .text("digest")
            .flatMap(ContentDigest::parse)
            .orElseThrow(() -> new RestoreFailed("its manifest names a layer without a digest"));
    long size = size(layer);
    if (size < 0 || size > maxBytes) {
      throw new RestoreFailed("the module has " + size + " bytes; keylint reads up to " + maxBytes);
    }
    return new Layer(digest, size);
  }

  private static long size(JsonObject layer) {
    return layer
        .value("size")
        .filter(JsonNumber.class::isInstance)
        .map(value -> ((JsonNumber) value).value())
        .filter(size -> size.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0)
        .map(BigDecimal::longValue)
        .orElse(-1L);
  }
}
