package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A type as far as evaluation needs it, from Bicep or from the definitions of an ARM template.
public interface TypeNode {
  /// What a value of the type is like.
  Shape shape();

  /// The type of a part of such a value, where the type says it.
  Optional<TypeNode> part(Part part);

  /// Of a choice among types the one that a value with these texts as members is of; empty when it
  /// is no choice, or when they do not tell.
  Optional<TypeNode> variant(Map<String, String> texts);

  /// The part of a choice of types, where those that have it agree; else it may be anything.
  static Optional<TypeNode> common(List<TypeNode> choice, Part part) {
    List<TypeNode> parts = choice.stream().flatMap(it -> it.part(part).stream()).toList();
    return parts.stream().map(TypeNode::shape).distinct().count() <= 1
        ? parts.stream().findFirst()
        : Optional.of(new Open());
  }

  /// Of which nothing is known.
  record Open() implements TypeNode {
    @Override
    public Shape shape() {
      return Shape.ANY;
    }

    @Override
    public Optional<TypeNode> part(Part part) {
      return Optional.empty();
    }

    @Override
    public Optional<TypeNode> variant(Map<String, String> texts) {
      return Optional.empty();
    }
  }

  /// What a value of a type is like.
  ///
  /// @param allowed the only values, for a union of literals; empty when any
  record Shape(Parameter.Type type, boolean nullable, boolean secure, List<Expr> allowed) {
    /// Of which nothing is known.
    public static final Shape ANY = of(Parameter.Type.ANY);

    public Shape {
      allowed = List.copyOf(allowed);
    }

    /// Any value of a type.
    public static Shape of(Parameter.Type type) {
      return new Shape(type, false, false, List.of());
    }

    /// The same, which may or may not be null.
    public Shape nullable(boolean value) {
      return new Shape(type, value, secure, allowed);
    }

    /// The same, which is or is not a secret.
    public Shape secure(boolean value) {
      return new Shape(type, nullable, value, allowed);
    }
  }

  /// A way into a type.
  sealed interface Part {
    /// `.name`
    record Property(String name) implements Part {}

    /// `.*`
    record Additional() implements Part {}

    /// `[*]`
    record Items() implements Part {}

    /// `[0]`
    record Item(int index) implements Part {}
  }
}
