package dev.keylint.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Bearer realm="https://a/t",service="s",scope="x y" | bearer{realm=https://a/t, scope=x y, service=s}
          BEARER Realm = plain , service=s                   | bearer{realm=plain, service=s}
          Basic realm="b", Bearer realm="c"                  | basic{realm=b} bearer{realm=c}
          Bearer realm="a \\"b\\" c",realm=second            | bearer{realm=a "b" c}
          Negotiate abc==, Bearer realm=r                    | negotiate{abc==} bearer{realm=r}
          Bearer                                             | bearer{}
          Bearer realm="open                                 | bearer{realm=open}
          ,,=x,"y"                                           | x{} y{}
          """)
  void challengesAreToldApart(String header, String expected) {
    List<ParsedChallenge> found = new ChallengeReader(header).challenges();
    StringBuilder shown = new StringBuilder();
    found.forEach(it -> shown.append(' ').append(it.scheme()).append(it.parameters()));
    assertThat(shown.toString().strip()).isEqualTo(expected);
  }
}
