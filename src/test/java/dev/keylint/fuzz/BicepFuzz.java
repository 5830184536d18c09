package dev.keylint.fuzz;

import dev.keylint.bicep.BicepParser;
import dev.keylint.text.Source;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A Bicep file: parsed by itself, and as the only template of a folder.
public final class BicepFuzz {
  private static final FuzzedFolder FOLDER = FuzzedFolder.with(Map.of("data.json", "{\"a\": [1]}"));

  private BicepFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Source source = Source.of("main.bicep", new String(input, StandardCharsets.UTF_8));
    Places.check(BicepParser.parse(source).diagnostics());
    FOLDER.read("main.bicep", input);
  }
}
