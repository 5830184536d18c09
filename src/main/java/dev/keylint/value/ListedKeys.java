package dev.keylint.value;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds in values what `listKeys` and its kind give.
///
/// A value holds a key when the key, or a text made of it, is a part of it; one that a key only
/// decides, as `empty(listKeys(..))` does, holds none. Not for several threads.
public final class ListedKeys {
  /// Of more keys in one value, or in more parts of it, it is only said that there are more.
  private static final int MOST = 100;

  private static final int MOST_PARTS = 10_000;

  /// Functions whose result does not give away what they are asked about.
  private static final Set<String> TELL_NOTHING =
      Set.of(
          "and",
          "contains",
          "empty",
          "endswith",
          "equals",
          "greater",
          "greaterorequals",
          "guid",
          "indexof",
          "lastindexof",
          "length",
          "less",
          "lessorequals",
          "not",
          "or",
          "startswith",
          "uniquestring");

  private static final Set<String> MERGING = Set.of("union", "shallowmerge");

  /// Members of what is listed that stand beside the key.
  private static final Set<String> BESIDE_KEYS =
      Set.of("name", "keyname", "id", "permissions", "creationtime");

  private final IdentityHashMap<Value, Held> seen = new IdentityHashMap<>();

  /// What a list function gives.
  ///
  /// @param call the call of the function, which has a reason of its own
  /// @param path the members taken of it
  public record Listed(Value.Unknown call, List<Value> path) {
    public Listed {
      path = List.copyOf(path);
    }

    /// The function, as Azure writes it.
    public String function() {
      return ((Term.Call) call.term()).function();
    }

    /// What it is asked of, an id.
    public Value resource() {
      return ((Term.Call) call.term()).arguments().getFirst();
    }
  }

  /// The keys that a value holds, each call once.
  ///
  /// @param all whether these are all; else there are too many to tell them apart
  public record Found(List<Listed> keys, boolean all) {
    public Found {
      keys = List.copyOf(keys);
    }
  }

  /// What a value holds: a key, or parts that hold some. Values share their parts, so no list of
  /// all keys is kept for each. Each is only the same as itself.
  private static final class Held {
    static final Held NOTHING = new Held(Optional.empty(), List.of());

    private final Optional<Listed> key;
    private final List<Held> parts;

    private Held(Optional<Listed> key, List<Held> parts) {
      this.key = key;
      this.parts = parts;
    }

    static Held of(Value.Unknown call, List<Value> path) {
      return new Held(Optional.of(new Listed(call, path)), List.of());
    }

    boolean isNothing() {
      return key.isEmpty() && parts.isEmpty();
    }
  }

  /// The keys that a value holds.
  public Found in(Value value) {
    Set<Listed> keys = new LinkedHashSet<>();
    Set<Held> looked = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Held> open = new ArrayDeque<>(List.of(find(value)));
    while (!open.isEmpty() && keys.size() <= MOST && looked.size() < MOST_PARTS) {
      Held next = open.pop();
      if (looked.add(next)) {
        next.key.ifPresent(keys::add);
        next.parts.reversed().forEach(open::push);
      }
    }
    boolean all = open.isEmpty() && keys.size() <= MOST;
    return new Found(keys.stream().limit(MOST).toList(), all);
  }

  /// Whether a value holds a key.
  public boolean any(Value value) {
    return !find(value).isNothing();
  }

  private Held find(Value value) {
    return switch (value) {
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> Held.NOTHING;
      case Value.Arr _, Value.Obj _, Value.Unknown _ -> {
        Held known = seen.get(value);
        Held found = known != null ? known : look(value);
        seen.put(value, found);
        yield found;
      }
    };
  }

  private Held look(Value value) {
    return switch (value) {
      case Value.Arr(var items, _) -> all(items);
      case Value.Obj(var properties, _) -> members(properties);
      case Value.Unknown unknown -> term(unknown);
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> Held.NOTHING;
    };
  }

  private Held all(List<Value> values) {
    Set<Held> parts = new LinkedHashSet<>();
    for (Value value : values) {
      add(find(value), parts);
    }
    return joined(parts);
  }

  private Held members(Properties properties) {
    Set<Held> parts = new LinkedHashSet<>();
    for (Property property : properties) {
      add(find(property.value()), parts);
    }
    return joined(parts);
  }

  private static void add(Held part, Set<Held> parts) {
    if (!part.isNothing()) {
      parts.add(part);
    }
  }

  private static Held joined(Set<Held> parts) {
    return switch (parts.size()) {
      case 0 -> Held.NOTHING;
      case 1 -> parts.iterator().next();
      default -> new Held(Optional.empty(), List.copyOf(parts));
    };
  }

  private Held term(Value.Unknown value) {
    return switch (value.term()) {
      case Term.Call(var function, var arguments) -> call(value, function, arguments);
      case Term.Access(var base, var path) -> member(base, path);
      case Term.Concat(var parts) -> all(parts);
      case Term.Lambda(_, var body) -> find(body);
    };
  }

  private Held call(Value.Unknown value, String name, List<Value> arguments) {
    String function = name.toLowerCase(Locale.ROOT);
    if (isList(value)) {
      return Held.of(value, List.of());
    }
    if (TELL_NOTHING.contains(function)) {
      return Held.NOTHING;
    }
    return switch (function) {
      case "if" -> all(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
      case "tryget" ->
          arguments.isEmpty()
              ? Held.NOTHING
              : member(arguments.getFirst(), arguments.subList(1, arguments.size()));
      default -> all(arguments);
    };
  }

  private static boolean isList(Value value) {
    return value instanceof Value.Unknown(Term.Call(var function, var arguments), var reason, _)
        && reason instanceof Reason.KeyOf
        && !arguments.isEmpty()
        && function.toLowerCase(Locale.ROOT).startsWith("list");
  }

  /// Of a member only what is known to stand there, or may.
  private Held member(Value base, List<Value> path) {
    if (path.isEmpty()) {
      return find(base);
    }
    if (base instanceof Value.Unknown call && isList(call)) {
      return name(path.getLast()).filter(BESIDE_KEYS::contains).isPresent()
          ? Held.NOTHING
          : Held.of(call, path);
    }
    Optional<String> key = name(path.getFirst());
    if (base instanceof Value.Obj(var properties, _) && key.isPresent()) {
      return properties
          .get(key.orElseThrow())
          .map(it -> member(it, path.subList(1, path.size())))
          .orElse(Held.NOTHING);
    }
    if (base instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)) {
      String lower = function.toLowerCase(Locale.ROOT);
      boolean chosen = lower.equals("if") || lower.equals("coalesce");
      if (chosen || MERGING.contains(lower)) {
        Set<Held> parts = new LinkedHashSet<>();
        for (int i = lower.equals("if") ? 1 : 0; i < arguments.size(); i++) {
          add(member(arguments.get(i), path), parts);
        }
        return joined(parts);
      }
    }
    return find(base);
  }

  private static Optional<String> name(Value key) {
    return key instanceof Value.Str(var text, _)
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
