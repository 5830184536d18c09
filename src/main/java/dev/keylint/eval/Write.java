package dev.keylint.eval;

import dev.keylint.resource.Resource;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One write of a resource, and by which declaration.
record Write(Resource resource, Caller by) {

  /// Whether it is made only where there is no such resource yet.
  boolean isOnce() {
    return by.declaration() instanceof Declaration.Resource declared && declared.onlyIfNotExists();
  }

  /// The declarations by which it is reached, from the root on.
  List<Caller> path() {
    List<Caller> path = new ArrayList<>();
    Optional<Caller> next = Optional.of(by);
    while (next.isPresent()) {
      path.addFirst(next.orElseThrow());
      next = next.orElseThrow().site().setting().caller();
    }
    return path;
  }

  /// What tells it from another write: where their ways part, else its declaration.
  Location apartFrom(Write other) {
    List<Caller> mine = path();
    List<Caller> yours = other.path();
    for (int i = 0; i < Math.min(mine.size(), yours.size()); i++) {
      Caller here = mine.get(i);
      if (!here.declaration().equals(yours.get(i).declaration())
          || !here.turn().equals(yours.get(i).turn())) {
        return isDeclaredWith(other) ? here.declaration().at() : resource.declaredAt();
      }
    }
    return resource.declaredAt();
  }

  private boolean isDeclaredWith(Write other) {
    return resource.declaredAt().equals(other.resource.declaredAt());
  }

  /// The nearest condition under which it is made.
  Optional<Location> condition() {
    return path().reversed().stream()
        .flatMap(caller -> caller.declaration().condition().stream())
        .map(Expr::at)
        .findFirst();
  }
}
