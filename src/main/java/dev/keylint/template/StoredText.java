package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Texts in the environment of azd: it writes the outputs of a deployment there, and reads them as
/// what the parameters of the next one want.
///
/// Source: azd's `Manager.UpdateEnvironment`.
public final class StoredText {
  /// The function that writes a value, with the name of its type; no template can write its name.
  public static final String WRITTEN = "$written";

  /// The function that reads a text, with the name of the type that is wanted and with what stands
  /// for a text that is none of it.
  public static final String PARSED = "$parsed";

  private StoredText() {}

  /// An output as azd writes it; one that is a text anyway is what it is.
  public static Expr written(Output output, Expr value) {
    boolean isText = output.type() == Parameter.Type.STRING && !output.nullable();
    return isText ? value : call(WRITTEN, output.type(), value);
  }

  /// A text as a parameter of this type wants it.
  public static Expr parsed(Expr text, Parameter.Type type, Expr otherwise) {
    return call(PARSED, type, text, otherwise);
  }

  /// The type that one of these calls names.
  public static Parameter.Type type(Expr.Call call) {
    return call.arguments().get(1) instanceof Expr.StringLiteral(String name, _)
        ? Parameter.Type.valueOf(name)
        : Parameter.Type.ANY;
  }

  private static Expr call(String function, Parameter.Type type, Expr... values) {
    Location at = values[0].at();
    List<Expr> arguments = new ArrayList<>(List.of(values));
    arguments.add(1, new Expr.StringLiteral(type.name(), at));
    return new Expr.Call(Optional.empty(), function, arguments, at);
  }
}
