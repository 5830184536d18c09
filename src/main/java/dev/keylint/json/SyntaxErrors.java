package dev.keylint.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parser's complaints in our words, with the character, the bracket and the line they are
/// about.
final class SyntaxErrors {
  /// A part of the parser's message, what we say instead (with `%s` for the character found), and
  /// our advice.
  private record Wording(String part, String message, String help) {}

  private static final List<Wording> WORDINGS =
      List.of(
          new Wording(
              "start field name",
              "%s stands where a property name or `}` should",
              "write property names in double quotes"),
          new Wording(
              "separate Object entries",
              "a comma or `}` is missing before %s",
              "separate properties by commas"),
          new Wording(
              "separate Array entries",
              "a comma or `]` is missing before %s",
              "separate items by commas"),
          new Wording(
              "a colon", "a colon is missing before %s", "write a colon between name and value"),
          new Wording(
              "character escape",
              "a backslash with %s is no escape sequence",
              "write a backslash as `\\\\`"),
          new Wording(
              "umeric value",
              "the number is not valid at %s",
              "write numbers as in `-12` or `0.5`"),
          new Wording(
              "expected a v",
              "%s stands where a value should",
              "write a value or remove the comma"));

  private SyntaxErrors() {}

  static Diagnostic empty(Source source) {
    return at(source, Kind.SYNTAX, source.text().length(), "the file holds no JSON value")
        .help("an empty object is written `{}`");
  }

  static Diagnostic limit(Source source, JsonLocation reached, JsonProcessingException error) {
    boolean nesting = error.getOriginalMessage().contains("nesting");
    String message =
        nesting
            ? "brackets are nested deeper than " + JsonReader.MAX_DEPTH + " levels"
            : error.getOriginalMessage().equals(TreeReader.TOO_MANY)
                ? "there are more than " + JsonReader.MAX_VALUES + " values"
                : "a number or text is too long";
    return at(source, Kind.LIMIT, offset(reached), message);
  }

  static Diagnostic syntax(Source source, JsonStreamContext open, JsonParseException error) {
    int offset = Math.min(offset(error.getLocation()), source.text().length());
    if (error instanceof JsonEOFException) {
      return at(source, Kind.SYNTAX, source.text().length(), "the file ends " + endsIn(open, error))
          .help("the file is cut off, or a closing character is missing");
    }
    if (isConflictMarker(source.text(), offset)) {
      return at(source, Kind.SYNTAX, offset, "a merge conflict is not resolved")
          .help("choose one side and remove the markers");
    }
    return worded(source, open, offset, error.getOriginalMessage());
  }

  private static Diagnostic worded(
      Source source, JsonStreamContext open, int offset, String message) {
    String found = character(source.text(), offset);
    if (message.startsWith("Unexpected close marker") && open.inRoot()) {
      return at(source, Kind.SYNTAX, offset, found + " closes nothing")
          .help("remove it, or add the bracket that it should close");
    }
    if (message.startsWith("Unexpected close marker")) {
      return at(source, Kind.SYNTAX, offset, found + " does not close " + bracket(open))
          .help("a bracket is missing before it, or it is one too many");
    }
    if (message.startsWith("Unrecognized token")) {
      return at(source, Kind.SYNTAX, offset, word(source.text(), offset) + " is no JSON value")
          .help("write text in double quotes, and `true`, `false` and `null` in lower case");
    }
    Optional<Wording> wording =
        WORDINGS.stream().filter(candidate -> message.contains(candidate.part())).findFirst();
    return wording
        .map(words ->
            at(source, Kind.SYNTAX, offset, words.message().replace("%s", found))
                .help(words.help()))
        .orElseGet(() -> at(source, Kind.SYNTAX, offset, lowerStart(message)));
  }

  private static String endsIn(JsonStreamContext open, JsonParseException error) {
    String message = error.getOriginalMessage();
    if (message.contains("comment")) {
      return "inside a comment: `*/` is missing";
    }
    boolean inText = message.contains("string") || message.contains("field name");
    String place = open.inRoot() ? "" : " inside " + bracket(open);
    return (inText ? "inside a text" : "too early") + place;
  }

  /// The innermost open bracket: what it is, its line and its path as a JSON pointer.
  private static String bracket(JsonStreamContext open) {
    int line = open.startLocation(ContentReference.unknown()).getLineNr();
    String kind = open.inArray() ? "the array" : "the object";
    String pointer = open.getParent().pathAsPointer().toString();
    String path = pointer.isEmpty() ? "" : " `" + pointer + "`";
    String close = open.inArray() ? "]" : "}";
    return kind + path + " of line " + line + ", which needs `" + close + "`";
  }

  private static boolean isConflictMarker(String text, int offset) {
    return text.startsWith("<<<<<<<", offset)
        || text.startsWith("=======", offset)
        || text.startsWith(">>>>>>>", offset);
  }

  private static String character(String text, int offset) {
    if (offset >= text.length()) {
      return "the end of the file";
    }
    int c = text.codePointAt(offset);
    boolean visible = !Character.isISOControl(c) && !Character.isSpaceChar(c);
    return visible
        ? "`" + Character.toString(c) + "`"
        : "the character U+" + String.format(Locale.ROOT, "%04X", c);
  }

  private static String word(String text, int offset) {
    int end = offset;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return "`" + text.substring(offset, Math.min(end, offset + 40)) + "`";
  }

  private static String lowerStart(String message) {
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static int offset(JsonLocation location) {
    return (int) Math.max(0, location.getCharOffset());
  }

  private static Diagnostic at(Source source, Kind kind, int offset, String message) {
    int start = Math.min(offset, source.text().length());
    int end = Math.min(start + 1, source.text().length());
    return Diagnostic.of(kind, message, new Location.InFile(source, new Span(start, end)));
  }
}
