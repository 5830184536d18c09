package dev.keylint.bicep;

import java.util.List;

/// The variables that a lambda or a loop introduces; empty where they could not be read.
public sealed interface LocalVariables extends Syntax
    permits LocalVariables.Variable, LocalVariables.Block, Skipped {

  List<Variable> variables();

  /// A variable without parentheses.
  record Variable(Identifier name, Extent extent) implements LocalVariables {
    @Override
    public List<Variable> variables() {
      return List.of(this);
    }
  }

  /// `(x, y)`; of a loop: the item and its index, counted from 0.
  record Block(List<Variable> variables, Extent extent) implements LocalVariables {
    public Block {
      variables = List.copyOf(variables);
    }
  }
}
