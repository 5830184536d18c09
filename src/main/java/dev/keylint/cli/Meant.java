package dev.keylint.cli;

import dev.keylint.text.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What may have been meant by a name that nothing has, as the end of a sentence.
final class Meant {
  private static final int MOST = 10;
  private static final int MOST_NEAR = 3;

  private Meant() {}

  /// The names that are near, else all of them.
  ///
  /// @param what what these are
  static String instead(String asked, Collection<String> names, String what) {
    return near(asked, names).orElseGet(() -> "; " + listed(what, names));
  }

  /// The name that is nearly the same, else those that have what was asked as a part.
  static Optional<String> near(String asked, Collection<String> names) {
    List<String> near =
        Spelling.closest(asked, names).map(List::of).orElseGet(() -> having(asked, names));
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("; perhaps `" + String.join("` or `", near) + "` is meant");
  }

  private static List<String> having(String part, Collection<String> names) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(it -> !part.isBlank() && it.toLowerCase(Locale.ROOT).contains(wanted))
        .sorted()
        .limit(MOST_NEAR)
        .toList();
  }

  static String listed(String what, Collection<String> names) {
    if (names.isEmpty()) {
      return what + ": none";
    }
    int more = names.size() - MOST;
    return names.stream()
        .limit(MOST)
        .collect(
            Collectors.joining(
                "`, `", what + ": `", "`" + (more > 0 ? " and " + more + " more" : "")));
  }
}
