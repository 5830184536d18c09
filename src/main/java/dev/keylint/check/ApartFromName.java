package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;

/// What is told of a call, by the environment variables that decided it whatever the service is
/// called.
final class ApartFromName {
  private ApartFromName() {}

  /// A part of the endpoint.
  static Value value(Value value, Call call) {
    Origin all = value.origin();
    return call.target()
        .map(it -> all.beyond(it.id().origin().variables()))
        .map(it -> value.at(all.underAnyVariables().decidedBy(it)))
        .orElse(value);
  }

  /// The name of a setting that holds the endpoint.
  static Value name(Property setting, Call call) {
    return setting.key(text(setting.name(), call).origin());
  }

  /// A word: what decided the endpoint decided that there is such a call.
  static Value text(String text, Call call) {
    Origin endpoint = call.host().evidence().value().origin();
    List<Origin.Step> variables =
        call.target()
            .map(it -> endpoint.apartFrom(it.id().origin(), it.name().origin()))
            .orElseGet(endpoint::variables);
    return new Value.Str(text, Origin.at(call.at()).decidedBy(variables));
  }
}
