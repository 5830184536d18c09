package dev.keylint.eval;

import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Symbolic names as texts, `'storage'` or `format('storage[{0}]', i)`, as ARM 2.0 writes them; ARM
/// 1.0 takes the name of a declared resource in the same place.
final class Symbols {
  private Symbols() {}

  static Optional<Copy> find(Value name, Declared declared) {
    return declared.symbolicNames()
        ? symbol(name, declared).or(() -> declared.byName(name))
        : declared.byName(name);
  }

  private static Optional<Copy> symbol(Value name, Declared declared) {
    if (name instanceof Value.Str(String text, _)) {
      return plain(text, declared).or(() -> indexed(text, name.origin().at(), declared));
    }
    if (name instanceof Value.Unknown(Term.Concat(List<Value> parts), _, _)
        && parts.size() == 3
        && parts.get(0) instanceof Value.Str(String start, _)
        && start.endsWith("[")
        && parts.get(2) instanceof Value.Str(String end, _)
        && end.equals("]")) {
      String symbol = start.substring(0, start.length() - 1);
      return declared.copies(symbol).map(copies -> copies.copy(parts.get(1)));
    }
    return Optional.empty();
  }

  private static Optional<Copy> plain(String text, Declared declared) {
    return declared.copies(text).map(Copies::only);
  }

  private static Optional<Copy> indexed(String text, Location at, Declared declared) {
    int bracket = text.indexOf('[');
    if (bracket < 0 || !text.endsWith("]") || text.length() - bracket > 8) {
      return Optional.empty();
    }
    String index = text.substring(bracket + 1, text.length() - 1);
    if (index.isEmpty() || !index.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return declared
        .copies(text.substring(0, bracket))
        .map(copies -> copies.copy(Terms.integer(Integer.parseInt(index), at)));
  }
}
