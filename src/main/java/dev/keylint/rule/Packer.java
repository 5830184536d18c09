package dev.keylint.rule;

import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Writes the parts of rules.
final class Packer {
  /// Writes one thing.
  interface Each<T> {
    void write(T thing) throws IOException;
  }

  private final DataOutputStream out;

  Packer(DataOutputStream out) {
    this.out = out;
  }

  void text(String text) throws IOException {
    // Not writeUTF, which ends at 65 535 bytes.
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    out.write(bytes);
  }

  void texts(List<String> texts) throws IOException {
    list(texts, this::text);
  }

  void number(int number) throws IOException {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      out.writeByte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  void bool(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  void real(double value) throws IOException {
    out.writeDouble(value);
  }

  void whole(long value) throws IOException {
    out.writeLong(value);
  }

  void tag(Tag tag) throws IOException {
    out.writeByte(Tag.ALL.indexOf(tag));
  }

  void word(Enum<?> word) throws IOException {
    text(word.name());
  }

  <T> void list(List<T> things, Each<T> each) throws IOException {
    number(things.size());
    for (T thing : things) {
      each.write(thing);
    }
  }

  <T> void optional(Optional<T> thing, Each<T> each) throws IOException {
    out.writeBoolean(thing.isPresent());
    if (thing.isPresent()) {
      each.write(thing.orElseThrow());
    }
  }

  void value(Value value) throws IOException {
    switch (value) {
      case Value.Null _ -> tag(Tag.NULL);
      case Value.Bool(boolean it, _) -> {
        tag(Tag.BOOL);
        bool(it);
      }
      case Value.Int(long it, _) -> {
        tag(Tag.INT);
        whole(it);
      }
      case Value.Decimal(var it, _) -> {
        tag(Tag.DECIMAL);
        text(it.toString());
      }
      case Value.Str(String it, _) -> {
        tag(Tag.STRING);
        text(it);
      }
      case Value.Arr(List<Value> items, _) -> {
        tag(Tag.LIST);
        list(items, this::value);
      }
      case Value.Obj(var properties, _) -> {
        tag(Tag.MAP);
        list(properties.entries(), this::property);
      }
      case Value.Unknown it -> throw new IllegalStateException("unknown in a rule: " + it);
    }
  }

  private void property(Property property) throws IOException {
    text(property.name());
    value(property.value());
  }
}
