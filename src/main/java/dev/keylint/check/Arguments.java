package dev.keylint.check;

import java.util.List;

/// The arguments of a question, all known and of the kinds that it wants.
record Arguments(List<Datum> all) {
  Arguments {
    all = List.copyOf(all);
  }

  /// The argument at an index, which is a text.
  String text(int index) {
    if (all.get(index) instanceof Datum.Text(String text)) {
      return text;
    }
    throw new IllegalStateException("no text: " + all.get(index));
  }

  /// What the struct at an index shows.
  <T> T subject(int index, Class<T> type) {
    if (all.get(index) instanceof Struct struct && type.isInstance(struct.subject())) {
      return type.cast(struct.subject());
    }
    throw new IllegalStateException("no " + type + ": " + all.get(index));
  }
}
