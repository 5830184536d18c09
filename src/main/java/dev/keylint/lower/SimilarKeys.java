package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keys of one object that differ by case only. Azure keeps both in the body of a resource, and
/// which of them counts is the business of its readers; so it is not known.
public final class SimilarKeys {
  private SimilarKeys() {}

  /// The keys, in lower case, that are there in several spellings.
  public static Set<String> in(List<String> keys) {
    Set<String> spellings = HashSet.newHashSet(keys.size());
    Set<String> seen = HashSet.newHashSet(keys.size());
    Set<String> similar = new HashSet<>();
    for (String key : keys) {
      String lower = key.toLowerCase(Locale.ROOT);
      if (spellings.add(key) && !seen.add(lower)) {
        similar.add(lower);
      }
    }
    return similar;
  }

  /// What stands for a value where several are given under such keys.
  public static Expr choice(String key, Location at) {
    return new Expr.Unsupported("the choice between several `" + key + "`", at);
  }

  /// Says so of one of them.
  ///
  /// @param kind a note where only the value becomes unknown; more where a part of the template
  ///   does
  public static Diagnostic diagnostic(Kind kind, String key, Location at) {
    return Diagnostic.of(kind, "`" + key + "` stands here twice, in cases that differ", at)
        .help("which of them Azure takes is not known: keep one");
  }
}
