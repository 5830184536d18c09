package dev.keylint.fix;

import dev.keylint.text.Span;
import java.util.List;

/// What refers to a secret of a container app by its name.
sealed interface SecretUses {
  /// Environment variables, which go with it; none for what is no secret.
  record Items(List<Span> items) implements SecretUses {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Something else, which can't be without, and where it is.
  record Others(String name, Span at) implements SecretUses {}
}
