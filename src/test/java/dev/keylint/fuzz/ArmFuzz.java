package dev.keylint.fuzz;

import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An ARM template: read as JSON by itself, and as the only template of a folder.
public final class ArmFuzz {
  private static final FuzzedFolder FOLDER = FuzzedFolder.with(Map.of());

  private ArmFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Source source = Source.of("azuredeploy.json", new String(input, StandardCharsets.UTF_8));
    Places.check(JsonReader.read(source).diagnostics());
    FOLDER.read("azuredeploy.json", input);
  }
}
