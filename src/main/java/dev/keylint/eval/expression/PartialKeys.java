package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import java.util.Collection;
import java.util.Optional;

/// Keys of which a part is known, as the id of a role in a subscription that is not: often enough
/// to tell that an object has no such key.
final class PartialKeys {
  private PartialKeys() {}

  /// Whether an object certainly has no property of this name, whatever its unknown parts are.
  static boolean lacks(Properties properties, Value.Unknown key, Run run) {
    return !properties.isOpen()
        && lacks(properties.entries().stream().map(Property::name).toList(), key, run);
  }

  /// Whether none of these names can be the key, in whatever case.
  static boolean lacks(Collection<String> names, Value.Unknown key, Run run) {
    Optional<Value> lower =
        PartialText.of(key).filter(PartialText::isCertainlyNotEmpty).map(it -> it.lower().value());
    if (lower.isEmpty()) {
      return false;
    }
    run.budget().use(names.size());
    return names.stream()
        .map(name -> PartialText.of(name, Origin.at(key.origin().at())).lower().value())
        .allMatch(name -> run.same(name, lower.orElseThrow()) == Truth.FALSE);
  }
}
