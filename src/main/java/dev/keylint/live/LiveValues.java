package dev.keylint.live;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Values out of a body that Azure returned; each knows the resource and the JSON pointer it stands
/// at.
final class LiveValues {
  private final String id;

  LiveValues(String id) {
    this.id = id;
  }

  Value.Obj object(JsonObject object, String pointer) {
    List<Property> properties = new ArrayList<>();
    for (JsonMember member : object.members()) {
      String inner = pointer + "/" + member.key().replace("~", "~0").replace("/", "~1");
      properties.add(new Property(member.key(), at(inner), value(member.value(), inner)));
    }
    return new Value.Obj(Properties.of(properties), origin(pointer));
  }

  Value.Str text(String text, String pointer) {
    return new Value.Str(text, origin(pointer));
  }

  /// What Azure has and does not tell a Reader.
  Value.Unknown withheld(String what, String pointer) {
    return new Value.Unknown(
        new Term.Call("withheld", List.of(text(id, ""), text(pointer, pointer))),
        new Reason.Withheld(what),
        origin(pointer));
  }

  Location at(String pointer) {
    return new Location.InAzure(id, pointer);
  }

  private Value value(JsonValue value, String pointer) {
    return switch (value) {
      case JsonObject object -> object(object, pointer);
      case JsonArray array -> array(array, pointer);
      case JsonString text when text.value().equals(Scrubber.WITHHELD) ->
          withheld("a secret that the snapshot does not hold", pointer);
      case JsonString text -> text(text.value(), pointer);
      case JsonNumber number when number.integer().isPresent() ->
          new Value.Int(number.integer().orElseThrow(), origin(pointer));
      case JsonNumber number -> new Value.Decimal(number.value(), origin(pointer));
      case JsonBoolean bool -> new Value.Bool(bool.value(), origin(pointer));
      case JsonNull _ -> new Value.Null(origin(pointer));
    };
  }

  private Value array(JsonArray array, String pointer) {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      items.add(value(array.items().get(i), pointer + "/" + i));
    }
    return new Value.Arr(items, origin(pointer));
  }

  private Origin origin(String pointer) {
    return Origin.at(at(pointer));
  }
}
