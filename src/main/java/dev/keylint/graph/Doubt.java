package dev.keylint.graph;

import dev.keylint.resource.Estate;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;

/// Makes the unknown values of facts that no expression of a template stands for.
final class Doubt {
  private Doubt() {}

  /// Something that keylint does not evaluate.
  static Value.Unknown unsupported(String construct, Location at) {
    return of(construct, new Reason.Unsupported(construct), at);
  }

  /// Something that Azure knows and that was not, or can't be, read.
  static Value.Unknown withheld(String what, Location at) {
    return of(what, new Reason.Withheld(what), at);
  }

  /// Something that is made by an expression that Azure would refuse.
  static Value.Unknown failed(String message, Location at) {
    return of(message, new Reason.Failed(message), at);
  }

  /// A property that only the running resource has.
  static Value.Unknown atRunTime(Value resource, String path, Location at) {
    String id = NormalForm.plain(resource);
    return of(path, new Reason.RuntimeReference(id, path), at);
  }

  /// Something that is made by a part of the estate that could not be seen.
  static Value.Unknown gap(Estate.Gap gap) {
    String module = "module ";
    return gap.what().startsWith(module)
        ? of(gap.what(), new Reason.MissingModule(gap.what().substring(module.length())), gap.at())
        : withheld(gap.what(), gap.at());
  }

  /// An unknown value that prints as `text`.
  static Value.Unknown of(String text, Reason reason, Location at) {
    return new Value.Unknown(new Term.Call(text, List.of()), reason, Origin.at(at));
  }

  /// Why a value is not the plain one that was looked for: itself, or its kind.
  static Value.Unknown because(Value value) {
    return value instanceof Value.Unknown unknown
        ? unknown
        : failed("a text is expected here", value.origin().at());
  }
}
