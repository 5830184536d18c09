package dev.keylint.lower.arm;

import dev.keylint.json.JsonValue;
import dev.keylint.lower.arm.ArmValues.Strings;
import dev.keylint.template.Expr;
import dev.keylint.text.Source;

/// JSON that is plain data: brackets in its texts mean nothing.
public final class LiteralJson {
  private LiteralJson() {}

  /// A JSON value as an expression located in its file.
  public static Expr of(Source source, JsonValue value) {
    return new ArmValues(Strings.LITERAL, false, new ArmProblems(source)).value(value);
  }
}
