package dev.keylint.report;

import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds texts that are known to be secret in other texts, all in one pass: a template may declare
/// thousands of them.
final class KnownSecrets {
  /// Shorter ones, such as `true`, would hide half of a text: they are hidden where one stands
  /// alone in quotes.
  private static final int SHORTEST = 6;

  /// What comparing may cost before all that follows is hidden, unseen: texts that begin alike
  /// again and again are made to be slow.
  private static final int MOST_COMPARED = 1 << 20;

  private static final int MOST_COMPARED_PER_UNIT = 32;

  /// A settings object that is secret holds words, such as `openAi`, that are in symbols, paths and
  /// names of rules as well: nothing could be read if they were hidden there.
  private static final Pattern WORD = Pattern.compile("\\p{Ll}\\p{L}{0,23}");

  /// A settings object that is secret holds them, too.
  private static final Pattern HIDES_NOTHING = Pattern.compile("(?i)true|false|null");

  private final Map<String, List<String>> byStart = new HashMap<>();
  private final BitSet starts = new BitSet();
  private final Set<String> alone = new HashSet<>();

  KnownSecrets(Collection<String> secrets) {
    List<String> longestFirst =
        secrets.stream()
            .filter(it -> !HIDES_NOTHING.matcher(it).matches())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String secret : longestFirst) {
      if (secret.length() >= SHORTEST) {
        String start = secret.substring(0, SHORTEST);
        byStart.computeIfAbsent(start, _ -> new ArrayList<>()).add(secret);
        starts.set(hash(secret, 0));
      } else if (!secret.isEmpty()) {
        alone.add(secret);
      }
    }
  }

  /// The places of all secrets; they may overlap.
  List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    if (!byStart.isEmpty()) {
      longer(text, found);
    }
    if (!alone.isEmpty()) {
      quoted(text, found);
    }
    return found;
  }

  private void longer(String text, List<Span> found) {
    long left = MOST_COMPARED + (long) MOST_COMPARED_PER_UNIT * text.length();
    for (int at = 0; at + SHORTEST <= text.length(); at++) {
      if (!starts.get(hash(text, at))) {
        continue;
      }
      for (String secret : byStart.getOrDefault(text.substring(at, at + SHORTEST), List.of())) {
        int same = same(secret, text, at);
        left -= same;
        boolean whole = same == secret.length() || isCut(text, at + same);
        if (whole && !(WORD.matcher(secret).matches() && isPart(text, at, at + same))) {
          found.add(new Span(at, at + same));
          break;
        }
      }
      if (left < 0) {
        found.add(new Span(at, text.length()));
        return;
      }
    }
  }

  /// Whether a word is a part of a name, a path or another word.
  private static boolean isPart(String text, int from, int to) {
    return isNamePart(text, from - 1) || (isNamePart(text, to) && !isCut(text, to));
  }

  private static boolean isNamePart(String text, int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "/.-_".indexOf(text.charAt(at)) >= 0);
  }

  /// How many units of a secret stand at a place.
  private static int same(String secret, String text, int at) {
    int most = Math.min(secret.length(), text.length() - at);
    int same = SHORTEST;
    while (same < most && secret.charAt(same) == text.charAt(at + same)) {
      same++;
    }
    return same;
  }

  /// Long texts in messages end in dots; what is left of a secret is one, too.
  private static boolean isCut(String text, int end) {
    return text.startsWith("\u2026", end) || text.startsWith("...", end);
  }

  private void quoted(String text, List<Span> found) {
    for (int at = 0; at < text.length(); at++) {
      char quote = text.charAt(at);
      if (quote != '\'' && quote != '"' && quote != '`') {
        continue;
      }
      int last = Math.min(at + SHORTEST, text.length() - 1);
      for (int end = at + 2; end <= last; end++) {
        if (text.charAt(end) == quote && alone.contains(text.substring(at + 1, end))) {
          found.add(new Span(at + 1, end));
        }
      }
    }
  }

  private static int hash(String text, int at) {
    int three = (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
    return three & 0xffff;
  }
}
