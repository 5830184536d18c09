package dev.keylint.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.json.JsonWriter;
import dev.keylint.text.Source;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What reaches a snapshot and what does not, one row for each name, place and shape.
final class ScrubberTest {
  private static final String HIDDEN = "\"" + Scrubber.WITHHELD + "\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key",
        "KEY",
        "apiKey",
        "primaryKeys",
        "AZURE_OPENAI_API_KEY",
        "OPENAI_KEY_1",
        "key2",
        "API_KEY_PRIMARY",
        "API_KEY_1_PRIMARY",
        "apiKeySecondary",
        "ApiKeyValue",
        "secret",
        "clientSecrets",
        "password",
        "adminPassword",
        "DB_PASSWD",
        "dbPwd",
        "db-pass",
        "DB_PASS",
        "pass",
        "passphrase",
        "token",
        "accessTokens",
        "sas",
        "BLOB_SAS",
        "signature",
        "credential",
        "credentials",
        "connectionString",
        "CONNECTION_STRING",
        "connection-strings",
      })
  void namesOfSecrets(String name) {
    assertThat(scrubbed("{\"" + name + "\":\"plain\"}"))
        .isEqualTo("{\"" + name + "\":" + HIDDEN + "}");
    assertThat(scrubbed("{\"name\":\"" + name + "\",\"value\":\"plain\"}"))
        .isEqualTo("{\"name\":\"" + name + "\",\"value\":" + HIDDEN + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keyVaultUri",
        "keyVaultReferenceIdentity",
        "secretRef",
        "secretName",
        "keySource",
        "tokenAudience",
        "apiKeyOnly",
        "bypass",
        "compass",
        "keyword",
        "passwordSecretRef",
        "AZURE_CLIENT_ID",
        "connectionStringSetting",
        "keyValuePair",
        "value",
        "",
      })
  void namesOfSomethingElse(String name) {
    String member = "{\"" + name + "\":\"plain\"}";
    assertThat(scrubbed(member)).isEqualTo(member);
    String setting = "{\"name\":\"" + name + "\",\"value\":\"plain\"}";
    assertThat(scrubbed(setting)).isEqualTo(setting);
  }

  @Test
  void aLongNameIsReadToItsEnd() {
    String name = "key" + "1_".repeat(100_000) + "x";
    assertThat(scrubbed("{\"" + name + "\":\"plain\"}")).contains("plain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'displayName':'api-key','value':'plain'} | {'displayName':'api-key','value':#}",
        "{'value':'plain','NAME':'api-key'} | {'value':#,'NAME':'api-key'}",
        "{'name':'api-key','secureValue':'plain'} | {'name':'api-key','secureValue':#}",
        "{'name':'api-key','DefaultValue':'plain'} | {'name':'api-key','DefaultValue':#}",
        "{'name':'api-key','secretRef':'plain'} | {'name':'api-key','secretRef':'plain'}",
        "{'name':'api-key','kind':'plain'} | {'name':'api-key','kind':'plain'}",
        "{'name':'api-key','properties':{'value':'a','tags':'b'}} |"
            + " {'name':'api-key','properties':{'value':#,'tags':'b'}}",
        "{'name':'api-key','other':{'value':'a'}} | {'name':'api-key','other':{'value':'a'}}",
        "{'name':'url','value':'plain'} | {'name':'url','value':'plain'}",
        "{'key':'api-key','value':'plain'} | {'key':#,'value':#}",
        "{'name':7,'value':'plain'} | {'name':7,'value':'plain'}",
        "{'password':1234} | {'password':#}",
        "{'password':true,'key':null} | {'password':true,'key':null}",
        "{'count':1234} | {'count':1234}",
        "{'keys':['a','b']} | {'keys':[#,#]}",
        "{'keys':[['a'],1,false]} | {'keys':[[#],#,false]}",
        "{'hosts':['a','b']} | {'hosts':['a','b']}",
        "{'keys':{'a':'b','keyId':'c','type':'d'}} | {'keys':{'a':#,'keyId':'c','type':'d'}}",
        "{'connectionStrings':{'Db':{'value':'b','type':'SQLAzure'}}} |"
            + " {'connectionStrings':{'Db':{'value':#,'type':'SQLAzure'}}}",
        "{'appSecrets':{'a':'b'}} | {'appSecrets':{'a':#}}",
        "{'passwords':{'a':'b'}} | {'passwords':{'a':#}}",
        "{'tokens':{'a':'b'}} | {'tokens':{'a':#}}",
        "{'adminPassword':{'type':'String','value':'b'}} |"
            + " {'adminPassword':{'type':'String','value':#}}",
        "{'aadOrApiKey':{'aadAuthFailureMode':'http403'}} |"
            + " {'aadOrApiKey':{'aadAuthFailureMode':'http403'}}",
        "{'credential':{'referenceName':'a','type':'b'}} |"
            + " {'credential':{'referenceName':'a','type':'b'}}",
        "{'secrets':[{'name':'a','value':'b','keyVaultUrl':'c','identity':'d'}]} |"
            + " {'secrets':[{'name':'a','value':#,'keyVaultUrl':'c','identity':'d'}]}",
        "[{'key':'a'},['b']] | [{'key':#},['b']]",
      })
  void places(String body, String kept) {
    assertThat(scrubbed(body.replace('\'', '"')))
        .isEqualTo(kept.replace('\'', '"').replace("#", HIDDEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s) | true",
        "@microsoft.keyvault(VaultName=v;SecretName=s) | true",
        "@Microsoft.KeyVault(VaultName=v;SecretName=s)plain | false",
        "x@Microsoft.KeyVault(VaultName=v;SecretName=s) | false",
        "@Microsoft.KeyVault(VaultName=v)(plain) | false",
        "@Microsoft.KeyVault(plain | false",
        "@MicrosoftXKeyVault(plain) | false",
      })
  void onlyAWholeReferenceToAVaultIsNoSecret(String text, boolean kept) {
    String body = "{\"apiKey\":\"" + text + "\"}";
    assertThat(scrubbed(body)).isEqualTo(kept ? body : "{\"apiKey\":" + HIDDEN + "}");
  }

  static Stream<String> secretShapes() {
    String hex = "0123456789abcdef".repeat(2);
    return Stream.of(
        hex,
        "use " + hex + " here",
        "Ab1".repeat(28),
        "eyJ" + "hbGciOiJub25l" + ".eyJzdWIiOiJhIn0x",
        "A1b2".repeat(21) + "AA==",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----",
        "postgres://user:word@db.example/x",
        "redis://:word@cache.example",
        "Endpoint=sb://x/;SharedAccessKey=word",
        "AccountName=a;AccountKey=word",
        "AccessKey=word",
        "Server=x;Password=word",
        "Server=x;Pwd = word",
        "passwd=word",
        "SharedAccessSignature=word",
        "https://x.example/?sv=1&sig=word",
        "https://x.example/api?code=word",
        "https://x.example/?subscription-key=word",
        "api_key=word",
        "apikey=word",
        "token=word",
        "access_token=word",
        "secret=word",
        "client_secret=word",
        "'api-key=word'",
        "run --with password=word",
        "sk-" + "a-b_".repeat(5),
        "gh" + "p_" + "a".repeat(20),
        "gh" + "s_" + "a".repeat(20));
  }

  @ParameterizedTest
  @MethodSource("secretShapes")
  void shapesOfSecrets(String secret) {
    assertThat(scrubbed("{\"name\":\"A\",\"value\":\"" + secret + "\"}"))
        .isEqualTo("{\"name\":\"A\",\"value\":" + HIDDEN + "}");
    assertThat(scrubbed("{\"args\":[\"" + secret + "\"]}"))
        .isEqualTo("{\"args\":[" + HIDDEN + "]}");
  }

  @Test
  void aSecretInJsonInAText() {
    assertThat(scrubbed("{\"value\":\"{\\\"password\\\": \\\"word\\\"}\"}"))
        .isEqualTo("{\"value\":" + HIDDEN + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.openai.azure.com/",
        "https://x.openai.azure.com:443/openai/deployments/gpt",
        "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.Web/sites/app",
        "11111111-2222-3333-4444-555555555555",
        "2026-11-21T10:00:00.0000000Z",
        "mail@contoso.example",
        "https://x.azurecr.io:443/app@v1",
        "Server=x;Authentication=Active Directory Default;Password=;Encrypt=true",
        "-----BEGIN PUBLIC KEY-----",
        "barcode=12",
        "monkey=12",
        "?sku=basic&design=plain",
        "task-force",
        "sk-short",
        "ghp_short",
        "ghx_" + "aaaaaaaaaaaaaaaaaaaaaaaa",
      })
  void shapesOfSomethingElse(String text) {
    String body = "{\"name\":\"A\",\"value\":\"" + text + "\"}";
    assertThat(scrubbed(body)).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "principalId",
        "name",
        "latestRevisionName",
        "type",
        "etag",
        "certificateThumbprint",
        "image"
      })
  void identifiersOfAzuresMakingStay(String member) {
    String body = "{\"" + member + "\":\"" + "0123456789abcdef".repeat(4) + "\"}";
    assertThat(scrubbed(body)).isEqualTo(body);
  }

  private static String scrubbed(String body) {
    JsonValue value = JsonReader.read(Source.of("body.json", body)).value().orElseThrow();
    StringWriter text = new StringWriter();
    try (JsonWriter json = JsonWriter.compact(text)) {
      json.value(Scrubber.scrub(value));
    }
    return text.toString();
  }
}
