package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.eval.choice.Resubstitution;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.graph.Estates;
import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the names of settings, secrets and outputs say of what they hold.
class NamesOfSettingsTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final Origin ORIGIN = Origin.at(AT);

  private static Value text(String text) {
    return new Value.Str(text, ORIGIN);
  }

  private static Setting setting(String name, String value) {
    return new Setting(name, new Property("value", AT, text(value)), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AZURE_OPENAI_API_KEY",
        "AzureOpenAIKey",
        "AzureOpenAI__ApiKey",
        "aoai-key",
        "SEARCH_ADMIN_KEY",
        "AZURE_SEARCH_QUERYKEY_2",
        "FOUNDRY_ACCESS_KEY",
        "AI_SERVICES_KEY1",
        "CognitiveServicesKey",
      })
  void theNameOfAKeyEndsInIt(String name) {
    assertThat(KeyName.isOne(text(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "API_KEY",
        "STORAGE_KEY",
        "AZURE_OPENAI_ENDPOINT",
        "AZURE_OPENAI_KEYLESS",
        "OPENAI_KEY_NAME",
        "SEARCH_INDEX_KEY",
        "SEARCH_DOCUMENT_KEY",
        "OPENAI_CACHE_KEY",
        "SEARCH_PARTITION_KEY",
        "AZURE_OPENAI_KEY_VAULT_KEY",
        "BING_SEARCH_KEY",
        "GOOGLE_SEARCH_API_KEY",
        "ELASTICSEARCH_API_KEY",
        "OPENSEARCH_API_KEY",
        "WEB_SEARCH_API_KEY",
        "RESEARCH_API_KEY",
      })
  void otherNamesAreOfNoKeyOfOurs(String name) {
    assertThat(KeyName.isOne(text(name))).isFalse();
  }

  @Test
  void whatIsNoTextIsNoName() {
    assertThat(KeyName.isOne(new Value.Int(7, ORIGIN))).isFalse();
    assertThat(KeyName.speaksOfModels(new Value.Int(7, ORIGIN))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-key, true",
    "openAiKey, true",
    "EMBEDDING_KEY, true",
    "cognitiveKey, false",
    "searchKey, false",
  })
  void someNamesSpeakOfModels(String name, boolean models) {
    assertThat(KeyName.speaksOfModels(text(name))).isEqualTo(models);
  }

  @ParameterizedTest
  @CsvSource({
    "SPEECH_ENDPOINT,       SPEECH_KEY,        true",
    "speechEndpoint,        Azure__Speech__Key, true",
    "AZURE_SPEECH_ENDPOINT, AZURE_VISION_KEY,  false",
    "API_ENDPOINT,          API_KEY,           false",
    "SERVICE_URL,           SERVICE_KEY,       false",
    "_x_ENDPOINT,           _y_KEY,            false",
  })
  void namesAreAkinByAWordOfTheirOwn(String one, String other, boolean akin) {
    assertThat(SettingName.areAkin(one, other)).isEqualTo(akin);
    assertThat(SettingName.areAkin(other, one)).isEqualTo(akin);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "AZURE_SEARCH_SERVICE,          SEARCH",
        "AZURE_AI_SEARCH_SERVICE_NAME,  SEARCH",
        "SearchServiceName,             SEARCH",
        "SEARCH_NAME,                   SEARCH",
        "SEARCH_INDEX_NAME,             -",
        "AZURE_OPENAI_SERVICE,          OPENAI",
        "AzureOpenAI__ResourceName,     OPENAI",
        "AZURE_OPENAI_API_INSTANCE_NAME, OPENAI",
        "AOAI_ACCOUNT_NAME,             OPENAI",
        "OPENAI_SERVICE,                -",
        "AZURE_OPENAI_DEPLOYMENT_NAME,  -",
      })
  void aServiceMayBeGivenByItsName(String name, Service service) {
    assertThat(Family.bareNameOf(name)).isEqualTo(Optional.ofNullable(service));
  }

  @Test
  void aLongNameIsReadToo() {
    String prefix = "APP_".repeat(20_000);
    assertThat(Family.bareNameOf(prefix + "AZURE_OPENAI_SERVICE")).contains(Service.OPENAI);
    assertThat(Family.bareNameOf(prefix + "AZURE_SERVICE")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "AZURE_SEARCH_ENDPOINT,       SEARCH,  true,  false",
        "BING_SEARCH_ENDPOINT,        -,       false, false",
        "PROJECT_CONNECTION_STRING,   PROJECT, true,  false",
        "AZURE_OPENAI_API_BASE,       OPENAI,  true,  false",
        "AZURE_OPENAI_AUDIENCE_URL,   OPENAI,  false, false",
        "AZURE_OPENAI_DEPLOYMENT,     OPENAI,  false, false",
        "AZURE_OPENAI_API_KEY,        OPENAI,  false, true",
        "SEARCH_KEY_NAME,             SEARCH,  false, false",
        "STORAGE_URL,                 -,       false, false",
        "STORAGE_KEY,                 -,       false, false",
      })
  void aNameSpeaksOfAFamily(String name, Family family, boolean endpoint, boolean key) {
    assertThat(Family.of(name)).isEqualTo(Optional.ofNullable(family));
    assertThat(Family.namesEndpoint(name)).isEqualTo(endpoint);
    assertThat(Family.namesKey(name)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "AI_TOKEN_SCOPE,  https://any.example.com,                  true",
    "TOKEN_AUDIENCE,  https://cognitiveservices.azure.com/.default, true",
    "TOKEN_AUDIENCE,  https://ai.azure.us,                      true",
    "TOKEN_AUDIENCE,  https://search.azure.com,                 false",
    "GRAPH_AUDIENCE,  https://ai.azure.com,                     false",
    "AI_GRAPH_SCOPE,  https://ai.azure.com,                     false",
    "CHAT_AUDIENCE_1, https://ai.azure.com,                     true",
  })
  void anAudienceIsForModelsByItsNameOrItsValue(String name, String value, boolean models) {
    assertThat(Audience.isForModels(setting(name, value))).isEqualTo(models);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ACTION,        AUDIENCE,          resource",
        "POLICY,        AUDIENCE,          resource",
        "BACKEND,       AUDIENCE,          resource",
        "SETTING,       AI_SCOPE,          scope",
        "SETTING,       scopesOfTokens,    scope",
        "SETTING,       AI_AUDIENCE,       -",
        "SETTING,       TELESCOPE,         -",
        "CONNECTION,    SCOPE,             -",
        "SEARCH_OBJECT, SCOPE,             -",
      })
  void aPlaceTakesAnAudienceInOneForm(Source source, String name, String form) {
    Fact audience = new Fact(text("https://ai.azure.com"), setting(name, "x").evidence());
    assertThat(Audience.form(source, audience)).isEqualTo(Optional.ofNullable(form));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://AI.azure.com/.default/,  https://ai.azure.com",
    "https://ai.azure.com//.default,  https://ai.azure.com",
    "https://ai.azure.com/,           https://ai.azure.com",
    "///,                             ''",
    "A,                               a",
  })
  void audiencesAreComparedInOneForm(String written, String compared) {
    assertThat(Audience.of(setting("A", written).evidence()).orElseThrow().value())
        .isEqualTo(text(compared));
  }

  /// An audience that a parameter picks, and what is then compared where it is on and off.
  private static List<String> picked(String json) {
    Value given = Estates.value(json.replace("ON", "\"${param.on}\"").replace('\'', '"'));
    Value compared = Audience.of(new Property("A", AT, given)).orElseThrow().value();
    Resubstitution tried = new Resubstitution(RoleNames.NONE);
    return Stream.of(true, false)
        .map(on -> tried.of((Value.Unknown) compared, Map.of("on", new Value.Bool(on, ORIGIN))))
        .map(Estates::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'$if': [ON, 'https://AI.azure.com/.default', 'https://search.azure.com/']}"
            + " | https://ai.azure.com | https://search.azure.com",
        "{'$text': [{'$if': [ON, 'https://ai', 'https://search']}, '.azure.com/']}"
            + " | https://ai.azure.com | https://search.azure.com",
        "{'$if': [ON, 'https://AI.azure.com', '']} | https://AI.azure.com | ~~",
      })
  void eachOfSeveralAudiencesIsComparedInThatForm(String json, String on, String off) {
    assertThat(picked(json)).containsExactly(on, off);
  }

  @Test
  void onlyAnHttpsUrlIsAnAudience() {
    assertThat(Audience.isPlausible(text("HTTPS://ai.azure.com"))).isTrue();
    assertThat(Audience.isPlausible(text("https:/x"))).isFalse();
    assertThat(Audience.isPlausible(text("my-index"))).isFalse();
    assertThat(Audience.isPlausible(Doubt.notStated("it", AT))).isTrue();
    assertThat(Audience.of(setting("A", " ").evidence())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "usgovvirginia, GOVERNMENT",
        "USDoD Central, GOVERNMENT",
        "China North 3, CHINA",
        "westeurope,    PUBLIC",
        "Global,        -",
        "'',            -",
      })
  void aRegionLiesInACloud(String region, Cloud cloud) {
    assertThat(Cloud.ofRegion(region)).isEqualTo(Optional.ofNullable(cloud));
  }

  @ParameterizedTest
  @CsvSource({
    "APPLICATIONINSIGHTS_CONNECTION_STRING, true",
    "COSMOSDB_KEY,                          true",
    "AZURE_OPENAI_API_KEY,                  true",
    "BOT_PASSWORD,                          true",
    "UPSTREAM_TOKEN,                        false",
    "ROBOT_TOKEN,                           false",
  })
  void someNamesSayWhatASecretIsFor(String name, boolean known) {
    assertThat(SecretUse.isKnown(name)).isEqualTo(known);
  }
}
