package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Findings read as sentences in SARIF.
final class SarifWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          keys open it                    => Keys open it.
          well-known names                => Well-known names.
          done                            => Done.
          oai.openai.azure.com answers.   => oai.openai.azure.com answers.
          my-oai.openai.azure.com answers => my-oai.openai.azure.com answers.
          https://it.example answers      => https://it.example answers.
          infra/main.bicep is dead        => infra/main.bicep is dead.
          principalType is null           => principalType is null.
          'it' is open                    => 'it' is open.
          """)
  void aSentenceBeginsWithACapitalUnlessItIsANameThatDoes(String phrase, String sentence) {
    assertThat(SarifWords.sentence(phrase)).isEqualTo(sentence);
  }
}
