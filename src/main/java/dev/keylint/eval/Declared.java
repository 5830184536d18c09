package dev.keylint.eval;

import dev.keylint.template.Declaration;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a deployment declares, by symbol, and by id and name once they are asked for.
final class Declared {
  private final Instance instance;
  private final Map<String, Copies> copies = new HashMap<>();
  private final Memo<Map<String, Optional<Target>>> byId = new Memo<>();
  private final Memo<Map<String, Optional<Target>>> byName = new Memo<>();

  Declared(Instance instance) {
    this.instance = instance;
  }

  Optional<Copies> copies(String symbol) {
    return instance.index().declaration(symbol).map(this::copies);
  }

  Copies copies(Declaration declaration) {
    return copies.computeIfAbsent(declaration.symbol(), _ -> new Copies(instance, declaration));
  }

  /// The one resource or module that is deployed here and has this id.
  Optional<Target> byId(Value id) {
    return find(byId, Target::id, id);
  }

  /// The one resource or module that is deployed here and has this name.
  Optional<Target> byName(Value name) {
    return find(byName, Declared::name, name);
  }

  private static Value name(Target target) {
    return switch (target) {
      case ResourceCopy resource -> resource.name();
      case ModuleCopy module -> module.name();
      case Elsewhere(Value id, _) -> id;
    };
  }

  /// While ids are being evaluated, references by id are not followed.
  private Optional<Target> find(
      Memo<Map<String, Optional<Target>>> memo, Function<Target, Value> key, Value value) {
    Map<String, Optional<Target>> index = memo.get(() -> index(key), Map::of);
    return Optional.ofNullable(index.get(instance.run().key(value))).flatMap(found -> found);
  }

  /// Of several with one id none is found: which one is meant depends on conditions.
  private Map<String, Optional<Target>> index(Function<Target, Value> key) {
    Map<String, Optional<Target>> index = new LinkedHashMap<>();
    for (Target target : deployed()) {
      index.merge(
          instance.run().key(key.apply(target)), Optional.of(target), (_, _) -> Optional.empty());
    }
    return index;
  }

  private List<Target> deployed() {
    List<Target> all = new ArrayList<>();
    for (Declaration declaration : instance.template().resources()) {
      if (!(declaration instanceof Declaration.Resource resource && resource.existing())) {
        copies(declaration).all().stream().filter(copy -> !absent(copy)).forEach(all::add);
      }
    }
    return all;
  }

  private static boolean absent(Target target) {
    return switch (target) {
      case ResourceCopy resource -> resource.absent();
      case ModuleCopy module -> module.absent();
      case Elsewhere _ -> false;
    };
  }
}
