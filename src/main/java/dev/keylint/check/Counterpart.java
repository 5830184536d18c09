package dev.keylint.check;

/// What a subject of an estate is in the same estate with the values of a choice.
sealed interface Counterpart {
  /// This one.
  record Found(Subject subject) implements Counterpart {}

  /// It is not there, so that nothing is wrong with it.
  record Gone() implements Counterpart {}

  /// That can't be told.
  record Uncertain() implements Counterpart {}
}
