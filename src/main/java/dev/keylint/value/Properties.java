package dev.keylint.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The members of an object: lookup ignores case, iteration keeps source order.
///
/// Names that differ in case only are two members, as in Azure; looking up either finds the one
/// written last, as a resource provider reads them. Invariant: no two names are equal; of several,
/// the last written wins, at the first one's place.
public final class Properties implements Iterable<Property> {
  /// No members.
  public static final Properties EMPTY = new Properties(List.of());

  private static final int SCAN_UP_TO = 8;

  private final List<Property> entries;
  private final Map<String, Property> byName;

  private Properties(List<Property> entries) {
    this.entries = entries;
    this.byName = entries.size() > SCAN_UP_TO ? index(entries) : Map.of();
  }

  /// Members in this order.
  public static Properties of(List<Property> entries) {
    if (entries.isEmpty()) {
      return EMPTY;
    }
    Map<String, Integer> seen = new HashMap<>();
    List<Property> kept = new ArrayList<>(entries.size());
    for (Property entry : entries) {
      Integer before = seen.putIfAbsent(entry.name(), kept.size());
      if (before == null) {
        kept.add(entry);
      } else {
        kept.set(before, entry);
      }
    }
    return new Properties(List.copyOf(kept));
  }

  public Optional<Property> property(String name) {
    if (entries.size() > SCAN_UP_TO) {
      return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
    for (Property entry : entries.reversed()) {
      if (entry.name().equalsIgnoreCase(name)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  public Optional<Value> get(String name) {
    return property(name).map(Property::value);
  }

  public List<Property> entries() {
    return entries;
  }

  public int size() {
    return entries.size();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Calls back with each name and value, in order.
  public void forEach(BiConsumer<String, Value> each) {
    for (Property entry : entries) {
      each.accept(entry.name(), entry.value());
    }
  }

  @Override
  public Iterator<Property> iterator() {
    return entries.iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Properties that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  private static Map<String, Property> index(List<Property> entries) {
    Map<String, Property> index = HashMap.newHashMap(entries.size());
    for (Property entry : entries) {
      index.put(entry.name().toLowerCase(Locale.ROOT), entry);
    }
    return index;
  }
}
