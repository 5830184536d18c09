package dev.keylint.eval.function;

import dev.keylint.eval.function.FunctionResult.Failure;
import dev.keylint.eval.function.FunctionResult.NotDecided;
import dev.keylint.eval.function.FunctionResult.TooMuch;
import dev.keylint.text.Location;
import dev.keylint.value.Hiding;
import dev.keylint.value.Value;
import java.util.List;

/// A template function that gives the same result for the same arguments, always and everywhere.
public final class PureFunction {
  private final String name;
  private final Signature signature;
  private final Body body;

  private PureFunction(String name, Signature signature, Body body) {
    this.name = name;
    this.signature = signature;
    this.body = body;
  }

  static PureFunction of(String name, Signature signature, Body body) {
    return new PureFunction(name, signature, body);
  }

  /// The name as Azure writes it, in camel case.
  public String name() {
    return name;
  }

  /// Calls the function with evaluated arguments; `at` is the place of the call.
  ///
  /// The result stands at `at` and is secret if what it was made of is; members that are only
  /// passed on keep their own origin.
  public FunctionResult apply(List<Value> arguments, Location at) {
    return switch (signature.match(arguments)) {
      case Signature.Match.Fits(Hiding hiding) ->
          body.apply(new Arguments(name, arguments, at, hiding));
      case Signature.Match.Open() -> new NotDecided();
      case Signature.Match.Wrong(String why) -> new Failure("`" + name + "` " + why);
      case Signature.Match.Excessive(String why) -> new TooMuch("`" + name + "` " + why);
    };
  }

  @Override
  public String toString() {
    return name + signature;
  }

  /// What a function does with arguments that fit its signature.
  @FunctionalInterface
  interface Body {
    FunctionResult apply(Arguments arguments);
  }
}
