package dev.keylint.graph;

import java.util.ArrayList;
import java.util.List;

/// Collects the calls of an estate from all kinds of evidence.
final class Calls {
  private Calls() {}

  static List<Call> of(ResourceIndex index, Targets targets, Workloads workloads) {
    Endpoints endpoints = new Endpoints(index, targets);
    CallMaker maker = new CallMaker(workloads);
    FlowRequest requests = new FlowRequest(endpoints, maker);
    SettingCalls settings = new SettingCalls(endpoints, maker);
    List<Call> calls = new ArrayList<>();
    for (Settings each : new SettingsReader(index).all()) {
      calls.addAll(settings.of(each));
    }
    calls.addAll(new PolicyCalls(index, endpoints, maker).all());
    calls.addAll(new WorkflowCalls(index, requests).all());
    calls.addAll(new FactoryCalls(index, requests).all());
    calls.addAll(new ConnectionCalls(index, endpoints, maker).all());
    return calls;
  }
}
