package dev.keylint.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A type as far as evaluation needs it, from Bicep or from the definitions of an ARM template.
public interface TypeNode {
  /// What a value of the type is like.
  TypeShape shape();

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
    public TypeShape shape() {
      return TypeShape.ANY;
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
