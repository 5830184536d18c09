package dev.keylint.compile;

import java.util.Arrays;
import java.util.List;

/// Why a public test of CEL is not for us; `docs/conformance.md` lists the same.
enum OutOfScope {
  TYPE_CHECKER("only the type checker is asked", "cel-java's own checks rules"),
  MESSAGES(
      "messages, wrappers and containers of protocol buffers",
      "what rules look at is JSON",
      "TestAllTypes",
      "google.protobuf",
      "proto2",
      "proto3",
      "container"),
  BYTES(
      "bytes and unsigned numbers",
      "JSON has neither",
      "unsigned numbers and bytes",
      "`bytes`",
      "`uint`"),
  MATH("the library `math`", "no rule computes so", "math."),
  ENCODERS("the library `base64`", "no property is encoded so", "base64."),
  TIME(
      "timestamps and durations",
      "a verdict must not depend on the day",
      "`timestamp`",
      "`duration`",
      "`get",
      "Duration"),
  TYPES("types as values", "members are typed, and the others are dynamic", "`type`", "denotation"),
  TEXTS(
      "`format`, `quote` and `reverse` of texts",
      "messages have holes instead",
      "`format`",
      ".format(",
      "`strings.quote`",
      "`reverse`"),
  TRANSFORM_MAP("`transformMap`", "lists do", "`transformMap`"),
  UNDECLARED(
      "names and functions that nobody declares",
      "here they are refused when the rule loads, there when it runs",
      "rules may not use the function",
      "no name"),
  ;

  private final String what;
  private final String why;
  private final List<String> signs;

  OutOfScope(String what, String why, String... signs) {
    this.what = what;
    this.why = why;
    this.signs = List.of(signs);
  }

  String what() {
    return what;
  }

  /// The row of the documentation.
  String row(int count) {
    return "| " + what + " | " + count + " | " + why + " |";
  }

  /// By what was said about a test, and by its text.
  static OutOfScope of(String reason) {
    return Arrays.stream(values())
        .filter(it -> it.signs.stream().anyMatch(reason::contains))
        .findFirst()
        .orElseThrow(() -> new AssertionError("why is it not for us? " + reason));
  }
}
