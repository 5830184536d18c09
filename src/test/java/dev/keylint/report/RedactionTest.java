package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: 'KEY' // 0f8a3c55d1e94b7f9a60c2be13d7a481",
        "KEY AbCdEf0123456789AbCdEf0123456789AbCdEf0123456789AbCd",
        "bearer KEY eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl",
        "AccountName=x;AccountKey=bm90IGEga2V5LCBidXQgaXQgbG9va3MgbGlrZSBvbmUhIQ==;KEY",
        "https://x.blob.core.windows.net/c?sv=2024&sig=abc%2Fdef012345%3D&KEY",
        "Server=x;Password=hunter2hunter2;KEY"
      })
  void hidesWhatLooksLikeAKey(String text) {
    String shown = Redaction.byShape().text(text);
    assertThat(shown).contains(Redaction.MASK).contains("KEY");
    assertThat(shown).hasSizeLessThan(text.length());
    assertThat(shown)
        .doesNotContain("0f8a3c55", "AbCdEf01", "eyJ", "bm90IGEga2", "abc%2Fdef", "hunter2hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roleDefinitionId: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'",
        "resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {",
        "param apiKey string = account.listKeys().key1",
        "apiKey=@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)",
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg",
        "userAssignedManagedIdentityFederatedCredentialName2",
        "password=${adminPassword}",
        "00000000000000000000000000000000"
      })
  void leavesTheRest(String text) {
    assertThat(Redaction.byShape().text(text)).isEqualTo(text);
  }

  @Test
  void hidesKnownSecretsWhereverTheyAre() {
    Redaction redaction = new Redaction(List.of("sw0rdfish", "true", "sw0rdfish-2"), false);
    assertThat(redaction.text("a sw0rdfish-2 is true, a sw0rdfishy too"))
        .isEqualTo("a *** is true, a ***y too");
  }

  @Test
  void truthValuesAndNullHideNothing() {
    String text = "set `x` to `true` or 'null', not to \"False\"";
    assertThat(new Redaction(List.of("true", "null", "False"), false).text(text)).isEqualTo(text);
  }

  /// What the user gave is a value in quotes or in a name, and a mere word elsewhere.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Role 'Search Service Contributor' on 'Search' | Role 'Search Service Contributor' on"
            + " '***'",
        "Microsoft.Search/searchServices               | Microsoft.Search/searchServices",
        "https://my.Search.windows.net                 | https://my.Search.windows.net",
        "`docs-Search-x` and `docs-Search`             | `docs-***-x` and `docs-***`",
        "/resourceGroups/Search/providers              | /resourceGroups/***/providers",
        "Search                                        | ***",
        "a rg of `rg`, not `rgb`                       | a rg of `***`, not `rgb`",
        "sku S3cret and S3crets and aS3cret            | sku *** and S3crets and aS3cret",
        "`Search…`                                     | `***…`",
      })
  void whatTheUserGaveIsHiddenWhereItIsAValue(String text, String shown) {
    Redaction redaction =
        new Redaction(new HiddenTexts(Set.of(), Set.of("Search", "rg", "S3cret")), false);
    assertThat(redaction.text(text)).isEqualTo(shown);
    assertThat(redaction.source(text)).isEqualTo(text);
  }

  /// A settings object that is secret holds words that are everywhere.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "openai-local-auth at infra/openai.bicep | openai-local-auth at infra/openai.bicep",
        "infra/openai/main.bicep:1:1             | infra/openai/main.bicep:1:1",
        "openaiName: useVault ? openai.name : x  | openaiName: useVault ? openai.name : x",
        "openAIKeyName and 'openAIKey'           | openAIKeyName and '***'",
        "host: 'openai'                          | host: '***'",
        "'openai' and `openai` and \"openai\"     | '***' and `***` and \"***\"",
        "Account=openai;at(openai, x) openai     | Account=***;at(***, x) ***",
        "'embedd…' and 'embedd...' are cut        | '***…' and '***...' are cut",
        "x:openai@host                           | x:***@host",
        "openai                                  | ***",
        "aK3y-of-mine and xaK3y-of-miney         | *** and x***y",
        "Kestrel and a-Kestrel-x                 | *** and a-***-x",
      })
  void wordsAreNoSecretsWithinNames(String text, String shown) {
    assertThat(
            new Redaction(
                    List.of("openai", "openAIKey", "embeddings", "aK3y-of-mine", "Kestrel"), false)
                .text(text))
        .isEqualTo(shown);
  }

  @Test
  void aSecretIsHiddenInFilesAsWell() {
    Redaction redaction = new Redaction(new HiddenTexts(Set.of("Search"), Set.of("Search")), false);
    assertThat(redaction.source("a Search")).isEqualTo("a ***");
    assertThat(redaction.text("a Search")).isEqualTo("a ***");
  }

  @Test
  void masksSubscriptionsButTheirLastDigits() {
    assertThat(
            new Redaction(List.of(), true)
                .text("/subscriptions/0f8a3c55-d1e9-4b7f-9a60-c2be13d7a481/resourceGroups/rg"))
        .isEqualTo("/subscriptions/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxx7a481/resourceGroups/rg");
  }

  @Test
  void secretsThatBeginAlikeOrOverlapAreAllHidden() {
    Redaction redaction =
        new Redaction(List.of("swordfish", "swordfish-two", "fish-two-sea", "sword-lily"), false);
    assertThat(redaction.text("a swordfish-two-sea, a sword-lily, a sword"))
        .isEqualTo("a ***, a ***, a sword");
  }

  @Test
  void whatIsLeftOfASecretThatWasCutIsHidden() {
    Redaction redaction = new Redaction(List.of("swordfish and other fish"), false);
    assertThat(redaction.text("`swordfish and…`, swordfish...")).isEqualTo("`***…`, ***...");
    assertThat(redaction.text("swordfish and chips")).isEqualTo("swordfish and chips");
  }

  @Test
  void aShortSecretIsHiddenWhereItStandsAloneInQuotes() {
    Redaction redaction = new Redaction(List.of("on", "abc12", ""), false);
    assertThat(redaction.text("'on' \"on\" `abc12` on 'one' 'on\" '' abc12"))
        .isEqualTo("'***' \"***\" `***` on 'one' 'on\" '' abc12");
  }

  @Test
  void textsMadeToBeSlowAreHiddenUnseen() {
    String alike = "a".repeat(20_000);
    Redaction redaction = new Redaction(List.of(alike + "b", alike + "c"), false);
    assertThat(redaction.text("a".repeat(200_000))).endsWith(Redaction.MASK);
    assertThat(redaction.text("short " + alike + "b")).isEqualTo("short ***");
  }
}
