package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.resource.Bodies;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The environment variables by which a call signs in as who it does.
final class SignInVariables {
  private SignInVariables() {}

  /// Those of the client id, and of what the caller has, but for what that is called.
  static List<Origin.Step> of(Call call) {
    Stream<Value> client = call.clientId().map(it -> it.evidence().value()).stream();
    Stream<Value> identity =
        call.workload().flatMap(it -> Bodies.at(it.resource(), "identity")).stream()
            .flatMap(it -> Stream.concat(Stream.of(it.value()), Values.parts(it.value()).stream()));
    Set<Origin.Step> ofNames =
        call.workload().stream()
            .flatMap(it -> it.identities().stream())
            .flatMap(it -> it.name().origin().variables().stream())
            .collect(Collectors.toSet());
    return Stream.concat(
            settings(call),
            Stream.concat(client, identity).flatMap(it -> it.origin().beyond(ofNames).stream()))
        .toList();
  }

  /// Where no client id is set, another one of several identities could be asked for.
  private static Stream<Origin.Step> settings(Call call) {
    boolean several = call.workload().filter(it -> it.identities().size() > 1).isPresent();
    return several && call.clientId().isEmpty()
        ? call.settings().stream().flatMap(it -> it.byVariables().stream())
        : Stream.empty();
  }
}
