package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The checker finds what it is there for: each row breaks a good file in one way.
final class IngestionCheckerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"uri\": \"infra/main.bicep\"|\"uri\": \"\"|uri ``",
        "\"uri\": \"infra/main.bicep\"|\"uri\": \"/main.bicep\"|uri `/main.bicep`",
        "\"uri\": \"infra/main.bicep\"|\"uri\": \"a/../main.bicep\"|uri `a/../main.bicep`",
        "\"uri\": \"infra/main.bicep\"|\"uri\": \"https://a/b\"|uri `https://a/b`",
        "\"uri\": \"infra/main.bicep\"|\"uri\": \"a b\"|uri `a b`",
        "\"uri\": \"infra/main.bicep\"|\"uri\": \"a%2fb\"|uri `a%2fb`",
        "\"startColumn\": 5,|\"startColumn\": 0,|region without startColumn",
        "\"security-severity\": \"8.2\"|\"security-severity\": \"high\"|security-severity",
        "\"security-severity\": \"8.2\"|\"security-severity\": \"10.1\"|security-severity",
        "\"security-severity\": \"8.2\"|\"security-severity\": 8.2|security-severity",
        "\"security\"|\"safety\"|not security",
        "\"ruleIndex\": 1|\"ruleIndex\": 0|wrong index",
        "keylint/templates/|keylint/templates|id without slash",
        "\"level\": \"error\"|\"level\": \"fatal\"|schema",
        "\"executionSuccessful\": true|\"executionSuccessful\": false|unsuccessful",
        "](1)|](9)|related not linked",
        "\"results\"|\"resultz\"|no array of results",
        "utf16CodeUnits|unicodeCodePoints|columns of what",
        "\"fullName\"|\"product\"|driver without fullName",
        "\"precision\": \"very-high\"|\"precision\": \"sure\"|precision",
        "search-keys-only|a-rule|rules are not sorted"
      })
  void findsEachFault(String good, String bad, String violation) throws IOException {
    String file = SarifReportTest.text(file());
    assertThat(file).contains(good);
    assertThat(IngestionChecker.violations(bytes(file.replace(good, bad))))
        .anyMatch(found -> found.contains(violation));
  }

  @Test
  void findsTwins() throws IOException {
    String twins =
        SarifReportTest.text(file())
            .replace("\"ruleId\": \"key-in-app-setting", "\"ruleId\": \"openai-local-auth")
            .replaceAll("(\"primaryLocationLineHash\": )\"[^\"]*\"", "$1\"aa:1\"");
    assertThat(IngestionChecker.violations(bytes(twins)))
        .anyMatch(found -> found.contains("twin in infra/main.bicep"));
  }

  private static byte[] file() throws IOException {
    return SarifReportTest.sarif(SarifReport.Profile.CODE_SCANNING, Samples.all());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
