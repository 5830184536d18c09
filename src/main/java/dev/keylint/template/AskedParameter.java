package dev.keylint.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A parameter that azd asks the user for, as nothing else gives it a value.
public final class AskedParameter {
  /// The function whose value is the answer, with the parameter's name and the only values that it
  /// may take; no template can write its name.
  public static final String FUNCTION = "$asked";

  private AskedParameter() {}

  /// The answer, which nobody knows here.
  public static Expr of(Parameter parameter) {
    List<Expr> arguments = new ArrayList<>();
    arguments.add(new Expr.StringLiteral(parameter.name(), parameter.at()));
    if (parameter.secure()) {
      Expr name = arguments.getFirst();
      return new Expr.KeyVaultSecret(name, name, Optional.empty(), parameter.at());
    }
    arguments.addAll(choices(parameter));
    return new Expr.Call(Optional.empty(), FUNCTION, arguments, parameter.at());
  }

  private static List<Expr> choices(Parameter parameter) {
    return parameter.allowed().isEmpty() && parameter.type() == Parameter.Type.BOOL
        ? List.of(
            new Expr.BoolLiteral(false, parameter.at()), new Expr.BoolLiteral(true, parameter.at()))
        : parameter.allowed();
  }
}
