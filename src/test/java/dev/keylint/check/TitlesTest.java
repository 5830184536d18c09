package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What reports call a resource: its name, else its symbol, else its type and place.
final class TitlesTest {
  private static final String TYPE = "Microsoft.Search/searchServices";

  /// @param name as YAML
  private static Resource declared(String name, String text, DeploymentPath path) {
    Resource named = Given.resource(TYPE, "name: " + name);
    Source source = Source.of("main.bicep", "\n" + text);
    return Given.placed(named, new Location.InFile(source, new Span(1, text.length() + 1)), path);
  }

  private static final DeploymentPath ROOT = DeploymentPath.of("main.bicep", Optional.empty());
  private static final DeploymentPath INNER =
      ROOT.into(
              new DeploymentPath.Call(
                  "outer", new Location.WholeFile("a"), false, Optional.empty()))
          .into(
              new DeploymentPath.Call(
                  "inner", new Location.WholeFile("b"), false, Optional.empty()));
  private static final String UNKNOWN = "{$runtime: name}";

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource srch 'Microsoft.Search/searchServices@2025-05-01' = {} => srch
          resource  _s1  existing = {}  => _s1
          module srch 'x.bicep' = {}    => srch
          {"type": "x"}                 => searchServices at main.bicep:2
          """)
  void aResourceWithoutAKnownNameIsCalledByItsSymbol(String text, String title) {
    assertThat(Titles.of(declared(UNKNOWN, text, ROOT))).isEqualTo(title);
    assertThat(Titles.of(declared(UNKNOWN, text, INNER)))
        .isEqualTo(title + " in module outer/inner");
    assertThat(Titles.of(declared("srch-one", text, INNER))).isEqualTo("srch-one");
  }

  /// A parameter alone may be the name of anything.
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {$parameter: n}               | resource srch 'x@1' = {} => srch
          {$parameter: n}               | {"type": "x"}            => {n}
          {$text: [a-, {$parameter: n}]} | resource srch 'x@1' = {} => a-{n}
          {$text: [{$parameter: n}, /, {$parameter: m}]} | resource srch 'x@1' = {} => srch
          {$text: [{$parameter: n}, /, {$runtime: m}]}   | resource srch 'x@1' = {} => srch
          {$text: [{$runtime: m}, /, {$parameter: n}]}   | {"type": "x"}            => …/{n}
          {$text: [{$parameter: n}, /chat]}              | resource srch 'x@1' = {} => {n}/chat
          """)
  void aNameOfWhichAPartIsKnownIsOne(String written, String title) {
    String[] parts = written.split(" *\\| ");
    assertThat(Titles.of(declared(parts[0], parts[1], ROOT))).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {"resources": {"srch": |{"type": "x"} => srch
          {"resources": [        |{"type": "x"} => searchServices at main.json:1
          {"a": "srch":, ["b"],  |{"type": "x"} => searchServices at main.json:1
          """)
  void inJsonASymbolStandsBeforeTheResource(String written, String title) {
    String before = written.substring(0, written.indexOf('|'));
    Source source = Source.of("main.json", before + written.substring(before.length() + 1));
    Span span = new Span(before.length(), source.text().length());
    Resource named = Given.resource(TYPE, "name: " + UNKNOWN);
    assertThat(Titles.of(Given.placed(named, new Location.InFile(source, span), ROOT)))
        .isEqualTo(title);
  }

  @Test
  void inAzureThereIsNoSymbol() {
    Location live = new Location.InAzure("/subscriptions/s", "");
    Resource resource = Given.placed(declared(UNKNOWN, "resource x ''", ROOT), live, ROOT);
    assertThat(Titles.symbol(resource)).isEmpty();
    assertThat(Titles.of(resource)).isEqualTo("searchServices at /subscriptions/s");
  }

  @ParameterizedTest
  @CsvSource({
    "one/two, true",
    "ONE/TWO, true",
    "two, true",
    "one, false",
    "sym, true",
    "other, false",
  })
  void aTraceAsksByNameSymbolOrLastSegment(String asked, boolean meant) {
    Resource resource = declared("one/two", "resource sym 'x'", ROOT);
    assertThat(new TraceRequest("rule", asked).asks(Given.subject(resource))).isEqualTo(meant);
  }
}
