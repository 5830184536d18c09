package dev.keylint.eval;

import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Symbolic names as texts, `'storage'` or `format('storage[{0}]', i)`, as ARM 2.0 writes them; ARM
/// 1.0 takes the name of a declared resource in the same place.
final class Symbols {
  private Symbols() {}

  static Optional<Target> declared(Value name, Frame frame) {
    return in(name, frame.instance()).or(() -> frame.instance().around().flatMap(a -> in(name, a)));
  }

  private static Optional<Target> in(Value name, Instance instance) {
    return instance.template().symbolicNames()
        ? symbol(name, instance).or(() -> instance.declared().byName(name))
        : instance.declared().byName(name);
  }

  private static Optional<Target> symbol(Value name, Instance instance) {
    if (name instanceof Value.Str(String text, _)) {
      return plain(text, instance).or(() -> indexed(text, name.origin().at(), instance));
    }
    if (name instanceof Value.Unknown(Term.Concat(List<Value> parts), _, _)
        && parts.size() == 3
        && parts.get(0) instanceof Value.Str(String start, _)
        && start.endsWith("[")
        && parts.get(2) instanceof Value.Str(String end, _)
        && end.equals("]")) {
      String symbol = start.substring(0, start.length() - 1);
      return instance.declared().copies(symbol).map(copies -> copies.copy(parts.get(1)));
    }
    return Optional.empty();
  }

  private static Optional<Target> plain(String text, Instance instance) {
    return instance.declared().copies(text).map(Copies::only);
  }

  private static Optional<Target> indexed(String text, Location at, Instance instance) {
    int bracket = text.indexOf('[');
    if (bracket < 0 || !text.endsWith("]") || text.length() - bracket > 8) {
      return Optional.empty();
    }
    String index = text.substring(bracket + 1, text.length() - 1);
    if (index.isEmpty() || !index.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return instance
        .declared()
        .copies(text.substring(0, bracket))
        .map(copies -> copies.copy(Terms.integer(Integer.parseInt(index), at)));
  }
}
