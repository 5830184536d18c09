package dev.keylint.cli.hostile;

import static dev.keylint.cli.hostile.Structures.lines;

import dev.keylint.cli.hostile.HostileCase.Expects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Very many names of one kind, which are looked up one by one.
final class Many {
  private static final int ALIASES = 50_000;
  private static final int PARAMETERS = 30_000;
  private static final int NAMES = 3_000;
  private static final int FILES = 400;

  private Many() {}

  static List<HostileCase> all() {
    return List.of(
        of("many-aliases", aliases()),
        of("many-parameters", parameters()),
        of("many-bicep-parameters", bicepParameters()),
        of("many-imports", imports()),
        of("many-idle-files", idle()));
  }

  private static HostileCase of(String name, Map<String, String> files) {
    return new HostileCase(name, Expects.NOTHING, files);
  }

  private static Map<String, String> aliases() {
    return Map.of(
        "main.bicep",
        "module m 'br/a1:x:1' = { name: 'm' }\n",
        "bicepconfig.json",
        "{\"moduleAliases\": {\"br\": {"
            + lines(ALIASES, i -> "\"a" + i + "\": {\"registry\": \"h\"},")
            + "}}}");
  }

  private static Map<String, String> parameters() {
    return Map.of(
        "main.json",
        "{"
            + Victims.SCHEMA
            + ", \"resources\": [], \"parameters\": {"
            + lines(PARAMETERS, i -> "\"p" + i + "\": {\"type\": \"int\"},")
            + "}}",
        "main.parameters.json",
        values());
  }

  private static Map<String, String> bicepParameters() {
    return Map.of(
        "main.bicep",
        lines(PARAMETERS, i -> "param p" + i + " int"),
        "main.parameters.json",
        values());
  }

  private static Map<String, String> imports() {
    return Map.of(
        "types.bicep",
        lines(NAMES, i -> "@export()\nvar v" + i + " = " + i),
        "main.bicep",
        "import {\n"
            + lines(NAMES, i -> "v" + i)
            + "} from 'types.bicep'\n"
            + lines(NAMES, i -> "output o" + i + " int = v" + i));
  }

  private static String values() {
    return "{\"$schema\": \"https://schema/2019-04-01/deploymentParameters.json#\","
        + " \"contentVersion\": \"1.0.0.0\", \"parameters\": {"
        + lines(PARAMETERS, i -> "\"p" + i + "\": {\"value\": " + i + "},")
        + "}}";
  }

  /// Each calls the next one, but never so that it is deployed.
  private static Map<String, String> idle() {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < FILES; i++) {
      files.put(
          i == 0 ? "main.bicep" : "m" + i + ".bicep",
          "output o string = ''\nmodule m 'm" + (i + 1) + ".bicep' = if (false) { name: 'm' }\n");
    }
    files.put("m" + FILES + ".bicep", "output o string = ''\n");
    return files;
  }
}
