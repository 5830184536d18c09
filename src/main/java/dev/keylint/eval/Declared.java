package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.Memo;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.template.Declaration;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a deployment declares, by symbol, and by id and name once they are asked for.
final class Declared {
  private final TemplateIndex index;
  private final Frame frame;
  private final Copies.Maker maker;

  /// By declaration: several may have one symbol, which is said, and each is deployed.
  private final IdentityHashMap<Declaration, Copies> copies = new IdentityHashMap<>();

  private final CopyIndex byId = new CopyIndex();
  private final CopyIndex byName = new CopyIndex();
  private final Memo<Map<String, Copy>> every = new Memo<>();

  /// @param frame what the declarations see
  Declared(TemplateIndex index, Frame frame, Copies.Maker maker) {
    this.index = index;
    this.frame = frame;
    this.maker = maker;
  }

  /// Whether expressions name what is declared by its symbol.
  boolean symbolicNames() {
    return index.template().symbolicNames();
  }

  List<Declaration> all() {
    return index.template().resources();
  }

  Optional<Copies> copies(String symbol) {
    return index.declaration(symbol).map(this::copies);
  }

  Copies copies(Declaration declaration) {
    Copies known = copies.get(declaration);
    return known != null
        ? known
        : copies.computeIfAbsent(declaration, it -> new Copies(it, frame, maker));
  }

  /// The one resource or module that is deployed here and has this id.
  Optional<Copy> byId(Value id) {
    return find(byId, Copy::id, id);
  }

  /// The first resource or module that is declared here with this id, deployed or not.
  Optional<Copy> everyById(Value id) {
    Map<String, Copy> known = every.get(this::every, Map::of);
    return Optional.ofNullable(known.get(frame.run().key(id)));
  }

  private Map<String, Copy> every() {
    Map<String, Copy> byKey = new HashMap<>();
    for (Declaration declaration : all()) {
      for (Copy copy : copies(declaration).all()) {
        byKey.putIfAbsent(frame.run().key(copy.id()), copy);
      }
    }
    return byKey;
  }

  /// The one resource or module that is deployed here and has this name.
  Optional<Copy> byName(Value name) {
    return find(byName, Copy::name, name);
  }

  /// While ids are being evaluated, references by id are not followed.
  private Optional<Copy> find(CopyIndex index, Function<Copy, Value> key, Value value) {
    Map<String, Optional<Copy>> found = index.get(this::deployable, () -> index(key));
    return Optional.ofNullable(found.get(frame.run().key(value))).flatMap(copy -> copy);
  }

  /// Of several with one id none is found: which one is meant depends on conditions.
  private Map<String, Optional<Copy>> index(Function<Copy, Value> key) {
    Map<String, Optional<Copy>> byKey = new LinkedHashMap<>();
    for (Copy target : deployed()) {
      byKey.merge(
          frame.run().key(key.apply(target)), Optional.of(target), (_, _) -> Optional.empty());
    }
    return byKey;
  }

  /// What a loop makes that is being evaluated is not known yet.
  private List<Copy> deployed() {
    return deployable().stream()
        .filter(copies -> !copies.isCounting())
        .flatMap(copies -> copies.all().stream())
        .filter(copy -> !copy.absent())
        .toList();
  }

  private List<Copies> deployable() {
    List<Copies> all = new ArrayList<>();
    for (Declaration declaration : all()) {
      if (!(declaration instanceof Declaration.Resource resource && resource.existing())) {
        all.add(copies(declaration));
      }
    }
    return all;
  }
}
