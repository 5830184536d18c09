package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Function;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The functions of texts: positions count code points, only ASCII letters change their case.
final class TextFunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'AZ@[az'.lowerAscii()                => 'az@[az'
          'ÄB'.lowerAscii()                    => 'Äb'
          'AZaz~{'.upperAscii()                => 'AZAZ~{'
          'äazAZ~{'.upperAscii()               => 'äAZAZ~{'
          'ßa'.upperAscii()                    => 'ßA'
          '  a b\\t'.trim()                    => 'a b'
          '\\u00a0\\u0085a\\u2003'.trim()      => 'a'
          '   '.trim()                         => ''
          ''.trim()                            => ''
          'abc'.startsWith('ab')               => true
          'abc'.startsWith('b')                => false
          'abc'.endsWith('bc')                 => true
          'abc'.endsWith('b')                  => false
          'abc'.contains('b')                  => true
          'abc'.contains('d')                  => false
          'abc'.matches('^a.c$')               => true
          'abc'.matches('^b')                  => false
          'abc'.matches(string('('))                 => error pattern
          'abc'.matches(string('(a{100}){100}')) => error pattern
          """)
  void onOneText(String expression, String wanted) {
    Asked.check(expression, "{}", wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'a,b,c'.split(',')                   => ['a', 'b', 'c']
          'a,b,c'.split(',', -1)               => ['a', 'b', 'c']
          'a,b,c'.split(',', 0)                => []
          'a,b,c'.split(',', 1)                => ['a,b,c']
          'a,b,c'.split(',', 2)                => ['a', 'b,c']
          'a,b,c'.split(',', 9)                => ['a', 'b', 'c']
          'abc'.split(',')                     => ['abc']
          ''.split(',')                        => ['']
          'a,'.split(',')                      => ['a', '']
          ',a'.split(',')                      => ['', 'a']
          'a,b'.split(',', 4294967296)         => ['a', 'b']
          'a,b'.split(',', -4294967296)        => ['a', 'b']
          'a--b'.split('--')                   => ['a', 'b']
          'abc'.split('')                      => ['a', 'b', 'c']
          'abc'.split('', 2)                   => ['a', 'bc']
          'a'.split('')                        => ['a']
          ''.split('')                         => []
          size('\\U0001F600a'.split(''))       => 2
          'a-a-a'.replace('a', 'bb')           => 'bb-bb-bb'
          'a-a-a'.replace('a', 'b', 0)         => 'a-a-a'
          'a-a-a'.replace('a', 'b', 1)         => 'b-a-a'
          'a-a-a'.replace('a', 'b', 2)         => 'b-b-a'
          'a-a-a'.replace('a', 'b', -1)        => 'b-b-b'
          'a-a-a'.replace('x', 'b')            => 'a-a-a'
          'abc'.replace('', '_')               => '_a_b_c_'
          'abc'.replace('', '_', 2)            => '_a_bc'
          'abc'.replace('', '_', 4)            => '_a_b_c_'
          ''.replace('', '_')                  => '_'
          ''.replace('', '_', 0)               => ''
          size('\\U0001F600'.replace('', '_'))  => 3
          'aa'.replace('a', 'b', 4294967297)   => 'bb'
          '-a'.replace('-', 'b')               => 'ba'
          ['a', 'b'].join()                    => 'ab'
          ['a', 'b'].join('-')                 => 'a-b'
          ['a'].join('-')                      => 'a'
          dyn([]).join('-')                    => ''
          dyn(['a', 1]).join('-')              => error not a text
          dyn(1).join('-')                     => error not an array
          dyn(['a']).join(dyn(1))              => error not a text
          """)
  void apartAndTogether(String expression, String wanted) {
    Asked.check(expression, "{}", wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'abcb'.indexOf('b')                  => 1
          'abcb'.indexOf('b', 1)               => 1
          'abcb'.indexOf('b', 2)               => 3
          'abcb'.indexOf('x')                  => -1
          'abcb'.indexOf('', 4)                => 4
          'abcb'.indexOf('b', 5)               => error position
          'abcb'.indexOf('b', -1)              => error position
          'abcb'.lastIndexOf('b')              => 3
          'abcb'.lastIndexOf('b', 3)           => 3
          'abcb'.lastIndexOf('b', 2)           => 1
          'abcb'.lastIndexOf('a', 0)           => 0
          'abcb'.lastIndexOf('x')              => -1
          'abcb'.lastIndexOf('b', 5)           => error position
          '\\U0001F600ab'.indexOf('b')         => 2
          '\\U0001F600ab'.indexOf('b', 2)      => 2
          '\\U0001F600ab'.lastIndexOf('b')     => 2
          'abcd'.substring(1)                  => 'bcd'
          'abcd'.substring(4)                  => ''
          'abcd'.substring(1, 3)               => 'bc'
          'abcd'.substring(0, 4)               => 'abcd'
          'abcd'.substring(2, 2)               => ''
          'abcd'.substring(5)                  => error position
          'abcd'.substring(-1)                 => error position
          'abcd'.substring(2, 1)               => error position
          'abcd'.substring(1, 5)               => error position
          '\\U0001F600ab'.substring(1)         => 'ab'
          '\\U0001F600ab'.substring(1, 2)      => 'a'
          'abc'.charAt(0)                      => 'a'
          'abc'.charAt(2)                      => 'c'
          'abc'.charAt(3)                      => ''
          'abc'.charAt(4)                      => error position
          'abc'.charAt(-1)                     => error position
          """)
  void byPosition(String expression, String wanted) {
    Asked.check(expression, "{}", wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          dyn(1).lowerAscii()                  => error not a text
          dyn(1).upperAscii()                  => error not a text
          dyn(1).trim()                        => error not a text
          dyn(1).contains('a')                 => error not a text
          'a'.contains(dyn(1))                 => error not a text
          'a'.matches(dyn(1))                  => error not a text
          'a'.substring(dyn('b'))              => error not a whole number
          'a'.substring(0, dyn('b'))           => error not a whole number
          'a'.charAt(dyn('b'))                 => error not a whole number
          'a'.split(dyn(1))                    => error not a text
          'a'.split('b', dyn('c'))             => error not a whole number
          'a'.indexOf(dyn(1))                  => error not a text
          'a'.indexOf('b', dyn('c'))           => error not a whole number
          'a'.lastIndexOf('b', dyn('c'))       => error not a whole number
          'a'.replace(dyn(1), 'b')             => error not a text
          'a'.replace('b', dyn(1))             => error not a text
          'a'.replace('b', 'c', dyn('d'))      => error not a whole number
          """)
  void argumentsHaveTheirKind(String expression, String wanted) {
    Asked.check(expression, "{}", wanted);
  }

  /// Nothing that is checked has one; who evaluates what is not checked gets no exception.
  @Test
  void anArgumentTooManyIsAnError() {
    Result text = Result.of(new Datum.Text("a"));
    Result number = Result.of(new Datum.Int(1));
    assertThat(
            TextFunctions.of(Function.SPLIT, List.of(text, text, number, number), new Patterns()))
        .isInstanceOf(Result.Failed.class);
    assertThat(TextFunctions.of(Function.TRIM, List.of(text, text), new Patterns()))
        .isInstanceOf(Result.Failed.class);
  }
}
