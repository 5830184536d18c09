package dev.keylint.graph.call;

import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys that a process is set to under conditions that are not known: the first one of each
/// family, and those whose names speak of no family, each with why it may be there.
record ConditionalKeys(Map<Family, Value.Unknown> byFamily, Map<String, Value.Unknown> others) {
  static final ConditionalKeys NONE = new ConditionalKeys(Map.of(), Map.of());

  public ConditionalKeys {
    byFamily = Map.copyOf(byFamily);
    others = Map.copyOf(others);
  }

  static ConditionalKeys in(List<ConditionalParts.Branch> branches) {
    Map<Family, Value.Unknown> byFamily = new EnumMap<>(Family.class);
    Map<String, Value.Unknown> others = new HashMap<>();
    for (ConditionalParts.Branch branch : branches) {
      Value.Unknown why = Doubt.dependent("credential", Doubt.because(branch.condition()));
      for (Setting each : keys(branch.settings())) {
        Family.of(each.name())
            .ifPresentOrElse(
                it -> byFamily.putIfAbsent(it, why), () -> others.putIfAbsent(each.name(), why));
      }
    }
    return new ConditionalKeys(byFamily, others);
  }

  private static List<Setting> keys(Value settings) {
    List<Setting> keys = new ArrayList<>(WrittenSettings.of(settings));
    keys.removeIf(it -> !it.isSet() || !Family.isKey(it.name()));
    return keys;
  }

  /// Why a key may be sent to the endpoint that a setting names; empty when there is none.
  ///
  /// @param family that of the endpoint
  Optional<Value.Unknown> whether(String name, Family family) {
    Optional<Value.Unknown> akin =
        Family.of(name).isPresent()
            ? Optional.empty()
            : others.entrySet().stream()
                .filter(it -> SettingName.areAkin(it.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst();
    return akin.or(() -> Optional.ofNullable(byFamily.get(family)));
  }
}
