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

  /// The function that reads a text, with the name of the type that is wanted, with what stands for
  /// a text that is none of it, and with what stands for one that azd refuses. One that stays in a
  /// value that is not known has the first of these two only if that is null, and never the other.
  public static final String PARSED = "$parsed";

  /// The function that says what azd refuses, with the words for it and with what stands for that.
  public static final String REFUSED = "$refused";

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

  /// The same where azd breaks off at a text that it can't read.
  public static Expr parsed(Expr text, Parameter.Type type, Expr otherwise, Expr refused) {
    return call(PARSED, type, text, otherwise, refused);
  }

  /// What stands for a value that azd refuses.
  ///
  /// @param message what to say as soon as that is certain
  /// @param at where to say so
  public static Expr refused(String message, Expr value, Location at) {
    List<Expr> arguments = List.of(new Expr.StringLiteral(message, at), value);
    return new Expr.Call(Optional.empty(), REFUSED, arguments, at);
  }

  private static Expr call(String function, Parameter.Type type, Expr... values) {
    Location at = values[0].at();
    List<Expr> arguments = new ArrayList<>(List.of(values));
    arguments.add(1, new Expr.StringLiteral(type.name(), at));
    return new Expr.Call(Optional.empty(), function, arguments, at);
  }
}
