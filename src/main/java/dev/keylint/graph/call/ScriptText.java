package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import java.util.regex.Pattern;

/// What the text of a deployment script says about its calls.
final class ScriptText {
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)access-?token|azure[.-]identity|DefaultAzureCredential|ManagedIdentityCredential"
              + "|(IDENTITY|MSI)_ENDPOINT|metadata/identity|api-key|az\\s+rest|Invoke-AzRest"
              + "|ai\\.projects|openai\\b.*import|import.*openai");

  private ScriptText() {}

  /// Whether the whole text is known and asks for no token and sends no key: it hands its settings
  /// on to somebody else.
  static boolean asksForNothing(Resource script) {
    return Bodies.text(script.body(), "properties", "scriptContent")
        .filter(text -> !ASKS.matcher(text).find())
        .isPresent();
  }
}
