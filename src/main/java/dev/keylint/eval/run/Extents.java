package dev.keylint.eval.run;

import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.IdentityHashMap;
import java.util.List;

/// How large values are when written out.
///
/// Values share their parts, so a few variables can stand for billions of items; each part is
/// measured once.
final class Extents {
  /// So many characters count as much as an item.
  static final int CHARACTERS_PER_PART = 64;

  private static final long MOST = Long.MAX_VALUE / 4;

  private static final Extent LEAF = new Extent(1, 0, 1, true);

  /// So many values are measured in most runs.
  private static final int EXPECTED = 500;

  private final IdentityHashMap<Object, Extent> measured = new IdentityHashMap<>(EXPECTED);

  /// @param size members, items and arguments at every depth, at most `Long.MAX_VALUE / 4`
  /// @param text their characters, in parts; at most as much
  /// @param depth how far they are nested
  /// @param known whether no part is unknown
  record Extent(long size, long text, int depth, boolean known) {
    /// What it takes to write the value out.
    long parts() {
      return size + text;
    }

    private Extent and(Extent part) {
      return new Extent(
          Math.min(size + part.size, MOST),
          Math.min(text + part.text, MOST),
          Math.max(depth, part.depth + 1),
          known && part.known);
    }

    private Extent named(String name) {
      return new Extent(size, text + name.length() / CHARACTERS_PER_PART, depth, known);
    }

    private Extent unknown() {
      return new Extent(size, text, depth, false);
    }
  }

  Extent of(Value value) {
    return switch (value) {
      case Value.Arr(List<Value> items, _) -> items.isEmpty() ? LEAF : items(items);
      case Value.Obj(var properties, _) -> properties.isEmpty() ? LEAF : members(properties);
      case Value.Unknown unknown -> term(unknown.term());
      case Value.Str(String text, _) -> text(text);
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _ -> LEAF;
    };
  }

  private static Extent text(String text) {
    return text.length() < CHARACTERS_PER_PART
        ? LEAF
        : new Extent(1, text.length() / CHARACTERS_PER_PART, 1, true);
  }

  private Extent items(List<Value> items) {
    Extent known = measured.get(items);
    if (known != null) {
      return known;
    }
    Extent extent = sum(items);
    measured.put(items, extent);
    return extent;
  }

  private Extent members(Properties properties) {
    Extent known = measured.get(properties);
    if (known != null) {
      return known;
    }
    Extent extent = LEAF;
    for (Property property : properties) {
      extent = extent.named(property.name()).and(of(property.value()));
    }
    if (properties.isOpen()) {
      extent = extent.unknown();
    }
    measured.put(properties, extent);
    return extent;
  }

  private Extent term(Term term) {
    Extent known = measured.get(term);
    if (known != null) {
      return known;
    }
    Extent extent =
        switch (term) {
          case Term.Call(_, List<Value> arguments) -> sum(arguments);
          case Term.Access(Value base, List<Value> path) -> of(base).and(sum(path));
          case Term.Concat(List<Value> parts) -> sum(parts);
          case Term.Lambda(_, Value body) -> LEAF.and(of(body));
        };
    measured.put(term, extent.unknown());
    return extent.unknown();
  }

  private Extent sum(List<Value> parts) {
    Extent extent = LEAF;
    for (Value part : parts) {
      extent = extent.and(of(part));
    }
    return extent;
  }
}
