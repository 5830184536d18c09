package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.EffectiveIdentity;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.call.Target;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What the identity that signs in may do on the service called.
final class CallRights {
  private CallRights() {}

  /// Whether it gives an action of the control plane.
  static Result can(InGraph<Call> call, String action, Telling tell) {
    Answer answer = rights(call, (it, target) -> call.graph().can(it, action, target));
    return told("can", call, answer, grant -> grant.allows(action), tell);
  }

  /// Whether it gives a data action.
  static Result canData(InGraph<Call> call, String action, Telling tell) {
    Answer answer = rights(call, (it, target) -> call.graph().canData(it, action, target));
    return told("canData", call, answer, grant -> grant.allowsData(action), tell);
  }

  private static Result told(
      String name, InGraph<Call> call, Answer answer, Function<Grant, Answer> gives, Telling tell) {
    Location at = call.it().at();
    Origin way = Origin.at(at);
    if (answer.isFalse()
        && call.it().target().isPresent()
        && call.it().identity() instanceof EffectiveIdentity.Known(Identity identity)) {
      Target target = call.it().target().orElseThrow();
      way =
          way.decidedBy(target.byVariables())
              .decidedBy(call.graph().lackingByVariables(identity, target, gives));
    }
    return tell.answer(name, answer, at, way);
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
