package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Where the logs of a resource are sent to.
///
/// @param resource the resource whose logs they are
/// @param logs whether any logs are sent, and not only metrics
public record DiagnosticSetting(Value name, ResourceId resource, Answer logs, Location at) {
  private static final String TYPE = "microsoft.insights/diagnosticsettings";

  static List<DiagnosticSetting> of(ResourceIndex index) {
    return index.ofType(TYPE).stream()
        .map(it ->
            new DiagnosticSetting(
                it.name(),
                ResourceId.of(it.scope()),
                deployed(it).and(sendsLogs(it)),
                it.declaredAt()))
        .toList();
  }

  /// Whether it sends logs of this resource.
  public Answer sendsLogsOf(ResourceId of) {
    return resource.holds(of).and(of.holds(resource)).and(logs);
  }

  private static Answer deployed(Resource setting) {
    return setting.condition().map(it -> Answer.open(Doubt.because(it))).orElseGet(Answer::yes);
  }

  private static Answer sendsLogs(Resource setting) {
    if (setting.existing()) {
      return Answer.open(Doubt.atRunTime(setting.id(), "logs", setting.declaredAt()));
    }
    Optional<Property> logs = Bodies.at(setting, "properties", "logs");
    if (logs.isEmpty()) {
      return Answer.no();
    }
    Value value = logs.orElseThrow().value();
    Answer any = Answer.of(value, _ -> false);
    for (Value each : Bodies.items(value)) {
      any = any.or(isOn(each));
    }
    return any;
  }

  private static Answer isOn(Value category) {
    return Bodies.at(category, "enabled")
        .map(it -> Answer.of(it.value(), on -> on instanceof Value.Bool(var yes, _) && yes))
        .orElseGet(() -> Answer.of(category, _ -> false));
  }
}
