package dev.keylint.plan;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The types of resources that rules look at, each for itself and all types below it.
///
/// @param types such as `microsoft.search/searchservices`, in lower case; empty when it may be any
/// @param grave whether a rule that looks at a type may find an error
/// @param evidence the members of a type's `properties` of which something must be known for that,
///   the required one first; none when that can't be told
public record Interest(
    Optional<Set<String>> types, Predicate<String> grave, Function<String, List<String>> evidence) {
  /// All of them.
  public static final Interest ALL = new Interest(Optional.empty(), _ -> true, _ -> List.of());

  /// These, in lower case; of types with parents the first two parts count.
  public static Interest in(
      Set<String> types, Predicate<String> grave, Function<String, List<String>> evidence) {
    return new Interest(Optional.of(Set.copyOf(types)), grave, evidence);
  }

  /// Whether rules look at resources of a type.
  public boolean covers(String type) {
    return types.map(some -> some.contains(top(type))).orElse(true);
  }

  /// Whether rules look at any of these types, as `Mentions` finds them.
  boolean meets(Set<String> mentioned) {
    return mentioned.contains(Mentions.ANY)
        || types.map(some -> !Collections.disjoint(some, mentioned)).orElse(true);
  }

  /// The provider and the outermost type, in lower case.
  public static String top(String type) {
    int provider = type.indexOf('/');
    int end = provider < 0 ? -1 : type.indexOf('/', provider + 1);
    return (end < 0 ? type : type.substring(0, end)).toLowerCase(Locale.ROOT);
  }
}
