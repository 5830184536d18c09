package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.math.BigDecimal;
import java.util.function.BiFunction;

/// The JSON that the literal parts of an expression are.
///
/// @param whole where what was loaded from another file stands
/// @param other gives the string in the place of a text or of what is no literal
record WrittenJson(Source source, Span whole, BiFunction<Expr, Span, JsonString> other) {

  JsonValue of(Expr expr) {
    Span span = span(expr.at());
    return switch (expr) {
      case Expr.NullLiteral _ -> new JsonNull(span);
      case Expr.BoolLiteral(boolean value, _) -> new JsonBoolean(value, span);
      case Expr.IntLiteral(long value, _) -> new JsonNumber(BigDecimal.valueOf(value), span);
      case Expr.DecimalLiteral(BigDecimal value, _) -> new JsonNumber(value, span);
      case Expr.ArrayExpr(var items, _)
          when items.stream().allMatch(Expr.Item.Element.class::isInstance) ->
          new JsonArray(
              items.stream().map(item -> of(((Expr.Item.Element) item).value())).toList(), span);
      case Expr.ObjectExpr(var members, _) when members.stream().allMatch(WrittenJson::isPlain) ->
          new JsonObject(members.stream().map(this::member).toList(), span);
      case Expr _ -> other.apply(expr, span);
    };
  }

  private static boolean isPlain(Expr.Member member) {
    return member instanceof Expr.Member.Entry(Expr.StringLiteral _, _, _);
  }

  private JsonMember member(Expr.Member member) {
    Expr.Member.Entry entry = (Expr.Member.Entry) member;
    String key = ((Expr.StringLiteral) entry.key()).value();
    return new JsonMember(key, span(entry.key().at()), of(entry.value()));
  }

  /// A place in the file of the template; what was loaded from another file stands at the whole.
  private Span span(Location at) {
    return at instanceof Location.InFile(Source file, Span span) && file.equals(source)
        ? span
        : whole;
  }
}
