package dev.keylint.eval;

import dev.keylint.eval.expression.Logic;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a resource is after two writes. A property that only one of them sets is open: whether a
/// write without it resets it is the provider's business.
///
/// @param at where the second is declared
record Overwriting(Run run, Location at) {

  /// When the second write comes after the first.
  Resource later(Resource first, Resource second) {
    return of(first, second, second.condition());
  }

  /// When it is not known which comes last.
  Resource either(Resource first, Resource second) {
    return of(first, second, Optional.of(open(second)));
  }

  private Value open(Resource resource) {
    Term term = new Term.Call("isLastWrite", List.of(resource.id()));
    return Terms.unknown(term, new Reason.Rewritten(name(resource)), at);
  }

  private static String name(Resource resource) {
    return NormalForm.plain(resource.name());
  }

  /// @param counts when the second is what stays: an unknown condition, or always
  private Resource of(Resource first, Resource second, Optional<Value> counts) {
    Optional<Value> condition =
        first.condition().isPresent() && second.condition().isPresent()
            ? Optional.of(
                Logic.any(
                    List.of(first.condition().orElseThrow(), second.condition().orElseThrow()), at))
            : Optional.empty();
    List<Location> earlier = new ArrayList<>(first.earlier());
    earlier.add(first.declaredAt());
    Properties properties =
        merged(first.body().properties(), second.body().properties(), counts, name(second));
    return new Resource(
        second.type(),
        second.apiVersion(),
        second.id(),
        second.name(),
        second.scope(),
        condition,
        new Value.Obj(properties, second.body().origin()),
        second.existing(),
        second.declaredAt(),
        second.deployment(),
        earlier);
  }

  private Properties merged(
      Properties first, Properties second, Optional<Value> counts, String name) {
    List<Property> all = new ArrayList<>();
    for (Property later : second) {
      Value value =
          first
              .get(later.name())
              .map(before -> value(before, later.value(), counts, name))
              .orElseGet(() ->
                  counts.<Value>map(when -> maybe(when, later.value())).orElse(later.value()));
      all.add(new Property(later.name(), later.at(), value));
    }
    for (Property before : first) {
      if (second.get(before.name()).isEmpty()) {
        all.add(new Property(before.name(), before.at(), kept(before, name)));
      }
    }
    return Properties.of(all, second.unread().or(first::unread));
  }

  private Value value(Value before, Value later, Optional<Value> counts, String name) {
    if (before instanceof Value.Obj(Properties first, _)
        && later instanceof Value.Obj(Properties second, Origin origin)) {
      return new Value.Obj(merged(first, second, counts, name), origin);
    }
    return counts
        .map(when -> Logic.choose(when, () -> later, () -> before, run, later.origin().at()))
        .orElse(later);
  }

  private static Value maybe(Value when, Value value) {
    Location at = value.origin().at();
    return Terms.call("if", List.of(when, value, Terms.nothing(at)), at);
  }

  private static Value kept(Property before, String name) {
    Location at = before.value().origin().at();
    Term term = new Term.Call("keepsOnWrite", List.of(Terms.text(before.name(), at)));
    Value keeps = Terms.unknown(term, new Reason.Rewritten(name), at);
    return maybe(keeps, before.value());
  }
}
