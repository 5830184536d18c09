package dev.keylint.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What other messages of one rule about one place name, where the first names something else.
final class Others {
  private static final int MOST = 4;

  /// What differs in more is another sentence.
  private static final int MOST_WORDS = 12;

  private static final Pattern STOP = Pattern.compile("[.,:;]+$");

  private Others() {}

  /// The parts in which all but the first differ from it, as a phrase; empty when there are none.
  ///
  /// @param messages all different, the one that is shown first
  static Optional<String> named(Collection<String> messages) {
    List<List<String>> all = messages.stream().map(Words::of).toList();
    int before = all.stream().mapToInt(it -> common(all.getFirst(), it)).min().orElse(0);
    int after =
        all.stream()
            .mapToInt(it -> common(tail(all.getFirst(), before), tail(it, before)))
            .min()
            .orElse(0);
    List<String> names = new ArrayList<>();
    for (List<String> words : all.subList(1, all.size())) {
      List<String> own = words.subList(before, words.size() - after);
      if (!own.isEmpty() && own.size() <= MOST_WORDS) {
        names.add(STOP.matcher(String.join(" ", own)).replaceFirst(""));
      }
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST)));
    int more = names.size() - MOST;
    return Optional.of("also " + shown + (more > 0 ? " and " + more + " more" : ""));
  }

  /// What comes behind so many words, from its end.
  private static List<String> tail(List<String> words, int before) {
    return words.subList(before, words.size()).reversed();
  }

  /// How many words both begin with, if they are not the same.
  private static int common(List<String> one, List<String> other) {
    int most = Math.min(one.size(), other.size());
    for (int i = 0; i < most; i++) {
      if (!one.get(i).equals(other.get(i))) {
        return i;
      }
    }
    return most;
  }
}
