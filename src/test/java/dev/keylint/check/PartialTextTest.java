package dev.keylint.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
          (resource.host + 'x') == 'y'                           => false
          (resource.host + '') == resource.host                  => true
          ('a' + resource.number)                                => error
          """)
  void whatIsKnownDecides(String expression, String wanted) {
    Asked.check(expression, ESTATE, wanted);
  }
}
