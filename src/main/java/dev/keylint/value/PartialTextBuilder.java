package dev.keylint.value;

import java.util.ArrayList;
import java.util.List;

/// Puts partly known texts together.
public final class PartialTextBuilder {
  private final StringBuilder chars = new StringBuilder();
  private final List<Value> holes = new ArrayList<>();

  /// Adds a text with its holes.
  public PartialTextBuilder add(PartialText text) {
    chars.append(text.chars());
    holes.addAll(text.holes());
    return this;
  }

  /// Adds known characters.
  public PartialTextBuilder add(String text) {
    chars.append(text.replace(PartialText.HOLE, ' '));
    return this;
  }

  /// How many characters have been added.
  public int length() {
    return chars.length();
  }

  /// What has been added, as one text that comes from here.
  public PartialText build(Origin origin) {
    return new PartialText(chars.toString(), holes, origin);
  }
}
