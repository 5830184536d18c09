package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.value.Doubt;
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
  /// Of more choices it is not tried out which of them hold together.
  private static final int MOST = 200;

  /// @param written lists of items with a name and a value, or objects
  Settings of(List<Value> written) {
    boolean many = written.stream().mapToInt(ConditionalParts::count).sum() > MOST;
    return many ? apart(written) : of(written, List.of());
  }

  /// What each choice brings, with nothing known of what stands beside it but keys that are there
  /// anyway; of more than a few of these neither.
  private Settings apart(List<Value> written) {
    Settings anyway = settings(written);
    List<ConditionalParts.Branch> all = branches(written);
    List<Setting> keys = anyway.all().stream().filter(it -> Family.isKey(it.name())).toList();
    List<ConditionalParts.Branch> doubtful = new ArrayList<>(all);
    if (keys.size() > MOST) {
      Value.Unknown which = tooMany(keys.getFirst());
      written.forEach(it -> doubtful.add(new ConditionalParts.Branch(which, it)));
      keys = List.of();
    }
    ConditionalKeys perhaps = ConditionalKeys.in(doubtful);
    return anyway.with(perhaps).with(apart(all, keys, perhaps));
  }

  private List<Settings.Branch> apart(
      List<ConditionalParts.Branch> all, List<Setting> keysAnyway, ConditionalKeys keys) {
    List<Settings.Branch> branches = new ArrayList<>();
    for (ConditionalParts.Branch each : all) {
      List<Setting> own = WrittenSettings.of(each.settings());
      if (!own.isEmpty()) {
        var unread = Optional.of(tooMany(own.getFirst()));
        List<Setting> beside = Stream.concat(own.stream(), keysAnyway.stream()).toList();
        Settings whole = new Settings(owner, resource, beside, unread).with(keys);
        branches.add(new Settings.Branch(Set.copyOf(own), whole));
      }
    }
    return branches;
  }

  private static Value.Unknown tooMany(Setting first) {
    return Doubt.notStated(
        "what stands beside a setting where more than " + MOST + " conditions decide", first.at());
  }

  /// @param before conditions whose parts are read elsewhere
  private Settings of(List<Value> written, List<Value> before) {
    Settings settings = settings(written).with(ConditionalKeys.in(branches(written)));
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

  private static List<ConditionalParts.Branch> branches(List<Value> written) {
    return written.stream().flatMap(it -> ConditionalParts.branches(it).stream()).toList();
  }

  private Settings settings(List<Value> written) {
    return new Settings(
            owner,
            resource,
            written.stream().flatMap(it -> WrittenSettings.of(it).stream()).toList(),
            written.stream().map(Unread::in).flatMap(Optional::stream).findFirst())
        .by(written.stream().flatMap(it -> WrittenSettings.byVariables(it).stream()).toList());
  }
}
