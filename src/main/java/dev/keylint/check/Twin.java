package dev.keylint.check;

import dev.keylint.resource.Resource;
import dev.keylint.value.Value;

/// What a declared resource is in Azure.
sealed interface Twin {
  /// The only one of its type and name that its id, as far as it is known, allows.
  record Found(Resource resource) implements Twin {}

  /// It can't be told which one it is, or whether it is there.
  record Open(Value.Unknown because) implements Twin {}
}
