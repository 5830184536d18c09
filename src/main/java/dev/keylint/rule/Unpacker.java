package dev.keylint.rule;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the parts of rules.
final class Unpacker {
  /// Reads one thing.
  interface Each<T> {
    T read() throws IOException;
  }

  private static final Origin BUILT_IN = Origin.at(new Location.WholeFile("rules"));

  private final DataInputStream in;

  Unpacker(DataInputStream in) {
    this.in = in;
  }

  String text() throws IOException {
    return new String(in.readNBytes(number()), StandardCharsets.UTF_8);
  }

  List<String> texts() throws IOException {
    return list(this::text);
  }

  int number() throws IOException {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      number |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return number;
      }
    }
  }

  boolean bool() throws IOException {
    return in.readBoolean();
  }

  double real() throws IOException {
    return in.readDouble();
  }

  long whole() throws IOException {
    return in.readLong();
  }

  Tag tag() throws IOException {
    return Tag.ALL.get(in.readUnsignedByte());
  }

  <T> List<T> list(Each<T> each) throws IOException {
    int size = number();
    List<T> things = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      things.add(each.read());
    }
    return things;
  }

  <T> Optional<T> optional(Each<T> each) throws IOException {
    return in.readBoolean() ? Optional.of(each.read()) : Optional.empty();
  }

  Value value() throws IOException {
    Tag tag = tag();
    return switch (tag) {
      case NULL -> new Value.Null(BUILT_IN);
      case BOOL -> new Value.Bool(bool(), BUILT_IN);
      case INT -> new Value.Int(whole(), BUILT_IN);
      case DECIMAL -> new Value.Decimal(new BigDecimal(text()), BUILT_IN);
      case STRING -> new Value.Str(text(), BUILT_IN);
      case LIST -> new Value.Arr(list(this::value), BUILT_IN);
      case MAP -> new Value.Obj(Properties.of(list(this::property)), BUILT_IN);
      default -> throw new IllegalStateException("no value starts with " + tag);
    };
  }

  private Property property() throws IOException {
    return new Property(text(), BUILT_IN.at(), value());
  }
}
