package dev.keylint.fix;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.StringSegment;
import dev.keylint.bicep.Syntax;
import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What literals of Bicep say.
final class BicepLiterals {
  private BicepLiterals() {}

  /// Whether a literal says this value; empty when it is no literal, or of something with parts.
  static Optional<Boolean> says(Expression expression, Optional<Value> value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Value wanted = value.orElseThrow();
    return switch (expression) {
      case Expression.BooleanLiteral(boolean truth, _) ->
          Optional.of(wanted instanceof Value.Bool(boolean other, _) && truth == other);
      case Expression.IntegerLiteral(long number, _) ->
          Optional.of(wanted instanceof Value.Int(long other, _) && number == other);
      case Expression.NullLiteral _ -> Optional.of(wanted instanceof Value.Null);
      case Expression.StringSyntax it when it.expressions().isEmpty() ->
          Optional.of(
              wanted instanceof Value.Str(String other, _) && it.text().orElse("").equals(other));
      case Expression _ -> Optional.empty();
    };
  }

  /// Where strings in an expression have this text in them.
  static List<Span> containing(Expression expression, String wanted, String text) {
    List<Span> places = new ArrayList<>();
    collect(expression, wanted, text, places);
    return places;
  }

  private static void collect(Syntax syntax, String wanted, String text, List<Span> places) {
    if (syntax instanceof Expression.StringSyntax string) {
      for (StringSegment segment : string.segments()) {
        places.addAll(Exchanging.places(text, segment.span(), wanted));
      }
    }
    BicepTree.parts(syntax).forEach(it -> collect(it, wanted, text, places));
  }
}
