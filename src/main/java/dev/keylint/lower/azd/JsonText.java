package dev.keylint.lower.azd;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.template.Expr;
import dev.keylint.text.GoText;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Values of a parameter file as JSON text, and back: azd puts variables into the text.
final class JsonText {
  private final Marked marks;
  private final boolean hidden;

  /// @param hidden whether all that is read comes from the user
  JsonText(Marked marks, boolean hidden) {
    this.marks = marks;
    this.hidden = hidden;
  }

  /// A literal as azd writes it; empty when it is more than one.
  static Optional<String> of(Expr value) {
    StringBuilder json = new StringBuilder();
    return write(value, json) ? Optional.of(json.toString()) : Optional.empty();
  }

  private static boolean write(Expr value, StringBuilder json) {
    return switch (value) {
      case Expr.NullLiteral _ -> written("null", json);
      case Expr.BoolLiteral(boolean truth, _) -> written(Boolean.toString(truth), json);
      case Expr.IntLiteral(long number, _) -> written(Long.toString(number), json);
      case Expr.DecimalLiteral(var number, _) -> written(number.toString(), json);
      case Expr.StringLiteral(String text, _) -> {
        GoText.quoted(text, json);
        yield true;
      }
      case Expr.ArrayExpr(List<Expr.Item> items, _) -> array(items, json);
      case Expr.ObjectExpr(List<Expr.Member> members, _) -> object(members, json);
      case Expr _ -> false;
    };
  }

  private static boolean written(String text, StringBuilder json) {
    json.append(text);
    return true;
  }

  private static boolean array(List<Expr.Item> items, StringBuilder json) {
    String separator = "[";
    for (Expr.Item item : items) {
      json.append(separator);
      separator = ",";
      if (!(item instanceof Expr.Item.Element(Expr value)) || !write(value, json)) {
        return false;
      }
    }
    json.append(items.isEmpty() ? "[]" : "]");
    return true;
  }

  private static boolean object(List<Expr.Member> members, StringBuilder json) {
    String separator = "{";
    for (Expr.Member member : members) {
      json.append(separator);
      separator = ",";
      if (!(member instanceof Expr.Member.Entry(Expr key, Expr value, _)) || !write(key, json)) {
        return false;
      }
      json.append(':');
      if (!write(value, json)) {
        return false;
      }
    }
    json.append(members.isEmpty() ? "{}" : "}");
    return true;
  }

  /// What was read, each part at the place of the part that it was before, as far as there is one.
  Expr read(JsonValue value, Expr before) {
    Location at = before.at();
    return switch (value) {
      case JsonNull _ -> new Expr.NullLiteral(at);
      case JsonBoolean(boolean truth, _) -> new Expr.BoolLiteral(truth, at);
      case JsonNumber number -> number(number, before);
      case JsonString(String text, _) -> SecretCommand.value(text, marks, hidden, at);
      case JsonArray(List<JsonValue> items, _) -> array(items, before);
      case JsonObject object -> object(object.members(), before);
    };
  }

  private static Expr number(JsonNumber number, Expr before) {
    if (before instanceof Expr.IntLiteral || before instanceof Expr.DecimalLiteral) {
      return before;
    }
    return number.integer().isPresent()
        ? new Expr.IntLiteral(number.integer().orElseThrow(), before.at())
        : new Expr.DecimalLiteral(number.value(), before.at());
  }

  private Expr array(List<JsonValue> items, Expr before) {
    List<Expr> places = new ArrayList<>();
    if (before instanceof Expr.ArrayExpr(List<Expr.Item> old, _) && old.size() == items.size()) {
      old.forEach(item -> {
        if (item instanceof Expr.Item.Element(Expr value)) {
          places.add(value);
        }
      });
    }
    List<Expr.Item> read = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Expr place = places.size() == items.size() ? places.get(i) : before;
      read.add(new Expr.Item.Element(read(items.get(i), place)));
    }
    return new Expr.ArrayExpr(read, before.at());
  }

  private Expr object(List<JsonMember> members, Expr before) {
    List<Expr.Member.Entry> places = new ArrayList<>();
    if (before instanceof Expr.ObjectExpr(List<Expr.Member> old, _)
        && old.size() == members.size()) {
      old.forEach(member -> {
        if (member instanceof Expr.Member.Entry entry) {
          places.add(entry);
        }
      });
    }
    List<Expr.Member> read = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      JsonMember member = members.get(i);
      boolean isPlaced = places.size() == members.size();
      Expr key =
          marks.expr(member.key(), hidden, isPlaced ? places.get(i).key().at() : before.at());
      Expr value = read(member.value(), isPlaced ? places.get(i).value() : before);
      read.add(new Expr.Member.Entry(key, value, isPlaced ? places.get(i).at() : before.at()));
    }
    return new Expr.ObjectExpr(read, before.at());
  }
}
