package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import java.util.List;
import java.util.Optional;

/// The settings that one process of a workload sees together: those of a site, or of one container.
///
/// @param owner the resource that runs the process; empty when it is not in the estate
/// @param resource where the settings are written
record Settings(Optional<Resource> owner, Resource resource, List<Setting> all) {
  Settings {
    all = List.copyOf(all);
  }

  /// The setting of this name, when it is set.
  Optional<Setting> named(String name) {
    return all.stream()
        .filter(each -> each.name().equalsIgnoreCase(name) && each.isSet())
        .findFirst();
  }
}
