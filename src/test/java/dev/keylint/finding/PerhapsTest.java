package dev.keylint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What could not be decided is said as a possibility, whatever a rule says of a failure.
final class PerhapsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`x` takes keys: anybody calls.     | It may be that `x` takes keys: anybody calls.",
        "Role 'Owner' lets a caller manage. | It may be that role 'Owner' lets a caller manage.",
        "A key is copied.                   | It may be that a key is copied.",
        "The policy sets a key. Remove it.  | It may be that the policy sets a key. Remove it.",
        "API keys open it.                  | It may be that API keys open it.",
        "Azure refuses to deploy it.        | It may be that Azure refuses to deploy it.",
        "Contoso wants tags.                | It may be that Contoso wants tags.",
        "Thebes is a name.                  | It may be that Thebes is a name.",
      })
  void aClaimBecomesAPossibility(String claim, String said) {
    assertThat(Finding.perhaps(claim)).isEqualTo(said);
  }
}
