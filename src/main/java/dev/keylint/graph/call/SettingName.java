package dev.keylint.graph.call;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of settings, whatever way they are spelled.
final class SettingName {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern BREAK = Pattern.compile("[^A-Za-z0-9]+");

  /// The words that names of different things share.
  private static final Set<String> COMMON =
      Set.of(
          "", "AZURE", "APP", "API", "SERVICE", "SERVICES", "RESOURCE", "ENDPOINT", "KEY", "URL");

  private SettingName() {}

  /// Whether two names speak of the same thing, as `SPEECH_ENDPOINT` and `SPEECH_KEY` do.
  static boolean areAkin(String one, String other) {
    Set<String> words = new HashSet<>(List.of(words(one).split("_")));
    words.retainAll(List.of(words(other).split("_")));
    words.removeAll(COMMON);
    return !words.isEmpty();
  }

  /// The words of a name in upper case, with a line between them: `AZURE_OPENAI_SERVICE`, and for
  /// `AzureOpenAI__ResourceName` it is `AZURE_OPEN_AI_RESOURCE_NAME`.
  static String words(String name) {
    String cut = BREAK.matcher(HUMP.matcher(name).replaceAll("_")).replaceAll("_");
    return cut.toUpperCase(Locale.ROOT);
  }
}
