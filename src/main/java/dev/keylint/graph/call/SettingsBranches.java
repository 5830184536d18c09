package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Puts together what a process is set to, and what it is set to besides under each condition that
/// is not known. Two conditions are taken to hold together only if one is within the other: what
/// the others bring stays unread.
record SettingsBranches(Optional<Resource> owner, Resource resource) {
  /// Where there are more choices, what they bring stays unread.
  private static final int MOST = 200;

  /// @param written lists of items with a name and a value, or objects
  Settings of(List<Value> written) {
    boolean many = written.stream().mapToInt(ConditionalParts::count).sum() > MOST;
    return many ? settings(written) : of(written, List.of());
  }

  /// @param before conditions whose parts are read elsewhere
  private Settings of(List<Value> written, List<Value> before) {
    Settings settings = settings(written);
    List<Value> conditions = ConditionalParts.conditions(written, before);
    List<Value> met = Stream.concat(before.stream(), conditions.stream()).toList();
    List<Settings.Branch> branches = new ArrayList<>();
    for (Value condition : conditions) {
      for (boolean holds : List.of(true, false)) {
        List<Value> decided =
            written.stream().map(it -> ConditionalParts.decided(it, condition, holds)).toList();
        Settings whole = of(decided, met);
        Set<Setting> own = new HashSet<>(whole.all());
        settings.all().forEach(own::remove);
        if (!own.isEmpty() || !whole.branches().isEmpty()) {
          branches.add(new Settings.Branch(own, whole));
        }
      }
    }
    return settings.with(branches);
  }

  private Settings settings(List<Value> written) {
    return new Settings(
        owner,
        resource,
        written.stream().flatMap(it -> WrittenSettings.of(it).stream()).toList(),
        written.stream().map(Unread::in).flatMap(Optional::stream).findFirst());
  }
}
