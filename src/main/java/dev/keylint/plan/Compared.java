package dev.keylint.plan;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A part of a parameter and what it is compared with, of which there are so few that each can be
/// tried.
record Compared(ParameterPart part, Set<String> texts) {
  /// Of one part no more are tried.
  static final int MOST = 16;

  /// What no template compares anything with.
  private static final String OTHER = "other-than-all";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  Compared {
    texts = Collections.unmodifiableSet(new LinkedHashSet<>(texts));
  }

  /// The same with what it is compared with elsewhere, as far as that can be tried.
  Compared and(Compared other) {
    if (texts.size() >= MOST || texts.containsAll(other.texts)) {
      return this;
    }
    return new Compared(
        part,
        new LinkedHashSet<>(
            Stream.of(texts, other.texts).flatMap(Set::stream).distinct().limit(MOST).toList()));
  }

  /// What it could be instead of a text, so that each comparison gives something else.
  List<String> others(String now) {
    boolean isAskedFor = now.isEmpty() || !texts.equals(Set.of(""));
    return others(now, Stream.concat(Stream.of(OTHER).filter(_ -> isAskedFor), texts.stream()));
  }

  /// The same where it may be one of some texts only: one that is like none that it is compared
  /// with is enough.
  List<String> others(String now, List<String> allowed) {
    return others(
        now,
        Stream.concat(
            allowed.stream().filter(this::isLikeOne),
            allowed.stream().filter(_ -> isLikeOne(now)).filter(it -> !isLikeOne(it)).limit(1)));
  }

  /// The same of whole numbers.
  List<String> otherNumbers(String now) {
    return others(now, texts.stream().flatMap(Compared::near));
  }

  private static List<String> others(String now, Stream<String> texts) {
    return texts.filter(it -> !it.equals(now)).distinct().limit(MOST).toList();
  }

  private boolean isLikeOne(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return texts.stream()
        .anyMatch(it -> !it.isEmpty() && lower.contains(it.toLowerCase(Locale.ROOT)));
  }

  /// A whole number, the one behind it and the one before.
  private static Stream<String> near(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Stream.empty();
    }
    int number = Integer.parseInt(text);
    return IntStream.of(number, number + 1, number - 1)
        .filter(it -> it >= 0)
        .mapToObj(String::valueOf);
  }
}
