package dev.keylint.cli.hostile;

import static dev.keylint.cli.hostile.Structures.lines;

import dev.keylint.cli.hostile.HostileCase.Expects;
import java.util.List;
import java.util.Map;

/// Very many names of one kind, which are looked up one by one.
final class Many {
  private static final int ALIASES = 50_000;

  private Many() {}

  static List<HostileCase> all() {
    return List.of(
        new HostileCase(
            "many-aliases",
            Expects.NOTHING,
            Map.of(
                "main.bicep",
                "module m 'br/a1:x:1' = { name: 'm' }\n",
                "bicepconfig.json",
                "{\"moduleAliases\": {\"br\": {"
                    + lines(ALIASES, i -> "\"a" + i + "\": {\"registry\": \"h\"},")
                    + "}}}")));
  }
}
