package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.value.PartialText;
import java.util.regex.Pattern;

/// What the text of a deployment script says about its calls.
final class ScriptText {
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)access-?token|azure[.-]identity|DefaultAzureCredential|ManagedIdentityCredential"
              + "|(IDENTITY|MSI)_ENDPOINT|metadata/identity|api-key|az\\s+rest|Invoke-AzRest"
              + "|ai\\.projects|openai\\b.*import|import.*openai");

  /// What a script has that calls a model itself.
  private static final Pattern CALLS_MODELS =
      Pattern.compile(
          "(?i)https://(cognitiveservices|ai)\\.azure\\.|\\b(Async)?AzureOpenAI\\(|OpenAIClient"
              + "|import\\s+openai|from\\s+openai|ai\\.projects|ai\\.inference");

  private ScriptText() {}

  /// Whether a script makes objects of Search that call models, and calls none itself: the
  /// endpoints that it is given are for Search.
  static boolean handsModelsOn(Resource script) {
    return script.type().key().equals(SearchTexts.SCRIPTS)
        && SearchTexts.of(script).filter(it -> !it.models().isEmpty()).isPresent()
        && Bodies.at(script, "properties", "scriptContent")
            .flatMap(it -> PartialText.of(it.value()))
            .filter(text -> CALLS_MODELS.matcher(text.chars()).find())
            .isEmpty();
  }

  /// Whether the whole text is known and asks for no token and sends no key: it hands its settings
  /// on to somebody else.
  static boolean asksForNothing(Resource script) {
    return Bodies.text(script.body(), "properties", "scriptContent")
        .filter(text -> !ASKS.matcher(text).find())
        .isPresent();
  }
}
