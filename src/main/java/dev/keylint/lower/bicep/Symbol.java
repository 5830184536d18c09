package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.lower.TypeNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a name of a Bicep file stands for.
sealed interface Symbol {

  /// A parameter, of the template or of a user function.
  record Parameter(String name) implements Symbol {}

  /// A variable, by the name that it has in the template.
  record Variable(String name) implements Symbol {}

  /// What a lambda or a loop binds.
  record Local(String name) implements Symbol {}

  /// A user function, by the name that it has in the template.
  record Function(String name) implements Symbol {}

  /// A type.
  record Type(TypeNode node) implements Symbol {}

  /// A resource, with the resources nested in it.
  ///
  /// @param around the resources that it is nested in, outermost first
  /// @param looped whether there are several, by its own loop or one that it inherits
  /// @param loopAround the loop that a nested resource inherits, while its parent's body is lowered
  record Resource(
      Declaration.Resource syntax,
      ResourceTypeName type,
      String symbol,
      boolean looped,
      List<Declaration.Resource> around,
      Optional<String> loopAround,
      Optional<String> extension,
      Map<String, Resource> children)
      implements Symbol {
    public Resource {
      around = List.copyOf(around);
      children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }

    Resource withChildren(Map<String, Resource> nested) {
      return new Resource(syntax, type, symbol, looped, around, loopAround, extension, nested);
    }

    /// Whether it has a loop of its own, not only one around it.
    boolean hasOwnLoop() {
      return syntax.value() instanceof Expression.ForSyntax;
    }

    /// The same as seen from inside the loop that it inherits.
    Resource inLoop(String loop) {
      return new Resource(
          syntax, type, symbol, looped, around, Optional.of(loop), extension, children);
    }
  }

  /// A module.
  record Module(Declaration.Module syntax, String symbol, boolean looped) implements Symbol {}

  /// What `import * as name` brings in.
  record Namespace(Map<String, Symbol> members) implements Symbol {
    public Namespace {
      members = Map.copyOf(members);
    }
  }

  /// An extension.
  record Extension(String name) implements Symbol {}

  /// Something declared that could not be read; a diagnostic at its declaration says why.
  record Broken(String name) implements Symbol {}
}
