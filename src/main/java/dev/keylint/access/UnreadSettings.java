package dev.keylint.access;

import dev.keylint.check.ReasonWords;
import dev.keylint.finding.Outcome;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.KnownModules;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Settings;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Workloads whose settings are known in part only: the rest may name services that they call, or
/// say how.
public final class UnreadSettings {
  private UnreadSettings() {}

  /// One diagnostic for each workload.
  public static List<Diagnostic> in(Estate estate) {
    AccessGraph graph = AccessGraph.of(KnownModules.in(estate));
    Names names = new Names(graph);
    return graph.workloads().stream()
        .flatMap(it -> in(it, graph.settingsOf(it), names.of(it.resource())).stream())
        .toList();
  }

  private static Optional<Diagnostic> in(Workload workload, List<Settings> all, String name) {
    return all.stream()
        .map(Settings::unread)
        .flatMap(Optional::stream)
        .findFirst()
        .map(it ->
            Diagnostic.of(
                Kind.UNCHECKED,
                "not all settings of `" + name + "` are known" + why(it) + ": its calls may differ",
                workload.resource().declaredAt()));
  }

  private static String why(Value.Unknown unread) {
    return ReasonWords.of(unread).stream()
        .findFirst()
        .map(Outcome.Cause::text)
        .map(it -> ", as " + it)
        .orElse("");
  }
}
