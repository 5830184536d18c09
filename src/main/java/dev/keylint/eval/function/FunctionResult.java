package dev.keylint.eval.function;

import dev.keylint.value.Value;

/// What a call of a function comes to.
public sealed interface FunctionResult {

  /// A value; it may be an argument's unknown member, as in `first([x])`.
  record Result(Value value) implements FunctionResult {}

  /// Azure would refuse the call; the message is a diagnostic's: lower-case start, no full stop.
  record Failure(String message) implements FunctionResult {}

  /// The result would be larger than we follow, or take too long; the message is a diagnostic's.
  record TooMuch(String message) implements FunctionResult {}

  /// Too much of the arguments is unknown; the call stays as it is.
  record NotDecided() implements FunctionResult {}
}
