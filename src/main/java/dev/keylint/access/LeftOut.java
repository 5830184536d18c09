package dev.keylint.access;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.KnownModules;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A service that is declared and, as things are, not deployed.
///
/// @param name what it is called
/// @param unless what would have to hold, such as "`withSearch` were true"
/// @param at where that is decided
public record LeftOut(String name, String unless, Location at) {
  /// What keeps something out.
  ///
  /// @param unless what would have to hold
  /// @param at where that is decided
  public record Cause(String unless, Location at) {}

  /// Those that are called, by the places of the calls.
  ///
  /// @param supposed an estate that has them
  /// @param causes what keeps out what is declared there; nothing where it is deployed
  public static Map<Location, LeftOut> in(
      Estate supposed, Function<CallPath, Optional<Cause>> causes) {
    Map<Location, LeftOut> all = new HashMap<>();
    AccessGraph graph = AccessGraph.of(KnownModules.in(supposed));
    Names names = new Names(graph);
    for (Call call : graph.calls()) {
      Optional<Resource> service =
          call.target().filter(it -> it.isDeclared()).flatMap(it -> it.resource());
      service
          .flatMap(it -> causes.apply(it.path()))
          .ifPresent(cause ->
              all.put(
                  call.at(),
                  new LeftOut(service.map(names::of).orElse(""), cause.unless(), cause.at())));
    }
    return all;
  }
}
