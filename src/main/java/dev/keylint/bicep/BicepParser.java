package dev.keylint.bicep;

import dev.keylint.text.Source;
import java.util.List;

/// Reads Bicep; whatever the characters are, the answer is a file, never an exception.
public final class BicepParser {
  private BicepParser() {}

  /// Reads a template (`.bicep`).
  public static BicepFile parse(Source source) {
    return new BicepFile(
        source, BicepFile.Kind.TEMPLATE, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /// Reads a parameter file (`.bicepparam`).
  public static BicepFile parseParameters(Source source) {
    return new BicepFile(
        source, BicepFile.Kind.PARAMETERS, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
