package dev.keylint.eval;

import dev.keylint.template.StoredText;
import java.util.Locale;
import java.util.Map;

/// Which arguments of a function go into what it gives; the others only decide what that is.
final class Ingredients {
  private static final int ALL = Integer.MAX_VALUE;

  /// How many of the first arguments go into it, by the function's name in lower case.
  private static final Map<String, Integer> FIRST =
      Map.ofEntries(
          Map.entry("concat", ALL),
          Map.entry("coalesce", ALL),
          Map.entry("format", ALL),
          Map.entry("reduce", ALL),
          Map.entry("uri", 2),
          Map.entry("map", 1),
          Map.entry("mapvalues", 1),
          Map.entry("toobject", 1),
          Map.entry("items", 1),
          Map.entry("flatten", 1),
          Map.entry("join", 1),
          Map.entry("split", 1),
          Map.entry("substring", 1),
          Map.entry("take", 1),
          Map.entry("string", 1),
          Map.entry(StoredText.WRITTEN, 1),
          Map.entry(StoredText.PARSED, 1),
          Map.entry("json", 1),
          Map.entry("array", 1),
          Map.entry("toupper", 1),
          Map.entry("tolower", 1),
          Map.entry("trim", 1),
          Map.entry("padleft", 1),
          Map.entry("base64", 1),
          Map.entry("base64tostring", 1),
          Map.entry("base64tojson", 1),
          Map.entry("uricomponent", 1),
          Map.entry("uricomponenttostring", 1),
          Map.entry("datauri", 1),
          Map.entry("datauritostring", 1));

  private Ingredients() {}

  /// @param argument its index
  static boolean areIn(String function, int argument) {
    String name = function.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "if" -> argument > 0;
      case "replace" -> argument != 1;
      default -> argument < FIRST.getOrDefault(name, 0);
    };
  }
}
