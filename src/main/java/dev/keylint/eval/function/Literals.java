package dev.keylint.eval.function;

import java.util.List;

/// Constants that ARM writes as calls, and `fail`.
final class Literals {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("true", Signature.of(), arguments -> arguments.bool(true)),
          PureFunction.of("false", Signature.of(), arguments -> arguments.bool(false)),
          PureFunction.of("null", Signature.of(), Arguments::nothing),
          PureFunction.of("fail", Signature.of(Kind.TEXT), Literals::fail));

  private Literals() {}

  private static FunctionResult fail(Arguments arguments) {
    return arguments.fail("says `" + arguments.shown(0) + "`");
  }
}
