package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What reports call a resource: its name, else its symbol, else its type and place.
final class TitlesTest {
  private static final String TYPE = "Microsoft.Search/searchServices";

  private static Resource declared(Value name, String text, DeploymentPath path) {
    Resource given = Given.resource(TYPE, "a: 1");
    Resource named =
        new Resource(
            given.type(),
            given.apiVersion(),
            given.id(),
            name,
            given.scope(),
            given.condition(),
            given.body(),
            false,
            given.declaredAt(),
            path);
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
  private static final Value UNKNOWN = Given.value("$runtime: name");

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource srch 'Microsoft.Search/searchServices@2025-05-01' = {} => srch
          resource  _s1  existing = {}  => _s1
          module srch 'x.bicep' = {}    => searchServices at main.bicep:2
          {"type": "x"}                 => searchServices at main.bicep:2
          """)
  void aResourceWithoutAKnownNameIsCalledByItsSymbol(String text, String title) {
    assertThat(Titles.of(declared(UNKNOWN, text, ROOT))).isEqualTo(title);
    assertThat(Titles.of(declared(UNKNOWN, text, INNER)))
        .isEqualTo(title + " in module outer/inner");
    assertThat(Titles.of(declared(Given.value("srch-one"), text, INNER))).isEqualTo("srch-one");
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
          """)
  void aNameOfWhichAPartIsKnownIsOne(String written, String title) {
    String[] parts = written.split(" *\\| ");
    assertThat(Titles.of(declared(Given.value(parts[0]), parts[1], ROOT))).isEqualTo(title);
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
    Resource resource = declared(Given.value("one/two"), "resource sym 'x'", ROOT);
    Subject subject =
        Subject.of(
            resource,
            new Access(
                () -> {
                  throw new IllegalStateException("graph");
                },
                resource,
                Deployed.NOTHING));
    assertThat(new TraceRequest("rule", asked).asks(subject)).isEqualTo(meant);
  }
}
