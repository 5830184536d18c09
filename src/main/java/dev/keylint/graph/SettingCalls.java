package dev.keylint.graph;

import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The calls that settings and environment variables speak of: an endpoint, and what is set beside
/// it for the same service.
final class SettingCalls {
  private static final Pattern NAME = Pattern.compile("(?!true$|false$)[A-Za-z0-9][A-Za-z0-9-]+");

  private final Endpoints endpoints;
  private final CallMaker maker;

  SettingCalls(Endpoints endpoints, CallMaker maker) {
    this.endpoints = endpoints;
    this.maker = maker;
  }

  List<Call> of(Settings settings) {
    List<Call> calls = new ArrayList<>();
    for (Setting setting : settings.all()) {
      if (setting.isSet() && !setting.secret() && !Family.namesAudience(setting.name())) {
        endpoint(setting).ifPresent(endpoint -> calls.addAll(calls(settings, setting, endpoint)));
      }
    }
    return calls;
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
    return Text.of(value)
        .filter(text -> !text.isKnown() || NAME.matcher(text.chars()).matches())
        .filter(text -> text.chars().indexOf('.') < 0)
        .isPresent();
  }

  private List<Call> calls(Settings settings, Setting setting, Endpoint endpoint) {
    Family family = Family.of(setting.name()).orElseGet(() -> Family.of(endpoint));
    Optional<Setting> key =
        settings.all().stream()
            .filter(each -> Family.namesKey(each.name()) && each.isSet())
            .filter(each -> Family.of(each.name()).filter(family::equals).isPresent())
            .findFirst();
    Optional<Fact> client = client(settings, setting);
    List<Fact> audiences = audiences(settings, family);
    CallMaker.Draft draft =
        maker.draft(settings.owner(), settings.resource(), endpoint, setting.value());
    if (audiences.isEmpty()) {
      Fact credential =
          key.map(it -> CallMaker.key(it.value()))
              .orElseGet(() -> maker.identity(settings.owner(), setting.value()));
      return List.of(draft.call(Optional.empty(), credential, client));
    }
    Fact credential = maker.identity(settings.owner(), setting.value());
    return audiences.stream()
        .map(audience -> draft.call(Optional.of(audience), credential, client))
        .toList();
  }

  private static List<Fact> audiences(Settings settings, Family family) {
    return settings.all().stream()
        .filter(each -> Family.namesAudience(each.name()) && each.isSet())
        .filter(each -> Family.of(each.name()).filter(family::equals).isPresent())
        .filter(each -> Audience.isPlausible(each.value().value()))
        .map(each -> Audience.of(each.value()))
        .flatMap(Optional::stream)
        .toList();
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
