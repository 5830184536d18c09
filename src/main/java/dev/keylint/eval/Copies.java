package dev.keylint.eval;

import dev.keylint.template.Declaration;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The resources or modules that one declaration stands for: one, or as many as its loop has turns.
final class Copies {
  private final Instance instance;
  private final Declaration declaration;
  private final Memo<Optional<Loops.Turns>> turns = new Memo<>();
  private final Map<String, Target> copies = new HashMap<>();

  Copies(Instance instance, Declaration declaration) {
    this.instance = instance;
    this.declaration = declaration;
  }

  boolean looped() {
    return declaration.loop().isPresent();
  }

  private Optional<Loops.Turns> turns() {
    return turns.get(
        () -> declaration.loop().map(loop -> Loops.turns(loop, true, instance.frame())),
        Optional::empty);
  }

  /// The number of turns; empty when it is not known, or when there is no loop.
  OptionalInt times() {
    return turns().map(Loops.Turns::times).orElseGet(OptionalInt::empty);
  }

  /// The count of a loop of which the number of turns is not known.
  Optional<Value> openCount() {
    return turns().filter(loop -> loop.times().isEmpty()).map(Loops.Turns::count);
  }

  /// Why the number of turns is not known.
  Reason reason() {
    return Reasons.of(openCount().stream().toList(), new Reason.Unsupported("loop"));
  }

  /// Every copy; of a loop of unknown count one, with an unknown index.
  List<Target> all() {
    if (times().isEmpty()) {
      return List.of(only());
    }
    List<Target> all = new ArrayList<>();
    for (int i = 0; i < times().orElseThrow(); i++) {
      all.add(copy(Terms.integer(i, declaration.at())));
    }
    return all;
  }

  /// The copy without an index; in a loop the one of the unknown index.
  Target only() {
    return turns()
        .map(loop -> copy(Loops.symbolicIndex(loop)))
        .orElseGet(() -> copies.computeIfAbsent("", _ -> make(instance.frame(), "")));
  }

  /// The copy of this index, which need not be known.
  Target copy(Value index) {
    Optional<Loops.Turns> loop = turns();
    if (loop.isEmpty()) {
      return only();
    }
    String key = NormalForm.print(index);
    Target known = copies.get(key);
    if (known != null) {
      return known;
    }
    Target made = make(loop.orElseThrow().frame(index, instance.frame()), "[" + key + "]");
    copies.put(key, made);
    return made;
  }

  private Target make(Frame frame, String index) {
    return switch (declaration) {
      case Declaration.Resource resource -> new ResourceCopy(resource, frame, index);
      case Declaration.Deployment deployment -> new ModuleCopy(deployment, frame, index);
    };
  }
}
