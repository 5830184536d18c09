package dev.keylint.check;

import dev.keylint.graph.call.SearchKey;
import dev.keylint.graph.call.SearchKeys;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.HashSet;
import java.util.Set;

/// What rules may read of the texts of scripts and flows.
final class ScriptMembers {
  private ScriptMembers() {}

  /// The members of Search objects that hold a key.
  static Result searchKeys(Resource resource, Telling tell) {
    Found found = new Found("searchKeys", tell);
    Set<String> names = new HashSet<>();
    for (SearchKey each : SearchKeys.of(resource)) {
      Location at = each.place().at();
      if (!each.held().isTrue() || names.add(each.name())) {
        found.addOrOpen(each.held(), new Value.Str(each.name(), Origin.at(at)), at);
      }
    }
    return found.result();
  }
}
