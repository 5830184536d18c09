package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Apps that use "On Your Data": they tell the model to look things up in Search, so that it is the
/// account that calls Search, and always as its system-assigned identity.
final class OnYourData {
  private static final Set<String> SOURCES = Set.of("azurecognitivesearch", "azureaisearch");

  private OnYourData() {}

  /// The endpoint of the model that looks things up; empty when the app does not work so.
  static Optional<SettingCalls.Named> model(Settings settings, List<SettingCalls.Named> endpoints) {
    return settings
        .named("DATASOURCE_TYPE")
        .flatMap(it -> Bodies.text(it.value().value()))
        .filter(it -> SOURCES.contains(it.toLowerCase(Locale.ROOT)))
        .flatMap(_ -> endpoints.stream().filter(it -> it.family() == Family.OPENAI).findFirst());
  }

  /// The call that the account makes.
  static CallSite call(Settings settings, SettingCalls.Named model, SettingCalls.Named search) {
    return new CallSite(
        model.endpoint().target().flatMap(Target::resource),
        settings.resource(),
        Source.ON_YOUR_DATA,
        search.endpoint(),
        search.setting().value(),
        Optional.empty(),
        new Credential.Own(search.setting().value()),
        ClientIds.NONE);
  }
}
