package dev.keylint.eval;

import dev.keylint.eval.expression.Logic;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What two writes leave of their properties. One that only the first sets is open: whether a write
/// without it resets it is the provider's business.
///
/// @param counts when the second is what stays: an unknown condition, or always
/// @param doubt where it is written that the second may not be what stays
/// @param name of the resource
/// @param twice whether both are made for certain
record Merging(Run run, Optional<Value> counts, Location doubt, String name, boolean twice) {

  Properties merged(Properties first, Properties second) {
    List<Property> all = new ArrayList<>();
    for (Property later : second) {
      Value value =
          first
              .get(later.name())
              .map(before -> value(before, later.value()))
              .orElseGet(() ->
                  counts.<Value>map(when -> maybe(when, later.value())).orElse(later.value()));
      all.add(later.with(value));
    }
    for (Property before : first) {
      if (second.get(before.name()).isEmpty()) {
        all.add(before.with(kept(before)));
      }
    }
    return Properties.of(all, second.unread().or(first::unread));
  }

  private Value value(Value before, Value later) {
    if (before instanceof Value.Obj(Properties first, _)
        && later instanceof Value.Obj(Properties second, Origin origin)) {
      return new Value.Obj(merged(first, second), origin);
    }
    return counts
        .map(when -> Logic.choose(when, () -> later, () -> before, run, doubt))
        .orElse(later);
  }

  /// The value, or nothing.
  static Value maybe(Value when, Value value) {
    Location at = value.origin().at();
    return Terms.call("if", List.of(when, value, Terms.nothing(at)), at);
  }

  private Value kept(Property before) {
    Location at = before.value().origin().at();
    Term term = new Term.Call("keepsOnWrite", List.of(Terms.text(before.name(), at)));
    Reason reason =
        new Reason.Rewritten(name, twice, new Reason.Rewritten.Left.Reset(before.name()));
    return maybe(Terms.unknown(term, reason, at), before.value());
  }
}
