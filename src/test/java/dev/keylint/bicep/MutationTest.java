package dev.keylint.bicep;

import dev.keylint.text.Source;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Breaks a file in thousands of ways: no way may cost more than diagnostics.
class MutationTest {
  private static final String TEXT =
      """
      targetScope = 'resourceGroup'
      @description('''
      lines''')
      param names string[] = ['a', 'b']
      type shape = { kind: 'x' | 'y', *: int? }
      func f(a string, b resourceInput<'A/b@1'>) string => '${a}-${toUpper(b.?c!)}'
      import { g as h } from './g.bicep'
      #disable-next-line no-hardcoded-location
      var v = [for (n, i) in names: i > 0 ? { n: n, ...o } : null /* c */]
      resource r 'A/b@2024-01-01' = if (f('a') == $'''${v[^1]}''') {
        name: names[0]
        @batchSize(1)
        resource c 'd' existing = [for n in names: {
          name: n
        }]
      }
      output o array = map(names, n => r::c.properties[?n]) // end
      """;

  private static final String[] PIECES = {
    "'", "'''", "${", "}", "{", "[", "]", "(", ")", "\n", "\r\n", ",", ":", "::", "=", "=>", "?",
    ".", "...", "|", "<", ">", "@", "#", "/*", "*/", "//", "\"", "$", "!", "-", "0", "a", " ",
    "for", "if", "resource ", "param ", "\ud83d", "\u0000", "\\", "\\u{", "^", ";", "&"
  };

  @Test
  void anyMutantIsRead() {
    var random = new Random(20_24);
    for (int i = 0; i < 2000; i++) {
      var text = new StringBuilder(TEXT);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        int until = Math.min(text.length(), at + random.nextInt(random.nextInt(60) + 1));
        text.replace(at, until, PIECES[random.nextInt(PIECES.length)]);
      }
      Invariants.check(BicepParser.parse(Source.of("mutant.bicep", text.toString())));
      Invariants.check(
          BicepParser.parseParameters(Source.of("mutant.bicepparam", text.toString())));
    }
  }

  @Test
  void anyStartOfAFileIsRead() {
    for (int end = 0; end < TEXT.length(); end++) {
      String start = TEXT.substring(0, end);
      Invariants.check(BicepParser.parse(Source.of("start.bicep", start)));
      Invariants.check(BicepParser.parse(Source.of("start.bicep", start.replace("\n", "\r\n"))));
    }
  }
}
