package dev.keylint.value;

import dev.keylint.text.Location;
import java.util.List;

/// Makes the unknown values of facts that no expression of a template stands for.
public final class Doubt {
  private Doubt() {}

  /// Something that keylint does not evaluate.
  public static Value.Unknown unsupported(String construct, Location at) {
    return of(construct, new Reason.Unsupported(construct), at);
  }

  /// Something that Azure knows and that was not, or can't be, read.
  public static Value.Unknown withheld(String what, Location at) {
    return of(what, new Reason.Withheld(what), at);
  }

  /// A fact, as `the kind of …`, that nothing at hand states.
  public static Value.Unknown notStated(String fact, Location at) {
    return of(fact, new Reason.NotStated(fact), at);
  }

  /// Something that is made by an expression that Azure would refuse.
  public static Value.Unknown failed(String message, Location at) {
    return of(message, new Reason.Failed(message), at);
  }

  /// A property that only the running resource has.
  public static Value.Unknown atRunTime(Value resource, String path, Location at) {
    String id = NormalForm.plain(resource);
    return of(path, new Reason.RuntimeReference(id, path), at);
  }

  /// An unknown value that prints as `text`.
  public static Value.Unknown of(String text, Reason reason, Location at) {
    return new Value.Unknown(new Term.Call(text, List.of()), reason, Origin.at(at));
  }

  /// Something that is as unknown as the value that it depends on, and is not that value: what is
  /// tried out for the one says nothing of the other.
  public static Value.Unknown dependent(String what, Value.Unknown on) {
    return new Value.Unknown(new Term.Call(what, List.of(on)), on.reason(), on.origin());
  }

  /// Why a value is not the plain one that was looked for: itself, or its kind.
  public static Value.Unknown because(Value value) {
    return value instanceof Value.Unknown unknown
        ? unknown
        : failed("a text is expected here", value.origin().at());
  }
}
