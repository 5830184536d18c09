package dev.keylint.eval;

import dev.keylint.eval.run.Run;
import dev.keylint.template.Secrecy;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Hides those parts of the value of a parameter that its type makes secrets.
@SuppressWarnings("ReferenceEquality") // the very same object: nothing in it was hidden
record SecretMembers(Run run) {
  /// The value of a parameter that is no secret as a whole.
  Value within(Value value, Secrecy secrecy) {
    if (secrecy.equals(Secrecy.NONE)) {
      return value;
    }
    return switch (value) {
      case Value.Obj object -> object(object, secrecy);
      case Value.Arr array -> array(array, secrecy);
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Unknown _ ->
          value;
    };
  }

  private Value hidden(Value value, Secrecy secrecy) {
    return secrecy.isSecret() ? run.secret(value) : within(value, secrecy);
  }

  private Value object(Value.Obj object, Secrecy secrecy) {
    Secrecy chosen = secrecy.chosen(texts(object.properties()));
    List<Property> members = new ArrayList<>();
    boolean same = true;
    for (Property member : object.properties().entries()) {
      Value part = hidden(member.value(), chosen.member(member.name()));
      same &= part == member.value();
      members.add(new Property(member.name(), member.at(), part));
    }
    return same
        ? object
        : new Value.Obj(Properties.of(members, object.properties().unread()), object.origin());
  }

  /// The members that are texts, by name: they tell which of several types an object is of.
  static Map<String, String> texts(Properties properties) {
    Map<String, String> texts = new HashMap<>();
    for (Property member : properties.entries()) {
      if (member.value() instanceof Value.Str(String text, _)) {
        texts.put(member.name(), text);
      }
    }
    return texts;
  }

  private Value array(Value.Arr array, Secrecy secrecy) {
    List<Value> items = new ArrayList<>();
    boolean same = true;
    for (int i = 0; i < array.items().size(); i++) {
      Value item = hidden(array.items().get(i), secrecy.item(i));
      same &= item == array.items().get(i);
      items.add(item);
    }
    return same ? array : new Value.Arr(items, array.origin());
  }
}
