package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Expression;
import dev.keylint.rule.Function;
import dev.keylint.text.Location;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pieces of a hole, each with what it asks for.
final class PhrasesTest {
  private static Expression expression(String hole) {
    return Asked.formula(hole).root() instanceof Expression.Call(Function function, var operands, _)
            && function == Function.DYN
        ? operands.getFirst()
        : Asked.formula(hole).root();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource.open                       => resource.open
          resource.open.deeper                => resource.open.deeper
          resource.open.join(', ')            => resource.open
          resource.open.lowerAscii()          => -
          [resource][0].open.deeper           => -
          'a'                                 => -
          'of ' + resource.open               => - resource.open
          resource.open + '!' + resource.more => resource.open - resource.more
          resource.open + resource.more + resource.open => -
          resource.open == 'x' ? resource.open : resource.more => resource.more
          """)
  void aPieceHasThePathThatIsAskedFor(String hole, String paths) {
    Result resource =
        new Facts(Choice.NONE)
            .result(
                Given.value("{open: {$parameter: open}, more: {$parameter: more}}"),
                Place.root("resource", new Location.WholeFile("given.yaml")));
    Phrases phrases =
        new Phrases(new Evaluator(100_000), Environment.of("resource", resource), List.of());
    assertThat(
            phrases.of(expression(hole), false).stream()
                .map(it -> it.path().isEmpty() ? "-" : it.path())
                .collect(Collectors.joining(" ")))
        .isEqualTo(paths);
  }
}
