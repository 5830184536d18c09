package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelativeUriTest {
  @ParameterizedTest
  @CsvSource({
    "'', infra/main.bicep, infra/main.bicep",
    "infra, main.bicep, infra/main.bicep",
    "infra/app, ../main.bicep, infra/main.bicep",
    "'', ../../main.bicep, main.bicep",
    "., ./a/./b.json, a/b.json",
    "'', /a/b.json, a/b.json",
    "'', a\\b.json, a/b.json",
    "'', C:/a.json, C%3A/a.json",
    "'', a b#c?%.json, a%20b%23c%3F%25.json",
    "'', grün/日.bicep, gr%C3%BCn/%E6%97%A5.bicep",
    "'', git::https://x, git%3A%3Ahttps%3A/x"
  })
  void isRelativeAndEncoded(String root, String path, String expected) {
    assertThat(RelativeUri.of(root, path)).isEqualTo(expected);
  }

  @Test
  void theRootItselfIsADot() {
    assertThat(RelativeUri.of("", ".")).isEqualTo(".");
    assertThat(RelativeUri.of("infra", "..")).isEqualTo(".");
  }
}
