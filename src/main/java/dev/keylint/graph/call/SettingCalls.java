package dev.keylint.graph.call;

import dev.keylint.value.Alternatives;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The calls that settings and environment variables speak of: an endpoint, and what is set beside
/// it for the same service.
final class SettingCalls {
  private static final Pattern NAME = Pattern.compile("(?!true$|false$)[A-Za-z0-9][A-Za-z0-9-]+");

  /// Settings that name more endpoints were made to keep us busy.
  private static final int MOST_ENDPOINTS = 200;

  private final Endpoints endpoints;

  SettingCalls(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /// An endpoint that a setting names.
  record Named(Setting setting, Endpoint endpoint) {
    Family family() {
      return Family.of(setting.name()).orElseGet(() -> Family.of(endpoint));
    }
  }

  /// Those that are made in any case, and those under conditions that are not known.
  List<CallSite> of(Settings settings) {
    List<CallSite> calls = new ArrayList<>(calls(settings, _ -> true));
    addBranches(settings, calls);
    return calls;
  }

  private void addBranches(Settings settings, List<CallSite> calls) {
    for (Settings.Branch branch : settings.branches()) {
      calls.addAll(calls(branch.whole(), branch.own()::contains));
      addBranches(branch.whole(), calls);
    }
  }

  /// @param wanted which settings' endpoints are
  private List<CallSite> calls(Settings settings, Predicate<Setting> wanted) {
    List<Named> named = new ArrayList<>();
    boolean searchOnly = ScriptText.handsModelsOn(settings.resource());
    for (Setting setting : settings.all()) {
      if (setting.isSet() && !setting.secret() && !Family.namesAudience(setting.name())) {
        endpoints(setting).stream()
            .map(each -> new Named(setting, each))
            .filter(each -> !searchOnly || each.family() == Family.SEARCH)
            .forEach(named::add);
      }
    }
    if (named.stream().map(Named::setting).noneMatch(wanted)) {
      return List.of();
    }
    if (named.size() > MOST_ENDPOINTS) {
      return open(settings, named.getFirst().setting().value()).stream().toList();
    }
    SettingsBeside beside = SettingsBeside.of(settings, named);
    Optional<Named> model = OnYourData.model(settings, named);
    List<CallSite> calls = new ArrayList<>();
    for (Named each : named.stream().filter(it -> wanted.test(it.setting())).toList()) {
      if (model.isPresent() && each.family() == Family.SEARCH && beside.key(each).isEmpty()) {
        calls.add(OnYourData.call(settings, model.orElseThrow(), each));
      } else {
        calls.addAll(calls(settings, beside, each));
      }
    }
    return calls;
  }

  /// A call of which nothing is known.
  private Optional<CallSite> open(Settings settings, Property first) {
    Value.Unknown which = Doubt.notStated("what so many endpoints are for", first.at());
    Property evidence = first.with(which);
    return endpoints
        .read(which)
        .map(it ->
            new CallSite(
                settings.owner(),
                settings.resource(),
                Source.UNREAD,
                it,
                evidence,
                Optional.of(new Fact(which, evidence)),
                Credential.unknown(which, evidence),
                ClientIds.NONE));
  }

  /// A known host decides whatever the name; an unknown one only under the name of an endpoint.
  private List<Endpoint> endpoints(Setting setting) {
    Value value = setting.value().value();
    Optional<PartialText> composed = text(value).filter(EmbeddedUrls::isComposed);
    if (composed.isPresent()) {
      return endpoints.embedded(composed.orElseThrow());
    }
    List<Endpoint> assigned =
        text(value).filter(EmbeddedUrls::isAssigned).map(endpoints::embedded).orElse(List.of());
    if (!assigned.isEmpty()) {
      return assigned;
    }
    Optional<Endpoint> read = endpoints.read(value);
    if (read.isPresent() && read.orElseThrow().service().isOurs()) {
      return List.of(read.orElseThrow());
    }
    Optional<Service> service = Family.bareNameOf(setting.name());
    if (service.isPresent() && isBare(value)) {
      return endpoints.named(value, service.orElseThrow()).stream().toList();
    }
    return read
        .filter(
            endpoint -> endpoint.service() == Service.OPEN && Family.namesEndpoint(setting.name()))
        .stream()
        .toList();
  }

  /// The text of a value, or of the only one that it may turn out to be.
  private static Optional<PartialText> text(Value value) {
    List<Value> all = Alternatives.of(value);
    return all.size() == 1 ? PartialText.of(all.getFirst()) : Optional.empty();
  }

  /// Whether a value may be the name of a service; some samples give a URL under such a name.
  private static boolean isBare(Value value) {
    return PartialText.of(value)
        .filter(text -> !text.isKnown() || NAME.matcher(text.chars()).matches())
        .filter(text -> !text.chars().contains("."))
        .isPresent();
  }

  /// Whether the user has not said it: only Azure knows the others, and templates that add to what
  /// is deployed would leave every call open.
  private static boolean isNotGiven(Value.Unknown more) {
    return more.reason() instanceof Reason.MissingParameter
        || more.reason() instanceof Reason.DeploymentContext;
  }

  private static List<CallSite> calls(Settings settings, SettingsBeside beside, Named named) {
    Property evidence = named.setting().value();
    List<Fact> audiences = beside.audiences(named);
    Credential own =
        settings
            .keys()
            .whether(named.setting().name(), named.family())
            .or(() -> settings.unread().filter(SettingCalls::isNotGiven))
            .map(it -> Credential.unknown(it, evidence))
            .orElseGet(() -> new Credential.Own(evidence));
    if (!audiences.isEmpty()) {
      return audiences.stream()
          .map(audience -> call(settings, named, Optional.of(audience), own))
          .toList();
    }
    boolean keyInside = text(evidence.value()).filter(EmbeddedUrls::holdKey).isPresent();
    Optional<Property> key =
        keyInside ? Optional.of(evidence) : beside.key(named).map(Setting::value);
    Credential credential = key.map(Credential::key).orElse(own);
    return List.of(call(settings, named, Optional.empty(), credential));
  }

  private static CallSite call(
      Settings settings, Named named, Optional<Fact> audience, Credential credential) {
    return new CallSite(
        settings.owner(),
        settings.resource(),
        Source.SETTING,
        named.endpoint(),
        named.setting().evidence(),
        audience,
        credential,
        new ClientIds(client(settings, named.setting()), Optional.of(settings)));
  }

  /// `x__clientId` beside `x__endpoint`, as Functions have it, else `AZURE_CLIENT_ID`.
  private static Optional<Fact> client(Settings settings, Setting endpoint) {
    int prefix = endpoint.name().lastIndexOf("__");
    Optional<Setting> own =
        prefix < 0
            ? Optional.empty()
            : settings.written(endpoint.name().substring(0, prefix) + "__clientId");
    return own.or(() -> settings.written("AZURE_CLIENT_ID"))
        .filter(it -> !(it.value().value() instanceof Value.Null))
        .map(Setting::value)
        .map((Property it) -> new Fact(it.value(), it));
  }
}
