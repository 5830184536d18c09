package dev.keylint.template;

import dev.keylint.text.Location;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An expression of a template, from either language, with the place where it was written.
public sealed interface Expr {
  Location at();

  /// `null`.
  record NullLiteral(Location at) implements Expr {}

  /// `true` or `false`.
  record BoolLiteral(boolean value, Location at) implements Expr {}

  /// A whole number.
  record IntLiteral(long value, Location at) implements Expr {}

  /// A number with a fraction or beyond 64 bits, from JSON.
  record DecimalLiteral(BigDecimal value, Location at) implements Expr {}

  /// A text, unescaped.
  record StringLiteral(String value, Location at) implements Expr {}

  /// A text with holes; literal parts are `StringLiteral`.
  record Interpolation(List<Expr> parts, Location at) implements Expr {
    public Interpolation {
      parts = List.copyOf(parts);
    }
  }

  /// An object.
  record ObjectExpr(List<Member> members, Location at) implements Expr {
    public ObjectExpr {
      members = List.copyOf(members);
    }
  }

  /// An array.
  record ArrayExpr(List<Item> items, Location at) implements Expr {
    public ArrayExpr {
      items = List.copyOf(items);
    }
  }

  /// An array made by a loop, of a property, a variable or an output.
  record ForExpr(Loop loop, Expr body, Location at) implements Expr {}

  /// A call of a template function, or of a user function when there is a namespace.
  ///
  /// Operators are calls too: `equals`, `not`, `and`, `add`, … as ARM writes them.
  record Call(Optional<String> namespace, String function, List<Expr> arguments, Location at)
      implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `if(condition, then, otherwise)`, the ternary; only the branch taken is evaluated.
  record Conditional(Expr condition, Expr then, Expr otherwise, Location at) implements Expr {}

  /// `base.key`, `base[key]`, and their forms: safe (`.?`, `[?`) and counted from the end (`[^`).
  record Access(Expr base, Expr key, boolean safe, boolean fromEnd, Location at) implements Expr {}

  /// A function given to `map`, `filter` and the like.
  record Lambda(List<String> variables, Expr body, Location at) implements Expr {
    public Lambda {
      variables = List.copyOf(variables);
    }
  }

  /// A parameter of the template, or of the user function that the expression stands in.
  record ParameterRef(String name, Location at) implements Expr {}

  /// A variable of the template.
  record VariableRef(String name, Location at) implements Expr {}

  /// A variable that a lambda or a Bicep loop binds.
  record LocalRef(String name, Location at) implements Expr {}

  /// The index of a loop: of the named one, else of the resource, module or output loop around (ARM
  /// `copyIndex`).
  record LoopIndex(Optional<String> loop, Optional<Expr> offset, Location at) implements Expr {}

  /// A declared resource, module or deployment by its symbolic name; `index` picks one of a loop.
  record ResourceRef(String symbol, Optional<Expr> index, Location at) implements Expr {}

  /// A secret of a key vault, given as a parameter's value.
  record KeyVaultSecret(Expr vaultId, Expr name, Optional<Expr> version, Location at)
      implements Expr {}

  /// A file that a load function names and that is not here.
  record MissingFile(String path, Location at) implements Expr {}

  /// What the front end understood as an expression and can't bring into this form; reported where
  /// it was met.
  record Unsupported(String construct, Location at) implements Expr {}

  /// A member of an object.
  sealed interface Member {
    /// `key: value`; `at` is the whole member.
    record Entry(Expr key, Expr value, Location at) implements Member {}

    /// `...object`.
    record Spread(Expr object, Location at) implements Member {}

    /// Members that could not be read, as behind a syntax error, and have other keys than the
    /// entries; `value` stands for them.
    record Unread(Expr value, Location at) implements Member {}
  }

  /// An item of an array.
  sealed interface Item {
    /// One value.
    record Element(Expr value) implements Item {}

    /// `...array`.
    record Spread(Expr array, Location at) implements Item {}
  }
}
