package dev.keylint.graph;

import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Puts partly known texts together.
final class TextBuilder {
  private final StringBuilder chars = new StringBuilder();
  private final List<Value> holes = new ArrayList<>();

  TextBuilder add(Text text) {
    chars.append(text.chars());
    holes.addAll(text.holes());
    return this;
  }

  TextBuilder add(String text) {
    chars.append(text.replace(Text.HOLE, ' '));
    return this;
  }

  Text build(Origin origin) {
    return new Text(chars.toString(), holes, origin);
  }
}
