package dev.keylint.graph.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionPatternTest {
  @ParameterizedTest
  @CsvSource({
    "*,                                    Microsoft.Search/searchServices/write,          true",
    "*/read,                               Microsoft.Search/searchServices/read,           true",
    "*/read,                               Microsoft.Search/searchServices/read/action,    false",
    "Microsoft.Search/*,                   microsoft.search/searchservices/LISTADMINKEYS/action,"
        + " true",
    "Microsoft.Search/*/read,              Microsoft.Search/searchServices/indexes/read,   true",
    "Microsoft.Search/searchServices/*,    Microsoft.Search/searchServices,                false",
    "a/*/b/*/c,                            a/x/b/y/b/z/c,                                  true",
    "a/*/b/*/c,                            a/x/b/c,                                        false",
    "a/b,                                  a/b/c,                                          false",
    "a/b/c,                                a/b,                                            false",
    "a**b,                                 ab,                                             true",
    "*a*a*a*b,                             aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,           false",
  })
  void wildcards(String pattern, String action, boolean matches) {
    assertThat(ActionPattern.matches(pattern, action)).isEqualTo(matches);
  }
}
