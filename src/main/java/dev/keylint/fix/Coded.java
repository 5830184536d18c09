package dev.keylint.fix;

/// What came of looking for the words that say something of a resource.
sealed interface Coded {
  /// Why the name of a resource is not taken over.
  String OTHERWISE = "its properties do not stand where its name does";

  /// An expression of the file's language; in JSON the text with its brackets.
  record Code(String text) implements Coded {}

  /// There are none; why, as a phrase in the reader's words.
  record Refused(String why) implements Coded {}
}
