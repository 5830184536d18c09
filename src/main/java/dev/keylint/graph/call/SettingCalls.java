package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The calls that settings and environment variables speak of: an endpoint, and what is set beside
/// it for the same service.
final class SettingCalls {
  private static final Pattern NAME = Pattern.compile("(?!true$|false$)[A-Za-z0-9][A-Za-z0-9-]+");

  private final Endpoints endpoints;

  SettingCalls(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  List<CallSite> of(Settings settings) {
    List<CallSite> calls = new ArrayList<>();
    Beside beside = Beside.of(settings);
    for (Setting setting : settings.all()) {
      if (setting.isSet() && !setting.secret() && !Family.namesAudience(setting.name())) {
        endpoint(setting)
            .ifPresent(endpoint -> calls.addAll(calls(settings, beside, setting, endpoint)));
      }
    }
    return calls;
  }

  /// What stands beside the endpoints of one workload, looked for once: its first key and its
  /// audiences of each family.
  private record Beside(Map<Family, Setting> keys, Map<Family, List<Fact>> audiences) {
    static Beside of(Settings settings) {
      Map<Family, Setting> keys = new EnumMap<>(Family.class);
      Map<Family, List<Fact>> audiences = new EnumMap<>(Family.class);
      for (Setting each : settings.all()) {
        Optional<Family> family = each.isSet() ? Family.of(each.name()) : Optional.empty();
        if (family.isPresent() && Family.namesKey(each.name())) {
          keys.putIfAbsent(family.orElseThrow(), each);
        }
        if (family.isPresent()
            && Family.namesAudience(each.name())
            && Audience.isPlausible(each.value().value())) {
          Audience.of(each.value())
              .ifPresent(audience ->
                  audiences
                      .computeIfAbsent(family.orElseThrow(), _ -> new ArrayList<>())
                      .add(audience));
        }
      }
      return new Beside(keys, audiences);
    }
  }

  /// A known host decides whatever the name; an unknown one only under the name of an endpoint.
  private Optional<Endpoint> endpoint(Setting setting) {
    Value value = setting.value().value();
    Optional<Endpoint> read = endpoints.read(value);
    if (read.isPresent() && read.orElseThrow().service().isOurs()) {
      return read;
    }
    Optional<Family> family = Family.of(setting.name());
    if (family.isPresent() && Family.namesService(setting.name()) && isBare(value)) {
      return endpoints.named(value, family.orElseThrow().service());
    }
    return read.filter(
        endpoint -> endpoint.service() == Service.OPEN && Family.namesEndpoint(setting.name()));
  }

  /// Whether a value may be the name of a service; some samples give a URL under such a name.
  private static boolean isBare(Value value) {
    return PartialText.of(value)
        .filter(text -> !text.isKnown() || NAME.matcher(text.chars()).matches())
        .filter(text -> text.chars().indexOf('.') < 0)
        .isPresent();
  }

  private List<CallSite> calls(
      Settings settings, Beside beside, Setting setting, Endpoint endpoint) {
    Family family = Family.of(setting.name()).orElseGet(() -> Family.of(endpoint));
    Optional<Setting> key = Optional.ofNullable(beside.keys.get(family));
    List<Fact> audiences = beside.audiences.getOrDefault(family, List.of());
    Credential own = new Credential.Own(setting.value());
    if (audiences.isEmpty()) {
      Credential credential = key.map(it -> Credential.key(it.value())).orElse(own);
      return List.of(call(settings, setting, endpoint, Optional.empty(), credential));
    }
    return audiences.stream()
        .map(audience -> call(settings, setting, endpoint, Optional.of(audience), own))
        .toList();
  }

  private static CallSite call(
      Settings settings,
      Setting setting,
      Endpoint endpoint,
      Optional<Fact> audience,
      Credential credential) {
    return new CallSite(
        settings.owner(),
        settings.resource(),
        endpoint,
        setting.value(),
        audience,
        credential,
        client(settings, setting));
  }

  /// `x__clientId` beside `x__endpoint`, as Functions have it, else `AZURE_CLIENT_ID`.
  private static Optional<Fact> client(Settings settings, Setting endpoint) {
    int prefix = endpoint.name().lastIndexOf("__");
    Optional<Setting> own =
        prefix < 0
            ? Optional.empty()
            : settings.named(endpoint.name().substring(0, prefix) + "__clientId");
    return own.or(() -> settings.named("AZURE_CLIENT_ID"))
        .map(Setting::value)
        .map((Property it) -> new Fact(it.value(), it));
  }
}
