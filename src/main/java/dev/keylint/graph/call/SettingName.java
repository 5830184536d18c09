package dev.keylint.graph.call;

import java.util.Locale;
import java.util.regex.Pattern;

/// The names of settings, whatever way they are spelled.
final class SettingName {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern BREAK = Pattern.compile("[^A-Za-z0-9]+");

  private SettingName() {}

  /// The words of a name in upper case, with a line between them: `AZURE_OPENAI_SERVICE`, and for
  /// `AzureOpenAI__ResourceName` it is `AZURE_OPEN_AI_RESOURCE_NAME`.
  static String words(String name) {
    String cut = BREAK.matcher(HUMP.matcher(name).replaceAll("_")).replaceAll("_");
    return cut.toUpperCase(Locale.ROOT);
  }
}
