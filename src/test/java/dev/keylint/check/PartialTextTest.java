package dev.keylint.check;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.NormalForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts of which a part is known, and choices between texts.
final class PartialTextTest {
  private static final String ESTATE =
      """
      host: {$text: ['https://', {$parameter: name}, '.OpenAI.azure.com']}
      open: {$parameter: anything}
      end: {$text: [{$parameter: anything}, '-end']}
      both: {$either: ['https://one.example', 'https://two.example']}
      mixed: {$either: ['https://one.example', 'http://two.example']}
      part: {$either: [{$text: ['a-', {$parameter: x}]}, 'a-b']}
      number: 1
      key: {$key: key1}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource.host.startsWith('https://')                   => true
          resource.host.startsWith('http://')                    => false
          resource.host.startsWith('https://a')                  => open
          resource.host.endsWith('.OpenAI.azure.com')            => true
          resource.host.endsWith('.openai.azure.com')            => false
          resource.host.endsWith('x.OpenAI.azure.com')           => open
          resource.host.lowerAscii().endsWith('.openai.azure.com') => true
          resource.host.upperAscii().startsWith('HTTPS://')      => true
          resource.host.contains('.azure.')                      => true
          resource.host.contains('search')                       => open
          resource.host.contains('')                             => open
          resource.host.matches('^https:')                       => true
          resource.host.matches('azure[.]com$')                  => true
          resource.host.matches('https:/')                       => true
          resource.host.matches('https://')                      => open
          resource.host.matches('[.]OpenAI')                     => open
          resource.host.matches('OpenAI')                        => true
          resource.host.matches('^ftp://')                       => open
          resource.open.startsWith('a')                          => open
          resource.both.startsWith('https://')                   => true
          resource.both.startsWith('ftp://')                     => false
          resource.both.upperAscii().startsWith('HTTPS://')      => true
          resource.both.upperAscii().startsWith('https://')      => false
          resource.mixed.startsWith('https://')                  => open
          resource.mixed.endsWith('.example')                    => true
          resource.mixed.upperAscii().endsWith('.EXAMPLE')       => true
          resource.part.startsWith('a-')                         => true
          resource.part.upperAscii().startsWith('A-')            => true
          ('x' + resource.host).startsWith('xhttps://')          => true
          (resource.host + '/x').endsWith('azure.com/x')         => true
          (resource.open + '/x').endsWith('/x')                  => true
          ('x' + resource.end).endsWith('-end')                  => true
          (resource.host + resource.end).contains('azure.comx')  => open
          (resource.host + resource.end).endsWith('-end')        => true
          (resource.host + resource.end).startsWith('https://')  => true
          ('a' + 'b')                                            => 'ab'
          resource.key == ''                                     => false
          '' == resource.key                                     => false
          resource.key == 'x'                                    => open
          resource.open == ''                                    => open
          '' == resource.open                                    => open
          (resource.host + 'x') == 'y'                           => false
          (resource.host + '') == resource.host                  => true
          ('a' + resource.number)                                => error
          (resource.host + dyn(resource.number))                 => open
          (resource.host + resource.absent)                      => open
          (resource.host + (resource.open == 'x' ? 'a' : 'b'))   => open
          """)
  void whatIsKnownDecides(String expression, String wanted) {
    Asked.check(expression, ESTATE, wanted);
  }

  /// What a rule sees of a value.
  private static Result result(String yaml) {
    return Asked.result("resource.text", "text: " + yaml);
  }

  /// A choice whose first or second branch is a choice in turn, so many in all.
  private static String choices(int all, boolean first) {
    String yaml = "abc";
    for (int i = 0; i < all; i++) {
      yaml = "{$either: [" + (first ? yaml + ", abd" : "abd, " + yaml) + "]}";
    }
    return yaml;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void choicesInChoicesAreLookedIntoEightDeep(boolean first) {
    String begins = "resource.text.startsWith('ab')";
    assertThat(Asked.result(begins, "text: " + choices(8, first)).is(true)).isTrue();
    assertThat(Asked.result(begins, "text: " + choices(9, first)))
        .isInstanceOf(Result.Unknown.class);
  }

  private static String upper(String yaml) {
    return Interpolation.cased((Result.Unknown) result(yaml), it -> it.toUpperCase(ROOT), "toUpper")
        .map(it -> ((Result.Unknown) it).value().orElseThrow())
        .map(NormalForm::print)
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void textsOfChoicesChangeTheirCaseEightDeep(boolean first) {
    assertThat(upper(choices(8, first))).contains("'ABC'").doesNotContain("toUpper");
    assertThat(upper(choices(9, first))).doesNotContain("'ABC'").contains("toUpper(if(");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {$text: ['a', {$parameter: p}]}         => format('A{0}', toUpper(parameters('p')))
          {$either: [a, b]}                       => if(which(), 'A', 'B')
          {$either: [a, b, c]}                    => ``
          {$parameter: p}                         => ``
          {$runtime: name}                        => ``
          """)
  void theCaseOfWhatIsKnownChanges(String yaml, String shown) {
    assertThat(upper(yaml)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          a                                       => true
          {$text: ['a', {$parameter: p}]}         => true
          {$parameter: p}                         => false
          {$either: [a, b]}                       => false
          1                                       => false
          """)
  void whatIsATextForCertain(String yaml, boolean certain) {
    assertThat(Interpolation.isText(result(yaml))).isEqualTo(certain);
  }

  @Test
  void whatFailedIsNoText() {
    assertThat(Interpolation.isText(Asked.result("1 / 0"))).isFalse();
  }
}
