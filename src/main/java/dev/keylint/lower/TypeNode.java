package dev.keylint.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A type as far as evaluation needs it, from Bicep or from the definitions of an ARM template.
public interface TypeNode {
  /// What a value of the type is like.
  TypeShape shape();

  /// Whether such a value is a secret, as its shape says.
  boolean isSecret();

  /// Whether it is one, or the type leads through too many others to tell.
  boolean mayBeSecret();

  /// Whether neither such a value nor any part of it is or may be a secret, as far as that shows
  /// without a look at each part.
  boolean isPlain();

  /// The type of a part of such a value, where the type says it.
  Optional<TypeNode> part(Part part);

  /// Of a choice among types the one that a value with these texts as members is of, names and
  /// texts ignoring case; empty when it is no choice, or when they do not tell.
  Optional<TypeNode> variant(Map<String, String> texts);

  /// A type that may be any of these.
  static TypeNode anyOf(List<TypeNode> types) {
    return new TypeChoice(types);
  }

  /// Of which nothing is known: it leads through too many others.
  record Open() implements TypeNode {
    @Override
    public TypeShape shape() {
      return TypeShape.ANY;
    }

    @Override
    public boolean isSecret() {
      return false;
    }

    @Override
    public boolean mayBeSecret() {
      return true;
    }

    @Override
    public boolean isPlain() {
      return false;
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
