package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Objects and arrays that are written out, spreads included.
final class Literals {
  private Literals() {}

  static Value object(Expr.ObjectExpr object, Frame frame) {
    List<Value> chunks = new ArrayList<>();
    List<Expr.Member.Entry> entries = new ArrayList<>();
    Optional<Value.Unknown> unread = Optional.empty();
    for (Expr.Member member : object.members()) {
      switch (member) {
        case Expr.Member.Entry entry -> entries.add(entry);
        case Expr.Member.Unread(Expr what, _) -> {
          if (frame.value(what) instanceof Value.Unknown unknown) {
            unread = Optional.of(unknown);
          }
        }
        case Expr.Member.Spread(Expr spread, _) -> {
          if (!entries.isEmpty()) {
            chunks.add(members(entries, Optional.empty(), object.at(), frame));
            entries.clear();
          }
          chunks.add(frame.value(spread));
        }
      }
    }
    if (chunks.isEmpty()) {
      return members(entries, unread, object.at(), frame);
    }
    if (!entries.isEmpty() || unread.isPresent()) {
      chunks.add(members(entries, unread, object.at(), frame));
    }
    return Merges.shallow(chunks, object.at(), frame.run());
  }

  private static Value members(
      List<Expr.Member.Entry> entries, Optional<Value.Unknown> unread, Location at, Frame frame) {
    List<Property> known = new ArrayList<>(entries.size());
    List<Entry> all = new ArrayList<>(0);
    List<Value> computed = new ArrayList<>(0);
    for (Expr.Member.Entry entry : entries) {
      Value key = frame.value(entry.key());
      if (!(entry.key() instanceof Expr.StringLiteral)) {
        computed.add(key);
      }
      Value value = frame.value(entry.value());
      if (key instanceof Value.Str(String name, _) && all.isEmpty()) {
        known.add(new Property(name, entry.at(), ofHidden(key, value), key.origin().hiding()));
      } else {
        if (all.isEmpty()) {
          known.forEach(
              property -> all.add(new Entry(property.key(Origin.at(at)), property.value())));
        }
        all.add(new Entry(key, value));
      }
    }
    return all.isEmpty()
        ? Origins.joined(new Value.Obj(Properties.of(known, unread), Origin.at(at)), computed)
        : withUnknownKeys(all, at);
  }

  /// An empty object is there for the sake of its key, as an identity is attached by its id: it is
  /// hidden as that is.
  private static Value ofHidden(Value key, Value value) {
    return value instanceof Value.Obj(Properties members, _) && members.size() == 0
        ? Origins.hidden(value, key.origin().hiding())
        : value;
  }

  /// An object of which not all keys are known: a call of `createObject` in the order of its
  /// printed keys.
  static Value withUnknownKeys(List<Entry> entries, Location at) {
    List<Value> arguments = new ArrayList<>();
    entries.stream()
        .sorted(Comparator.comparing(Entry::printedKey))
        .forEach(entry -> {
          arguments.add(entry.key());
          arguments.add(entry.value());
        });
    return Terms.call("createObject", arguments, at);
  }

  /// A member whose key may be unknown.
  record Entry(Value key, Value value) {
    private String printedKey() {
      return NormalForm.plain(key);
    }
  }

  static Value array(Expr.ArrayExpr array, Frame frame) {
    List<Value> chunks = new ArrayList<>();
    List<Value> items = new ArrayList<>(array.items().size());
    for (Expr.Item item : array.items()) {
      switch (item) {
        case Expr.Item.Element(Expr element) -> items.add(frame.value(element));
        case Expr.Item.Spread(Expr spread, _) -> {
          if (!items.isEmpty()) {
            chunks.add(Terms.array(items, array.at()));
            items = new ArrayList<>();
          }
          chunks.add(frame.value(spread));
        }
      }
    }
    if (chunks.isEmpty()) {
      return Terms.array(items, array.at());
    }
    if (!items.isEmpty()) {
      chunks.add(Terms.array(items, array.at()));
    }
    return Merges.flat(chunks, array.at(), frame.run());
  }
}
