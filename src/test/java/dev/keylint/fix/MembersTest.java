package dev.keylint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Change;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Spot;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How members come and go, whatever stands between them. In the tables `|` is a line end.
final class MembersTest {
  private static final String BICEP = "var x = ";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{}; {|  n: true|}",
        "{ }; {|  n: true|}",
        "{|}; {|  n: true|}",
        "{|  // nothing|}; {|  // nothing|  n: true|}",
        "{ /* nothing */ }; {|  n: true| /* nothing */ }",
        "{ a: 1 }; { a: 1, n: true }",
        "{ a: 1, b: { c: 2 } }; { a: 1, b: { c: 2 }, n: true }",
        "{|\ta: 1|}; {|\ta: 1|\tn: true|}",
        "{|    a: 1 // one|}; {|    a: 1 // one|    n: true|}",
        "{|  a: 1 /* one| more */|}; {|  a: 1 /* one| more */|  n: true|}",
        "{|  a: 1|  // end|}; {|  a: 1|  n: true|  // end|}",
        "{ a: 1|  b: 2 }; { a: 1|  b: 2, n: true }",
        "{|  a: [|    1|  ]|}; {|  a: [|    1|  ]|  n: true|}",
        "{|  a: 1|  ...b|}; {|  a: 1|  ...b|  n: true|}",
        "{|  N: false|}; {|  N: true|}",
        "{|  'n': null|}; {|  'n': true|}",
        "{|  a: '''|}|'''|}; {|  a: '''|}|'''|  n: true|}",
      })
  void bicepGetsOne(String before, String after) {
    assertThat(bicep(before, it -> new Change.Write(missing(it, "n"), yes(it))))
        .isEqualTo(lines(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "{}; {|  \"n\": true|}",
        "{ }; {|  \"n\": true|}",
        "{|}; {|  \"n\": true|}",
        "{|    // nothing|}; {|    // nothing|    \"n\": true|}",
        "{\"a\": 1}; {\"a\": 1, \"n\": true}",
        "{ \"a\": 1 }; { \"a\": 1, \"n\": true }",
        "{|  \"a\": 1|}; {|  \"a\": 1,|  \"n\": true|}",
        "{|\t\"a\": {\"b\": []}|}; {|\t\"a\": {\"b\": []},|\t\"n\": true|}",
        "{|  \"a\": 1,|}; {|  \"a\": 1,|  \"n\": true,|}",
        "{|  \"a\": 1 // one|}; {|  \"a\": 1, // one|  \"n\": true|}",
        "{|  \"a\": 1, // one, or more|}; {|  \"a\": 1, // one, or more|  \"n\": true,|}",
        "{|  \"a\": 1 /* , */|}; {|  \"a\": 1, /* , */|  \"n\": true|}",
        "{|    \"a\": 1|  , \"b\": 2|}; {|    \"a\": 1|  , \"b\": 2,|  \"n\": true|}",
        "{|  \"N\": false|}; {|  \"N\": true|}",
        "{|  \"n\": null|}; {|  \"n\": true|}",
      })
  void jsonGetsOne(String before, String after) {
    assertThat(json(before, it -> new Change.Write(missing(it, "n"), yes(it))))
        .isEqualTo(lines(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{ n: 1 }; {}",
        "{ n: 1, b: 2 }; { b: 2 }",
        "{ a: 1, n: 2 }; { a: 1 }",
        "{|  n: 1|}; {|}",
        "{|  a: 1|  n: 2 // two|  b: 3|}; {|  a: 1|  b: 3|}",
        "{|  a: 1|  n: {|    c: 2|  }|}; {|  a: 1|}",
        "{|  // about n|  n: 1|  b: 2|}; {|  // about n|  b: 2|}",
        "{ a: 1|  n: 2 }; { a: 1|   }",
      })
  void bicepLosesOne(String before, String after) {
    assertThat(bicep(before, it -> new Change.Remove(written(it, "n: ")))).isEqualTo(lines(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "{\"n\": 1}; {}",
        "{\"n\": 1, \"b\": 2}; {\"b\": 2}",
        "{\"a\": 1, \"n\": 2}; {\"a\": 1}",
        "{|  \"n\": 1|}; {|}",
        "{|  \"a\": 1,|  \"n\": 2|}; {|  \"a\": 1|}",
        "{|  \"a\": 1, // one|  \"n\": 2|}; {|  \"a\": 1 // one|}",
        "{|  \"a\": 1,|  \"n\": 2,|}; {|  \"a\": 1,|}",
        "{|  \"n\": 1,|  \"b\": 2|}; {|  \"b\": 2|}",
        "{|  \"n\": 1|  , \"b\": 2|}; {|   \"b\": 2|}",
      })
  void jsonLosesOne(String before, String after) {
    assertThat(json(before, it -> new Change.Remove(written(it, "\"n\": "))))
        .isEqualTo(lines(after));
  }

  private interface Changing {
    Change of(Source source);
  }

  private static String bicep(String before, Changing changing) {
    String text = edited("x.bicep", BICEP + lines(before) + "\n", changing);
    assertThat(Mistakes.in("x.bicep", text)).as(text).isZero();
    assertThat(text).startsWith(BICEP).endsWith("\n");
    return text.substring(BICEP.length(), text.length() - 1);
  }

  private static String json(String before, Changing changing) {
    String text = edited("x.json", lines(before), changing);
    assertThat(Mistakes.in("x.json", text)).as(text).isZero();
    return text;
  }

  private static String edited(String path, String before, Changing changing) {
    Source source = Source.of(path, before);
    Fix fix =
        new Fix(
            "change it",
            List.of(changing.of(source)),
            List.of(),
            dev.keylint.rule.Fix.Safety.SAFE,
            Optional.empty());
    if (Drafts.of(_ -> Optional.empty()).with(fix) instanceof Drafts.Result.Made(Drafts made)) {
      return made.changed().iterator().next().text();
    }
    throw new AssertionError("refused: " + before);
  }

  private static Spot missing(Source source, String name) {
    return new Spot.Missing(place(source, source.text().indexOf('{')), List.of(name));
  }

  /// The object from there to the end, with the line end left out that Bicep needs.
  private static Location place(Source source, int start) {
    int end = source.text().lastIndexOf('}') + 1;
    return new Location.InFile(source, new Span(start, end));
  }

  private static Spot.Written written(Source source, String start) {
    String text = source.text();
    int at = text.indexOf(start);
    int value = at + start.length();
    int end = text.startsWith("{", value) ? text.indexOf('}', value) + 1 : value + 1;
    Location place = new Location.InFile(source, new Span(at, end));
    return new Spot.Written(place, place, Optional.empty());
  }

  private static Value yes(Source source) {
    return new Value.Bool(true, Origin.at(new Location.WholeFile(source.path())));
  }

  private static String lines(String text) {
    return text.replace('|', '\n');
  }
}
