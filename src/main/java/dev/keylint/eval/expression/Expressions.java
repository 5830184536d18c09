package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;

/// From expressions to values: which kind of expression is evaluated by what.
public final class Expressions {
  private Expressions() {}

  /// The value of an expression that sees this frame.
  public static Value value(Expr expr, Frame frame) {
    Run run = frame.run();
    if (!run.budget().enter()) {
      String message = "expressions are nested more than " + run.limits().depth() + " deep";
      return run.limited(message, opaque(message, expr.at()), expr.at());
    }
    try {
      return evaluate(expr, frame);
    } finally {
      run.budget().leave();
    }
  }

  private static Value evaluate(Expr expr, Frame frame) {
    return switch (expr) {
      case Expr.NullLiteral(Location at) -> Terms.nothing(at);
      case Expr.BoolLiteral(boolean value, Location at) -> Terms.bool(value, at);
      case Expr.IntLiteral(long value, Location at) -> Terms.integer(value, at);
      case Expr.DecimalLiteral(var value, Location at) -> new Value.Decimal(value, Origin.at(at));
      case Expr.StringLiteral(String value, Location at) -> Terms.text(value, at);
      case Expr.Interpolation interpolation -> Concatenations.interpolation(interpolation, frame);
      case Expr.ObjectExpr object -> Literals.object(object, frame);
      case Expr.ArrayExpr array -> Literals.array(array, frame);
      case Expr.ForExpr loop -> Loops.array(loop, frame);
      case Expr.Call call -> frame.call(call);
      case Expr.Conditional conditional -> Logic.conditional(conditional, frame);
      case Expr.Access access -> Accesses.value(access, frame);
      case Expr.Lambda lambda -> Lambdas.alone(lambda, frame);
      case Expr.ParameterRef(String name, Location at) -> frame.parameter(name, at);
      case Expr.VariableRef(String name, Location at) -> frame.variable(name, at);
      case Expr.LocalRef(String name, Location at) -> local(name, at, frame);
      case Expr.LoopIndex index -> Loops.index(index, frame);
      case Expr.ResourceRef reference -> frame.resource(reference);
      case Expr.KeyVaultSecret(_, _, _, Location at) -> keyVaultSecret(at);
      case Expr.MissingFile(String path, Location at) ->
          Terms.unknown(
              new Term.Call("loadTextContent", List.of(Terms.text(path, at))),
              new Reason.MissingFile(path),
              at);
      case Expr.Unsupported(String construct, Location at) ->
          Terms.unknown(opaque(construct, at), new Reason.Unsupported(construct), at);
    };
  }

  private static Value local(String name, Location at, Frame frame) {
    return frame
        .bindings()
        .local(name)
        .orElseGet(() ->
            frame
                .run()
                .failed(
                    "there is no variable `" + name + "` here",
                    Term.LAMBDA_VARIABLES,
                    List.of(Terms.text(name, at)),
                    at));
  }

  /// A secret that is not given for a parameter, where alone it has a name.
  private static Value keyVaultSecret(Location at) {
    return Origins.hidden(
        Terms.unknown(new Term.Call("getSecret", List.of()), new Reason.Secret("getSecret"), at));
  }

  private static Term opaque(String construct, Location at) {
    return new Term.Call("unsupported", List.of(Terms.text(construct, at)));
  }
}
