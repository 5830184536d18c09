package dev.keylint.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Builds the tree from the parser's tokens; recursion is bounded by the parser's nesting limit.
final class TreeReader {
  /// Up to this many members a scan of the list finds a duplicate faster than a map does.
  private static final int SMALL = 8;

  /// What the exception says when there are too many values.
  static final String TOO_MANY = "too many values";

  private final Source source;
  private final JsonParser parser;
  private final List<Diagnostic> notes;
  private int values;

  TreeReader(Source source, JsonParser parser, List<Diagnostic> notes) {
    this.source = source;
    this.parser = parser;
    this.notes = notes;
  }

  Optional<JsonValue> document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      notes.add(SyntaxErrors.empty(source));
      return Optional.empty();
    }
    JsonValue root = value(first);
    noteTrailingText(root.span().end());
    return Optional.of(root);
  }

  private JsonValue value(JsonToken token) throws IOException {
    if (++values > JsonReader.MAX_VALUES) {
      throw new StreamConstraintsException(TOO_MANY);
    }
    int start = offset();
    return switch (token) {
      case START_OBJECT -> object(start);
      case START_ARRAY -> array(start);
      case VALUE_STRING -> {
        String text = parser.getText();
        yield new JsonString(text, new Span(start, end()));
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonNumber(number(token), new Span(start, start + parser.getTextLength()));
      case VALUE_TRUE -> new JsonBoolean(true, new Span(start, start + "true".length()));
      case VALUE_FALSE -> new JsonBoolean(false, new Span(start, start + "false".length()));
      case VALUE_NULL -> new JsonNull(new Span(start, start + "null".length()));
      case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException(token + " where a value starts, at offset " + start);
    };
  }

  private BigDecimal number(JsonToken token) throws IOException {
    boolean isLong =
        token == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    try {
      return isLong ? BigDecimal.valueOf(parser.getLongValue()) : parser.getDecimalValue();
    } catch (NumberFormatException e) {
      // An exponent beyond what BigDecimal can hold.
      throw new JsonParseException(parser, "numeric value", parser.currentTokenLocation(), e);
    }
  }

  private JsonArray array(int start) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      items.add(value(token));
    }
    return new JsonArray(items, new Span(start, offset() + 1));
  }

  private JsonObject object(int start) throws IOException {
    List<JsonMember> members = new ArrayList<>();
    Map<String, Integer> index = new HashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyStart = offset();
      Span keySpan = new Span(keyStart, keyEnd(keyStart));
      JsonMember member = new JsonMember(key, keySpan, value(next()));
      int earlier = find(members, index, key);
      if (earlier >= 0) {
        noteDuplicate(key, members.set(earlier, member));
      } else {
        members.add(member);
      }
    }
    return new JsonObject(members, new Span(start, offset() + 1));
  }

  private static int find(List<JsonMember> members, Map<String, Integer> index, String key) {
    if (members.size() <= SMALL) {
      for (int i = 0; i < members.size(); i++) {
        if (members.get(i).key().equals(key)) {
          return i;
        }
      }
      return -1;
    }
    for (int i = index.size(); i < members.size(); i++) {
      index.put(members.get(i).key(), i);
    }
    @Nullable Integer earlier = index.get(key);
    return earlier == null ? -1 : earlier;
  }

  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new IllegalStateException("the parser let an open bracket pass in " + source);
    }
    return token;
  }

  private int offset() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private int end() {
    return (int) parser.currentLocation().getCharOffset();
  }

  /// The parser has read past the colon when it reports a key, so the quote is looked for here.
  private int keyEnd(int start) {
    String text = source.text();
    char quote = text.charAt(start);
    int at = start + 1;
    if (quote != '"' && quote != '\'') {
      while (":/".indexOf(text.charAt(at)) < 0 && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at;
    }
    while (text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private void noteDuplicate(String key, JsonMember replaced) {
    notes.add(
        note("the key `" + key + "` occurs again in this object", replaced.keySpan())
            .help("Azure takes the last one; remove the others"));
  }

  private void noteTrailingText(int end) throws IOException {
    boolean more;
    try {
      more = parser.nextToken() != null;
    } catch (JsonProcessingException _) {
      more = true;
    }
    if (more) {
      notes.add(
          note("text after the end of the document is ignored", new Span(end, end))
              .help("remove it, or the bracket that ends the document too early"));
    }
  }

  private Diagnostic note(String message, Span span) {
    return Diagnostic.of(Kind.NOTE, message, new Location.InFile(source, span));
  }
}
