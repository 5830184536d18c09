package dev.keylint.eval.run;

import dev.keylint.text.Lazy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a template declares, by name.
///
/// Names are found with their own case first, as Bicep tells `x` from `X`, then ignoring case, as
/// ARM does: of several that differ only in that the one in lower case, or the first.
final class NameIndex<T> {
  private final Map<String, T> exact;

  /// Most names are written as they are declared.
  private final Lazy<Map<String, T>> folded;

  NameIndex(List<T> items, Function<T, String> name) {
    this.exact = by(items, name);
    this.folded = new Lazy<>(() -> by(items, it -> name.apply(it).toLowerCase(Locale.ROOT)));
  }

  Optional<T> find(String name) {
    T found = exact.get(name);
    if (found != null) {
      return Optional.of(found);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    T small = exact.get(lower);
    return Optional.ofNullable(small != null ? small : folded.get().get(lower));
  }

  private static <T> Map<String, T> by(List<T> items, Function<T, String> name) {
    Map<String, T> index = HashMap.newHashMap(items.size());
    items.forEach(it -> index.putIfAbsent(name.apply(it), it));
    return index;
  }
}
