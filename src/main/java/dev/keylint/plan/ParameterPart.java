package dev.keylint.plan;

import dev.keylint.template.Expr;
import dev.keylint.template.Parts;
import dev.keylint.template.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// A parameter or a part of one: `on`, `cfg.enabled`, `cfg[0].enabled`.
///
/// @param name of the parameter as it is written
/// @param keys of its members, outermost first, each a text or a whole number
record ParameterPart(String name, List<Expr> keys) {
  /// So many variables are followed in one expression; a condition that reads more is made unknown
  /// as a whole when its parts do not open it.
  private static final int MOST_VARIABLES = 8;

  private static final int MOST_LOOKS = 10_000;

  ParameterPart {
    keys = List.copyOf(keys);
  }

  /// What an expression that is nothing else reads, also by way of variables.
  static Optional<ParameterPart> of(Expr expr, List<Variable> variables) {
    return plain(Definitions.resolve(expr, variables));
  }

  private static Optional<ParameterPart> plain(Expr expr) {
    return switch (expr) {
      case Expr.ParameterRef(var name, _) -> Optional.of(new ParameterPart(name, List.of()));
      case Expr.Access(var base, var key, _, var fromEnd, _) when !fromEnd && isKnown(key) ->
          plain(base).map(it -> it.member(key));
      case Expr _ -> Optional.empty();
    };
  }

  private static boolean isKnown(Expr key) {
    return key instanceof Expr.StringLiteral || key instanceof Expr.IntLiteral;
  }

  private ParameterPart member(Expr key) {
    List<Expr> longer = new ArrayList<>(keys);
    longer.add(key);
    return new ParameterPart(name, longer);
  }

  /// All that an expression reads, in the order in which it is met, each once.
  static List<ParameterPart> in(Expr expr, List<Variable> variables) {
    return in(expr, variables, _ -> false, new Looks(MOST_LOOKS));
  }

  /// The same without what stands in some expressions, and as far as looks go.
  static List<ParameterPart> in(
      Expr expr, List<Variable> variables, Predicate<Expr> opaque, Looks looks) {
    Set<String> seen = new TreeSet<>();
    Set<String> followed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Set<ParameterPart> parts = new LinkedHashSet<>();
    Deque<Expr> pending = new ArrayDeque<>(List.of(expr));
    while (!pending.isEmpty() && looks.next()) {
      Expr next = pending.pop();
      Expr resolved = Definitions.resolve(next, variables, looks);
      Optional<ParameterPart> part = plain(resolved);
      if (part.isPresent()) {
        part.filter(it -> seen.add(it.id())).ifPresent(parts::add);
      } else if (!(next instanceof Expr.VariableRef(var name, _))
          || (followed.size() < MOST_VARIABLES && followed.add(name))) {
        if (!opaque.test(resolved)) {
          Parts.of(resolved).reversed().forEach(pending::push);
        }
      }
    }
    return List.copyOf(parts);
  }

  /// Whether this is a part of another one.
  boolean isIn(ParameterPart whole) {
    String inner = id();
    return inner.startsWith(whole.id() + ".") || inner.startsWith(whole.id() + "[");
  }

  /// The expression that reads this part of a value.
  Expr in(Expr value) {
    Expr found = value;
    for (Expr key : keys) {
      found = new Expr.Access(found, key, true, false, key.at());
    }
    return found;
  }

  /// The same text for the same part.
  String id() {
    return shown().toLowerCase(Locale.ROOT);
  }

  /// As people write it.
  String shown() {
    StringBuilder text = new StringBuilder(name);
    for (Expr key : keys) {
      switch (key) {
        case Expr.StringLiteral(var member, _) -> text.append('.').append(member);
        case Expr.IntLiteral(var index, _) -> text.append('[').append(index).append(']');
        case Expr _ -> throw new IllegalStateException("no key: " + key);
      }
    }
    return text.toString();
  }
}
