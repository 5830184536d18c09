package dev.keylint.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads JSON the way Azure Resource Manager does.
///
/// Comments, trailing commas, single quotes, raw line ends in strings and text after the document
/// are accepted, as Newtonsoft.Json accepts them. Of two equal keys the last counts. A text that
/// breaks the grammar gives no value and one diagnostic: half a template would look as if the other
/// half were left out on purpose.
public final class JsonReader {
  /// Nesting that is still read; compiled templates with deep module trees have about 30 levels.
  public static final int MAX_DEPTH = 500;

  /// Values that are still read, at every depth: five times what the largest compiled templates
  /// hold.
  public static final int MAX_VALUES = 500_000;

  /// Length of text that is still read, in UTF-16 units; Azure takes templates of 4 MB.
  public static final int MAX_CHARACTERS = 64 << 20;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_CHARACTERS)
                  .maxNameLength(MAX_CHARACTERS)
                  .build())
          .build();

  /// Without anything that RFC 8259 does not have.
  private static final JsonFactory STRICT =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_CHARACTERS)
                  .maxNameLength(MAX_CHARACTERS)
                  .build())
          .build();

  private JsonReader() {}

  /// The tree of a source whose byte order mark has been removed.
  public static JsonResult read(Source source) {
    return read(source, MAX_CHARACTERS);
  }

  /// The tree of a text that is JSON by the letter, as other programs want it; empty when it is
  /// not.
  public static Optional<JsonValue> readStrictly(String text) {
    Source source = Source.of("", text);
    return read(source, MAX_CHARACTERS, STRICT)
        .value()
        .filter(value -> text.substring(value.span().end()).isBlank());
  }

  static JsonResult read(Source source, int maxCharacters) {
    return read(source, maxCharacters, FACTORY);
  }

  private static JsonResult read(Source source, int maxCharacters, JsonFactory factory) {
    if (source.text().length() > maxCharacters) {
      String message = "the file has more than " + maxCharacters + " characters";
      return failed(
          Diagnostic.of(Kind.LIMIT, message, new Location.InFile(source, new Span(0, 0))));
    }
    List<Diagnostic> notes = new ArrayList<>();
    try (JsonParser parser = factory.createParser(source.text())) {
      try {
        return new JsonResult(new TreeReader(source, parser, notes).document(), notes);
      } catch (StreamConstraintsException e) {
        // This exception knows no place, the parser does.
        return failed(SyntaxErrors.limit(source, parser.currentLocation(), e));
      } catch (JsonParseException e) {
        return failed(SyntaxErrors.syntax(source, parser.getParsingContext(), e));
      }
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed: " + source, e);
    }
  }

  private static JsonResult failed(Diagnostic diagnostic) {
    return new JsonResult(Optional.empty(), List.of(diagnostic));
  }
}
