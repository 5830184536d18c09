package dev.keylint.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The members of an object: lookup ignores case, iteration keeps source order.
///
/// Names that differ in case only are two members. Which of them a resource provider takes is its
/// own business, so looking up either finds an unknown value, unless both say the same. Invariant:
/// no two names are equal; of several, the last written wins, at the first one's place.
///
/// An object of which not all could be read is open: it may have more members than these, so that
/// looking up a name that is none of them finds an unknown value and not nothing.
public final class Properties implements Iterable<Property> {
  /// No members.
  public static final Properties EMPTY = new Properties(List.of(), Optional.empty());

  private static final int SCAN_UP_TO = 8;

  private final List<Property> entries;
  private final Map<String, Property> byName;
  private final Optional<Value.Unknown> unread;

  private Properties(List<Property> entries, Optional<Value.Unknown> unread) {
    this.entries = entries;
    this.unread = unread;
    this.byName = entries.size() > SCAN_UP_TO ? index(entries) : Map.of();
  }

  /// Members in this order.
  public static Properties of(List<Property> entries) {
    return entries.isEmpty() ? EMPTY : of(entries, Optional.empty());
  }

  /// Members in this order, and perhaps further ones for which `unread` stands.
  public static Properties of(List<Property> entries, Optional<Value.Unknown> unread) {
    if (entries.size() <= SCAN_UP_TO && isDistinct(entries)) {
      return new Properties(List.copyOf(entries), unread);
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
    return new Properties(List.copyOf(kept), unread);
  }

  private static boolean isDistinct(List<Property> entries) {
    for (int i = 1; i < entries.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (entries.get(i).name().equals(entries.get(j).name())) {
          return false;
        }
      }
    }
    return true;
  }

  /// The member of a name; of an open object an unknown one where none was read.
  public Optional<Property> property(String name) {
    return written(name).or(() -> unread.map(all -> member(all, name)));
  }

  /// The member of exactly this name, in case too, else as `property` finds it.
  public Optional<Property> exactly(String name) {
    for (Property entry : entries) {
      if (entry.name().equals(name)) {
        return Optional.of(entry);
      }
    }
    return property(name);
  }

  private Optional<Property> written(String name) {
    if (entries.size() > SCAN_UP_TO) {
      return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
    Optional<Property> found = Optional.empty();
    for (Property entry : entries) {
      if (entry.name().equalsIgnoreCase(name)) {
        found = Optional.of(found.map(first -> either(first, entry)).orElse(entry));
      }
    }
    return found;
  }

  /// What a name finds that is written twice, with other cases.
  private static Property either(Property first, Property last) {
    if (same(first.value(), last.value())) {
      return last;
    }
    String what = "keys that differ by case only: " + first.shown() + ", " + last.shown();
    Term term = new Term.Call("either", List.of(first.value(), last.value()));
    Origin origin = last.value().origin();
    return last.with(new Value.Unknown(term, new Reason.Unsupported(what), origin));
  }

  /// Whether two plain values say the same; of objects and arrays that is not worth the walk.
  private static boolean same(Value first, Value last) {
    return switch (first) {
      case Value.Null _ -> last instanceof Value.Null;
      case Value.Bool(boolean truth, _) ->
          last instanceof Value.Bool(boolean other, _) && truth == other;
      case Value.Int(long number, _) -> last instanceof Value.Int(long other, _) && number == other;
      case Value.Str(String text, _) ->
          last instanceof Value.Str(String other, _) && text.equals(other);
      case Value.Decimal _, Value.Arr _, Value.Obj _, Value.Unknown _ -> false;
    };
  }

  private static Property member(Value.Unknown all, String name) {
    List<Value> path = new ArrayList<>();
    Value base = all;
    if (all.term() instanceof Term.Access(Value inner, List<Value> before)) {
      base = inner;
      path.addAll(before);
    }
    path.add(new Value.Str(name, all.origin()));
    Value.Unknown value =
        new Value.Unknown(new Term.Access(base, path), all.reason(), all.origin());
    return new Property(name, all.origin().at(), value);
  }

  /// What stands for the members that could not be read; empty when there are none.
  public Optional<Value.Unknown> unread() {
    return unread;
  }

  /// Whether there may be more members than those that are listed.
  public boolean isOpen() {
    return unread.isPresent();
  }

  public Optional<Value> get(String name) {
    return property(name).map(Property::value);
  }

  /// The members that were read.
  public List<Property> entries() {
    return entries;
  }

  /// How many members were read.
  public int size() {
    return entries.size();
  }

  /// Whether there is certainly no member.
  public boolean isEmpty() {
    return entries.isEmpty() && unread.isEmpty();
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
    return other instanceof Properties that
        && entries.equals(that.entries)
        && unread.equals(that.unread);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entries, unread);
  }

  @Override
  public String toString() {
    return entries + unread.map(all -> " and " + all).orElse("");
  }

  private static Map<String, Property> index(List<Property> entries) {
    Map<String, Property> index = HashMap.newHashMap(entries.size());
    for (Property entry : entries) {
      index.merge(entry.name().toLowerCase(Locale.ROOT), entry, Properties::either);
    }
    return index;
  }
}
