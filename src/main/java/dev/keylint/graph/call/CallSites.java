package dev.keylint.graph.call;

import dev.keylint.resource.ResourceIndex;
import java.util.ArrayList;
import java.util.List;

/// Collects the calls that settings, flows and connections of an estate speak of.
public final class CallSites {
  private CallSites() {}

  /// Whether calls may be written in resources of a type, in lower case.
  public static boolean reads(String type) {
    return SettingsReader.reads(type)
        || WorkflowCalls.reads(type)
        || FactoryCalls.reads(type)
        || ConnectionCalls.reads(type);
  }

  /// The settings of the workloads of an estate, by process.
  public static List<Settings> settings(ResourceIndex index) {
    return new SettingsReader(index).all();
  }

  /// All of them, by kind of evidence.
  public static List<CallSite> of(
      ResourceIndex index, Endpoints endpoints, List<Settings> allSettings) {
    FlowRequest requests = new FlowRequest(endpoints);
    SettingCalls settings = new SettingCalls(endpoints);
    List<CallSite> calls = new ArrayList<>();
    for (Settings each : allSettings) {
      calls.addAll(settings.of(each));
    }
    calls.addAll(new WorkflowCalls(index, requests, allSettings).all());
    calls.addAll(new FactoryCalls(index, requests).all());
    calls.addAll(new ConnectionCalls(index, endpoints).all());
    calls.addAll(new SearchObjectCalls(index, endpoints).all());
    return calls;
  }
}
