package dev.keylint.graph;

import dev.keylint.graph.call.SearchKeys;
import dev.keylint.resource.Resource;
import dev.keylint.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The keys that objects of Search hold as literals, which no report may show.
public final class WrittenKeys {
  private WrittenKeys() {}

  /// The texts that are keys, or have one as a part.
  ///
  /// @param objects files, each as a resource
  public static Set<String> of(List<Resource> objects) {
    Set<String> keys = new HashSet<>();
    for (Resource object : objects) {
      SearchKeys.of(object)
          .forEach(it -> {
            if (it.place().value() instanceof Value.Str(var key, _)) {
              keys.add(key);
            }
          });
    }
    return keys;
  }
}
