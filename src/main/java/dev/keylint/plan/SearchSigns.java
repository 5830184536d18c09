package dev.keylint.plan;

import java.util.Locale;
import java.util.regex.Pattern;

/// What objects of Azure AI Search say of themselves, for a quick look at a file.
final class SearchSigns {
  private static final Pattern SPEAKS =
      Pattern.compile(
          "#Microsoft\\.(Skills|Azure\\.Search)\\.|(azureOpenAI|aml|aiServicesVision)Parameters"
              + "|\"connectionString\"",
          Pattern.CASE_INSENSITIVE);

  private SearchSigns() {}

  /// Whether a file may be JSON of such an object.
  static boolean are(String path, String text) {
    String name = path.toLowerCase(Locale.ROOT);
    return (name.endsWith(".json") || name.endsWith(".jsonc")) && SPEAKS.matcher(text).find();
  }
}
