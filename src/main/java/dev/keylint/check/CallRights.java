package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.EffectiveIdentity;
import dev.keylint.graph.Identity;
import dev.keylint.graph.call.Target;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.function.BiFunction;

/// What the identity that signs in may do on the service called.
final class CallRights {
  private CallRights() {}

  /// Whether it gives an action of the control plane.
  static Answer can(InGraph<Call> call, String action) {
    return rights(call, (it, target) -> call.graph().can(it, action, target));
  }

  /// Whether it gives a data action.
  static Answer canData(InGraph<Call> call, String action) {
    return rights(call, (it, target) -> call.graph().canData(it, action, target));
  }

  private static Answer rights(InGraph<Call> call, BiFunction<Identity, Target, Answer> rights) {
    return switch (call.it().identity()) {
      case EffectiveIdentity.None() -> Answer.no();
      case EffectiveIdentity.Open(Value.Unknown because) -> Answer.open(because);
      case EffectiveIdentity.Known(Identity identity) ->
          call.it()
              .target()
              .map(target -> rights.apply(identity, target))
              .orElseGet(() ->
                  Answer.open(
                      Doubt.withheld("roles on a service that is not here", call.it().at())));
    };
  }
}
