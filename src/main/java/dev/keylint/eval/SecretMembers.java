package dev.keylint.eval;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.template.Secrecy;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Hides those parts of a value that its type makes secrets, also where it is not known which of
/// several it is.
@SuppressWarnings("ReferenceEquality") // the very same object: nothing in it was hidden
final class SecretMembers {
  /// As many parts as a value may have.
  private static final int MOST_PARTS = 200_000;

  /// Of what is known in a secret: it is one by standing in it.
  private static final Secrecy KNOWN = new Secrecy.Plain(true);

  /// Of what a secret may turn out to be: whoever hides the whole finds its texts.
  private static final Secrecy PERHAPS = new Secrecy.Plain(true);

  private final Run run;
  private int parts;

  SecretMembers(Run run) {
    this.run = run;
  }

  /// All of a value as a secret.
  Value hidden(Value value) {
    return hidden(value, Secrecy.ALL);
  }

  Value hidden(Value value, Secrecy secrecy) {
    return at(value, List.of(), secrecy);
  }

  /// @param path leads to what the secrecy is about; a key that is no text and no number is any
  private Value at(Value value, List<Value> path, Secrecy secrecy) {
    if (secrecy.isPlain()) {
      return value;
    }
    parts++;
    boolean secret = path.isEmpty() && secrecy.mayBeSecret();
    if (value instanceof Value.Unknown unknown && parts < MOST_PARTS) {
      boolean inSecret = secret || secrecy == KNOWN;
      Value inside = SecretTerms.with(unknown, path, inSecret ? PERHAPS : secrecy, this::at);
      return secret ? hide(inside, secrecy) : inside;
    }
    Value same =
        switch (value) {
          case Value.Obj object -> object(object, path, secret ? KNOWN : secrecy);
          case Value.Arr array -> array(array, path, secret ? KNOWN : secrecy);
          case Value.Null _,
              Value.Bool _,
              Value.Int _,
              Value.Decimal _,
              Value.Str _,
              Value.Unknown _ ->
              value;
        };
    return secret && secrecy != KNOWN ? hide(same, secrecy) : same;
  }

  private Value hide(Value value, Secrecy secrecy) {
    return secrecy == KNOWN || secrecy == PERHAPS ? Origins.hidden(value) : run.secret(value);
  }

  private Value object(Value.Obj object, List<Value> path, Secrecy secrecy) {
    Secrecy chosen = path.isEmpty() ? secrecy.chosen(texts(object.properties())) : secrecy;
    List<Property> members = new ArrayList<>();
    boolean same = true;
    for (Property member : object.properties().entries()) {
      Value part =
          path.isEmpty()
              ? at(member.value(), path, chosen.member(member.name()))
              : isOther(path.getFirst(), member.name())
                  ? member.value()
                  : at(member.value(), path.subList(1, path.size()), secrecy);
      same &= part == member.value();
      members.add(member.with(part));
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

  private static boolean isOther(Value key, String member) {
    return key instanceof Value.Str(String name, _) && !name.equalsIgnoreCase(member);
  }

  private Value array(Value.Arr array, List<Value> path, Secrecy secrecy) {
    List<Value> items = new ArrayList<>();
    boolean same = true;
    for (int i = 0; i < array.items().size(); i++) {
      Value before = array.items().get(i);
      Value item =
          path.isEmpty()
              ? at(before, path, secrecy.item(i))
              : path.getFirst() instanceof Value.Int(long index, _) && index != i
                  ? before
                  : at(before, path.subList(1, path.size()), secrecy);
      same &= item == before;
      items.add(item);
    }
    return same ? array : new Value.Arr(items, array.origin());
  }
}
