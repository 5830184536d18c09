package dev.keylint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists that get another content, in both languages: what people wrote beside the items stays.
final class ListEditingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": [\"x\", \"y\"]}                  | true",
        "{\"a\": [\"x\", /* why */ \"y\"]}        | false",
        "{\"a\": [\"x\" /* why */]}               | false",
        "{\"a\": [\"[parameters('x')]\"]}         | false",
        "var a = ['x', 'y']                       | true",
        "var a = ['x' /* why */]                  | false",
        "var a = [x, 'y']                         | false",
      })
  void aListOfLiteralsWithoutCommentsIsReplaced(String text, boolean replaced) {
    boolean json = text.startsWith("{");
    Source source = Source.of(json ? "a.json" : "a.bicep", text);
    Editing editing = json ? new JsonEditing(source) : new BicepEditing(source, false);
    Span list = new Span(text.indexOf('['), text.lastIndexOf(']') + 1);
    Attempt attempt = editing.write(list, Optional.empty(), NewValues.list(NewValues.text("z")));
    assertThat(attempt instanceof Attempt.Made).isEqualTo(replaced);
  }
}
