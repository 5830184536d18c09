package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.EffectiveIdentity;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Fact;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What rules may read of a call about who signs in.
final class CallIdentities {
  private CallIdentities() {}

  /// What chooses the identity, else what says that there is one.
  static Location identityAt(Call call) {
    return call.clientId().map(Fact::at).orElse(call.credential().at());
  }

  /// What else the caller could sign in as.
  static List<InGraph<Identity>> others(InGraph<Call> call) {
    return caller(call).map(Workload::identities).orElse(List.of()).stream()
        .filter(it -> !isEffective(call.it(), it))
        .map(call::other)
        .toList();
  }

  /// Who calls, where it is known as whom.
  static Optional<Workload> caller(InGraph<Call> call) {
    return call.it().identity() instanceof EffectiveIdentity.Known
        ? call.it().workload()
        : Optional.empty();
  }

  private static boolean isEffective(Call call, Identity identity) {
    return call.identity() instanceof EffectiveIdentity.Known(Identity it) && it.is(identity);
  }

  static Optional<Result> roles(InGraph<Call> call, Telling tell) {
    List<Grant> held =
        call.it().target().stream()
            .flatMap(target ->
                call.it().identity() instanceof EffectiveIdentity.Known(Identity identity)
                    ? call.graph().held(identity, target).stream()
                    : Stream.empty())
            .toList();
    Location at = held.isEmpty() ? call.it().at() : held.getFirst().roleAt().at();
    return tell.structs(
        "roles", RoleShape.SHAPE, held.stream().map(Grant::role).toList(), Optional.empty(), at);
  }
}
