package dev.keylint.eval.function;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All pure functions by name.
public final class FunctionTable {
  private static final Map<String, PureFunction> BY_NAME =
      index(
          List.of(
              Literals.FUNCTIONS,
              Comparisons.FUNCTIONS,
              Numbers.FUNCTIONS,
              Collections.FUNCTIONS,
              Positions.FUNCTIONS,
              Arrays.FUNCTIONS,
              Objects.FUNCTIONS,
              Sets.FUNCTIONS,
              Strings.FUNCTIONS,
              Conversions.FUNCTIONS,
              Jsons.FUNCTIONS,
              Formatting.FUNCTIONS,
              Encodings.FUNCTIONS,
              Hashes.FUNCTIONS,
              Uris.FUNCTIONS,
              Dates.FUNCTIONS,
              Cidr.FUNCTIONS));

  private FunctionTable() {}

  /// The pure function of this name, ignoring case; it knows its name as Azure writes it.
  public static Optional<PureFunction> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /// All of them, in no order.
  public static Collection<PureFunction> all() {
    return BY_NAME.values();
  }

  private static Map<String, PureFunction> index(List<List<PureFunction>> topics) {
    Map<String, PureFunction> index = new HashMap<>();
    topics.stream()
        .flatMap(List::stream)
        .forEach(function -> index.put(function.name().toLowerCase(Locale.ROOT), function));
    return Map.copyOf(index);
  }
}
