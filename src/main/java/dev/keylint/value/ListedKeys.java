package dev.keylint.value;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds in values what `listKeys` and its kind give.
///
/// A value holds a key when the key, or a text made of it, is a part of it; one that a key only
/// decides, as `empty(listKeys(..))` does, holds none. Not for several threads.
public final class ListedKeys {
  /// More keys in one value are not told apart, of those that are wanted as of the others.
  private static final int MOST = 8;

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

  private final IdentityHashMap<Object, Set<Listed>> seen = new IdentityHashMap<>();
  private final Function<Listed, Answer> wanted;

  /// All keys are as good as each other.
  public ListedKeys() {
    this(_ -> Answer.yes());
  }

  /// @param wanted whether somebody asks for a key: others, however many, do not hide it
  public ListedKeys(Function<Listed, Answer> wanted) {
    this.wanted = wanted;
  }

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
  public List<Listed> in(Value value) {
    return List.copyOf(find(value));
  }

  /// Whether a value holds a key.
  public boolean any(Value value) {
    return !find(value).isEmpty();
  }

  private Set<Listed> find(Value value) {
    Set<Listed> known = seen.get(value);
    if (known != null) {
      return known;
    }
    Set<Listed> found =
        switch (value) {
          case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> Set.of();
          case Value.Arr(var items, _) -> all(items);
          case Value.Obj(var properties, _) ->
              all(properties.entries().stream().map(Property::value).toList());
          case Value.Unknown unknown -> term(unknown);
        };
    if (!(value instanceof Value.Str)) {
      seen.put(value, found);
    }
    return found;
  }

  private Set<Listed> all(List<Value> values) {
    Set<Listed> all = new LinkedHashSet<>();
    for (Value each : values) {
      all.addAll(find(each));
    }
    return all.isEmpty() ? Set.of() : all.size() > MOST ? some(all) : all;
  }

  private Set<Listed> some(Set<Listed> all) {
    Map<Object, Integer> counts = new HashMap<>();
    Set<Listed> some = new LinkedHashSet<>();
    for (Listed each : all) {
      Answer answer = wanted.apply(each);
      Object kind = answer instanceof Answer.Open ? Answer.Open.class : answer;
      if (counts.merge(kind, 1, Integer::sum) <= MOST) {
        some.add(each);
      }
    }
    return some;
  }

  private Set<Listed> term(Value.Unknown value) {
    return switch (value.term()) {
      case Term.Call(var function, var arguments) -> call(value, function, arguments);
      case Term.Access(var base, var path) -> member(base, path);
      case Term.Concat(var parts) -> all(parts);
      case Term.Lambda(_, var body) -> find(body);
    };
  }

  private Set<Listed> call(Value.Unknown value, String name, List<Value> arguments) {
    String function = name.toLowerCase(Locale.ROOT);
    if (isList(value)) {
      return Set.of(new Listed(value, List.of()));
    }
    if (TELL_NOTHING.contains(function)) {
      return Set.of();
    }
    return switch (function) {
      case "if" -> all(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
      case "tryget" ->
          arguments.isEmpty()
              ? Set.of()
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
  private Set<Listed> member(Value base, List<Value> path) {
    if (path.isEmpty()) {
      return find(base);
    }
    if (base instanceof Value.Unknown call && isList(call)) {
      return name(path.getLast()).filter(BESIDE_KEYS::contains).isPresent()
          ? Set.of()
          : Set.of(new Listed(call, path));
    }
    Optional<String> key = name(path.getFirst());
    if (base instanceof Value.Obj(var properties, _) && key.isPresent()) {
      return properties
          .get(key.orElseThrow())
          .map(it -> member(it, path.subList(1, path.size())))
          .orElse(Set.of());
    }
    if (base instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)) {
      String lower = function.toLowerCase(Locale.ROOT);
      boolean chosen = lower.equals("if") || lower.equals("coalesce");
      if (chosen || MERGING.contains(lower)) {
        Set<Listed> all = new LinkedHashSet<>();
        arguments.stream()
            .skip(lower.equals("if") ? 1 : 0)
            .forEach(each -> all.addAll(member(each, path)));
        return all;
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
