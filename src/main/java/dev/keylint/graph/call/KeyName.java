package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import dev.keylint.value.Value;
import java.util.regex.Pattern;

/// Names of settings, secrets and outputs that say that they hold a key of an AI or Search service.
public final class KeyName {
  private static final Pattern SERVICE =
      Pattern.compile("OPEN_?AI|AOAI|SEARCH|COGNITIVE|FOUNDRY|AI_?SERVICES?");
  private static final Pattern MODELS =
      Pattern.compile("OPEN_?AI|AOAI|FOUNDRY|AI_?SERVICES?|GPT|LLM|EMBEDDING");
  private static final Pattern KEY =
      Pattern.compile(".*(_|AI|API_?|ADMIN_?|QUERY_?|ACCESS_?)KEY(_?[12])?");

  /// What ends in `KEY` and is none: the key of an index, of a cache, ...
  private static final Pattern OTHER =
      Pattern.compile(".*(PARTITION|SORT|INDEX|FIELD|CACHE|DOCUMENT|VAULT|PUBLIC|ENABLE)_KEY");

  private KeyName() {}

  /// Whether a name says so.
  public static boolean isOne(Value name) {
    return PartialText.of(name).filter(text -> isOne(text.chars())).isPresent();
  }

  static boolean isOne(String name) {
    String words = SettingName.words(name);
    return SERVICE.matcher(OtherSearch.without(words)).find()
        && KEY.matcher(words).matches()
        && !isOfOther(words);
  }

  /// Whether the words of a name speak of another thing that is called a key.
  static boolean isOfOther(String words) {
    return OTHER.matcher(words).matches();
  }

  /// Whether a name speaks of a service that serves models.
  public static boolean speaksOfModels(Value name) {
    return PartialText.of(name)
        .filter(text -> MODELS.matcher(SettingName.words(text.chars())).find())
        .isPresent();
  }
}
