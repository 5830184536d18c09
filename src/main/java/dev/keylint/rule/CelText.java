package dev.keylint.rule;

import dev.keylint.text.Location;
import dev.keylint.text.Position;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.yaml.YamlNode;
import java.util.Arrays;

/// A text of a rule, with the place in the file of each of its characters.
public final class CelText {
  private final Source source;
  private final String text;
  private final int[] offsets;

  private CelText(Source source, String text, int[] offsets) {
    this.source = source;
    this.text = text;
    this.offsets = offsets;
  }

  /// All of a source, for an expression that stands alone.
  public static CelText of(Source source) {
    return slice(source, 0, source.text().length());
  }

  /// An expression: of a block or an unquoted text the slice as written, since line ends and
  /// indents mean nothing to CEL and every offset is then a place.
  static CelText expression(YamlNode.Scalar scalar) {
    Source source = scalar.at().source();
    Span span = scalar.at().span();
    return switch (scalar.style()) {
      case PLAIN -> slice(source, span.start(), span.end());
      case LITERAL, FOLDED -> {
        int header = source.text().indexOf('\n', span.start());
        yield header < 0 || header >= span.end()
            ? slice(source, span.start(), span.start())
            : slice(source, header + 1, span.end());
      }
      case SINGLE_QUOTED, DOUBLE_QUOTED -> prose(scalar);
    };
  }

  /// A sentence: as YAML reads it, folded and unescaped.
  static CelText prose(YamlNode.Scalar scalar) {
    Source source = scalar.at().source();
    Span span = scalar.at().span();
    int[] offsets =
        QuotedText.offsets(source.slice(span), scalar.text())
            .map(inner -> Arrays.stream(inner).map(it -> it + span.start()).toArray())
            .orElseGet(() -> allAt(span.start(), scalar.text().length()));
    return new CelText(source, scalar.text(), offsets);
  }

  private static CelText slice(Source source, int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(source.text().charAt(last - 1))) {
      last--;
    }
    int[] offsets = new int[last - start + 1];
    Arrays.setAll(offsets, it -> start + it);
    return new CelText(source, source.text().substring(start, last), offsets);
  }

  private static int[] allAt(int place, int length) {
    int[] offsets = new int[length + 1];
    Arrays.fill(offsets, place);
    return offsets;
  }

  public String text() {
    return text;
  }

  /// A part of it, with its places.
  CelText part(int start, int end) {
    return new CelText(
        source, text.substring(start, end), Arrays.copyOfRange(offsets, start, end + 1));
  }

  /// The place of a character; the one after the last is the end.
  public Location.InFile at(int offset) {
    int place = offsets[Math.clamp(offset, 0, text.length())];
    return new Location.InFile(source, new Span(place, place));
  }

  /// The formula of this text.
  public Formula formula(Expression root) {
    Position start = at(0).start();
    return new Formula(text, source.path(), start, root);
  }
}
