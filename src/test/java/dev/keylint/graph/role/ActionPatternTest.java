package dev.keylint.graph.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    "a*,                                   a,                                              true",
    "a**,                                  a,                                              true",
    "a*b,                                  a,                                              false",
    "ab,                                   a,                                              false",
    "*a*a*a*b,                             aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,           false",
  })
  void wildcards(String pattern, String action, boolean matches) {
    assertThat(ActionPattern.matches(pattern, action)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "*,                        '',                  true",
    "*/read,                   '',                  true",
    "Microsoft.*/read,         '',                  true",
    "microsoft.search/*,       '',                  true",
    "Microsoft.Search/a/read,  '',                  true",
    "Microsoft.Search/a/read,  Microsoft.Search/*,  false",
    "*,                        Microsoft.Search/*,  false",
    "*,                        Microsoft.Web/*,     true",
    "Microsoft.SearchMore/*,   '',                  false",
    "Microsoft.Web/*,          '',                  false",
    "Microsoft,                '',                  false",
  })
  void dataActionsOfAProvider(String data, String notData, boolean reaches) {
    List<String> not = notData.isEmpty() ? List.of() : List.of(notData);
    Permission entry = new Permission(List.of(), List.of(), List.of(data), not, List.of());
    assertThat(entry.reachesData("Microsoft.Search")).isEqualTo(reaches);
  }
}
