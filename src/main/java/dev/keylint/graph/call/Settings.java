package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// The settings that one process of a workload sees together: those of a site, or of one container.
///
/// @param owner the resource that runs the process; empty when it is not in the estate
/// @param resource where the settings are written
/// @param unread why there may be more of them
record Settings(
    Optional<Resource> owner,
    Resource resource,
    List<Setting> all,
    Optional<Value.Unknown> unread) {
  Settings {
    all = List.copyOf(all);
  }

  /// The setting of this name, when it is set to something.
  Optional<Setting> named(String name) {
    return written(name).filter(Setting::isSet);
  }

  /// The setting of this name, also one that is set to an empty text.
  Optional<Setting> written(String name) {
    return all.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }
}
