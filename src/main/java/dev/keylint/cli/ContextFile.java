package dev.keylint.cli;

import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.module.IoProblem;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the user knows of the surroundings of a deployment, as JSON.
final class ContextFile {
  private static final Set<String> KEYS =
      Set.of(
          "tenantId",
          "managementGroup",
          "subscriptionId",
          "resourceGroup",
          "location",
          "deploymentName",
          "cloud");

  private ContextFile() {}

  /// @throws Usage when the file is not what it should be
  static DeploymentContext read(Terminal terminal, Path file) {
    String text;
    try {
      text = Files.readString(terminal.folder().resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Usage("`" + file + "` can't be read: " + IoProblem.reason(e));
    }
    JsonResult result = JsonReader.read(Source.of(file.toString(), text));
    JsonObject object =
        result.object().orElseThrow(() -> new Usage("`" + file + "` is no JSON object"));
    check(file, object);
    return new DeploymentContext(
        object.text("tenantId"),
        object.text("managementGroup"),
        object.text("subscriptionId"),
        object.text("resourceGroup"),
        object.text("location"),
        object.text("deploymentName"),
        object.text("cloud").or(() -> Optional.of("AzureCloud")));
  }

  private static void check(Path file, JsonObject object) {
    for (JsonMember member : object.members()) {
      if (!KEYS.contains(member.key())) {
        throw new Usage(
            "`"
                + file
                + "` has the unknown key `"
                + member.key()
                + "`; known are "
                + String.join(", ", new TreeSet<>(KEYS)));
      }
      String key = "`" + file + "`: `" + member.key() + "` ";
      if (!(member.value() instanceof JsonString(var text, _))) {
        throw new Usage(key + "is " + word(member.value()) + ", and must be a text");
      }
      if (text.isBlank()) {
        throw new Usage(key + "is empty; leave out what is not known");
      }
    }
  }

  private static String word(JsonValue value) {
    return switch (value) {
      case JsonString _ -> "a text";
      case JsonNumber _ -> "a number";
      case JsonBoolean _ -> "true or false";
      case JsonNull _ -> "null";
      case JsonArray _ -> "a list";
      case JsonObject _ -> "an object";
    };
  }
}
