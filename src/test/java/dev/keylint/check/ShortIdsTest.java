package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A resource is called by its names, whatever form its id has.
final class ShortIdsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          /subscriptions/s/resourceGroups/rg/providers/Microsoft.Search/searchServices/srch => srch
          /x/providers/A.B/c/one/d/two                       => one/two
          /x/providers/A.B/c/one/providers/E.F/g/two         => two
          /providers/A.B                                     => …
          /providers/A.B/c/one/d/two                         => one/two
          /                                                  => …
          /subscriptions/s/resourceGroups/rg                 => rg
          rg                                                 => rg
          resourceId('Microsoft.Search/searchServices', 'srch') => srch
          resourceId('A.B/c/d', 'one', 'two')                => one/two
          resourceId('other', 'A.B/c', 'one')                => one
          subscriptionResourceId('A.B/c', 'one')             => one
          extensionResourceId(resourceId('X.Y/z', 'zed'), 'A.B/c', 'one') => one
          resourceId('A.B/c', parameters('name'))            => name
          resourceId('A.B/c', uniqueString())                => …
          format('{0}/providers/A.B/c/one', resourceGroup().id) => one
          format('/providers/A.B/c/pre-{0}', parameters('x')) => pre-…
          format('{0}', parameters('x'))                     => …
          parameters('id')                                   => …
          """)
  void theNamesInAnId(String id, String name) {
    assertThat(ShortIds.of(id)).isEqualTo(name);
  }

  @Test
  void aLongIdIsReadToo() {
    String name = "x".repeat(100_000);
    assertThat(ShortIds.of("format('/providers/A.B/c/" + name + "')")).isEqualTo(name);
    assertThat(ShortIds.of("resourceId('A.B/c', '" + name + "')")).isEqualTo(name);
  }
}
