package dev.keylint.graph.call;

import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands beside the endpoints of one workload: the first key and the audiences of each
/// family, the keys and audiences whose names speak of no family.
///
/// An audience of no family belongs to the endpoints that have none of their own, if all of them
/// take the same tokens; else it is not known whose it is.
record SettingsBeside(
    Map<Family, Setting> keys,
    List<Setting> otherKeys,
    Map<Family, List<Fact>> byFamily,
    List<Fact> shared,
    boolean several) {

  static SettingsBeside of(Settings settings, List<SettingCalls.Named> endpoints) {
    Map<Family, Setting> keys = new EnumMap<>(Family.class);
    Map<Family, List<Fact>> byFamily = new EnumMap<>(Family.class);
    List<Fact> shared = new ArrayList<>();
    for (Setting each : settings.all()) {
      if (!each.isSet()) {
        continue;
      }
      Optional<Family> family = Family.of(each.name());
      if (family.isPresent() && Family.namesKey(each.name())) {
        keys.putIfAbsent(family.orElseThrow(), each);
      }
      if (Family.namesAudience(each.name()) && Audience.isPlausible(each.value().value())) {
        List<Fact> audiences =
            family.isPresent()
                ? byFamily.computeIfAbsent(family.orElseThrow(), _ -> new ArrayList<>())
                : shared;
        if (family.isPresent() || Audience.isForModels(each)) {
          Audience.of(each.evidence()).ifPresent(audiences::add);
        }
      }
    }
    boolean several =
        endpoints.stream()
                .filter(each -> takesShared(each, keys, byFamily))
                .map(each -> each.endpoint().kind())
                .distinct()
                .count()
            > 1;
    List<Setting> otherKeys =
        settings.all().stream()
            .filter(each -> each.isSet() && Family.isKey(each.name()))
            .filter(each -> Family.of(each.name()).isEmpty())
            .toList();
    return new SettingsBeside(keys, otherKeys, byFamily, shared, several);
  }

  private static boolean takesShared(
      SettingCalls.Named named, Map<Family, Setting> keys, Map<Family, List<Fact>> byFamily) {
    Family family = named.family();
    return family != Family.SEARCH && !keys.containsKey(family) && !byFamily.containsKey(family);
  }

  Optional<Setting> key(SettingCalls.Named named) {
    String name = named.setting().name();
    Optional<Setting> akin =
        Family.of(name).isPresent()
            ? Optional.empty()
            : otherKeys.stream().filter(it -> SettingName.areAkin(it.name(), name)).findFirst();
    return akin.or(() -> Optional.ofNullable(keys.get(named.family())));
  }

  /// The audiences that tokens for an endpoint are asked for.
  List<Fact> audiences(SettingCalls.Named named) {
    if (!takesShared(named, keys, byFamily)) {
      return byFamily.getOrDefault(named.family(), List.of());
    }
    return several ? shared.stream().map(SettingsBeside::open).toList() : shared;
  }

  private static Fact open(Fact audience) {
    Property evidence = audience.evidence();
    return new Fact(
        Doubt.notStated("which endpoint this audience is for", evidence.at()), evidence);
  }
}
