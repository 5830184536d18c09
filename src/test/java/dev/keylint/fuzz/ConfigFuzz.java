package dev.keylint.fuzz;

import java.util.Map;

/// A `bicepconfig.json`, beside a template that looks its aliases up.
public final class ConfigFuzz {
  private static final FuzzedFolder FOLDER =
      FuzzedFolder.with(
          Map.of(
              "main.bicep",
              """
              module a 'br/public:avm/res/search/search-service:0.1.0' = { name: 'a' }
              module b 'br/own:b:1' = { name: 'b' }
              module c 'ts/own:c:1' = { name: 'c' }
              """,
              "base.json",
              "{\"moduleAliases\":{\"br\":{\"own\":{\"registry\":\"a.example\"}}}}"));

  private ConfigFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    FOLDER.read("bicepconfig.json", input);
  }
}
