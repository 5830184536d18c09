package dev.keylint.check;

import dev.keylint.graph.call.Settings;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What rules may read of the settings that one process sees.
final class SettingsShape {
  static final Shape<Settings> SHAPE =
      new Shape<>(
          "settings",
          List.of(
              new Shape.Field<>(
                  "known",
                  FieldType.BOOL,
                  "whether there are no others than those that are read; true or unknown",
                  (it, tell) -> tell.answered("known", known(it), tell.place().at())),
              new Shape.Field<>(
                  "clientSecret",
                  FieldType.STRING,
                  "the name of the setting that holds an application's secret or certificate for"
                      + " the libraries of Azure; may be absent",
                  SettingsShape::clientSecret),
              new Shape.Field<>(
                  "hasOtherKey",
                  FieldType.BOOL,
                  "whether a secret under a name that does not say what it is for opens the"
                      + " services; false or unknown",
                  (it, tell) -> tell.answered("hasOtherKey", it.hasOtherKey(), tell.place().at()))),
          List.of());

  private SettingsShape() {}

  static Answer known(Settings settings) {
    return settings.unread().map(Answer::open).orElseGet(Answer::yes);
  }

  private static Optional<Result> clientSecret(Settings settings, Telling tell) {
    return settings
        .clientSecret()
        .map(it -> {
          Origin at = Origin.at(it.at()).decidedBy(it.value().origin().variables());
          Value name = it.evidence().key(at);
          return tell.value("clientSecret", name, it.at());
        })
        .orElseGet(() ->
            settings.unread().flatMap(it -> tell.perhaps("clientSecret", it, tell.place().at())));
  }
}
