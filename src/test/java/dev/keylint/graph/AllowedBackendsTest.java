package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Estate;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a policy sends requests if a parameter decides which backend it names.
class AllowedBackendsTest {
  private static final String ESTATE =
      """
      @allowed(['eu', 'us', 'de'])
      param region string
      @allowed(['eu', 'lost'])
      param gone string
      @allowed(['eu', 'both'])
      param many string
      @allowed(['eu', 'us'])
      param other string
      param any string
      resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
        name: 'gw'
        location: 'westeurope'
        sku: { name: 'Developer', capacity: 1 }
        identity: { type: 'SystemAssigned' }
        properties: { publisherEmail: 'a@example.org', publisherName: 'a' }
      }
      resource named 'Microsoft.ApiManagement/service/backends@2024-05-01' = [for it in ['eu', 'us', 'de', 'eueu', 'ai-eu', 'ai-us', 'ai-de']: {
        parent: apim
        name: it
        properties: { protocol: 'http', url: 'https://${it}.openai.azure.com/openai' }
      }]
      resource both 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
        parent: apim
        name: 'both'
        properties: { type: 'Pool', pool: { services: [{ id: '/backends/eu' }, { id: '/backends/us' }] } }
      }
      resource policy 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
        parent: apim
        name: 'policy'
        properties: {
          format: 'rawxml'
          value: '<policies><inbound><set-backend-service backend-id="NAME" /><authentication-managed-identity resource="https://cognitiveservices.azure.com" /></inbound></policies>'
        }
      }
      """;

  @TempDir Path folder;

  private Estate estate(String name) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), ESTATE.replace("NAME", name));
    return new Templates(folder).estate("main.bicep");
  }

  private static Call only(Estate estate) {
    List<Call> calls = AccessGraph.of(estate).calls();
    assertThat(calls).hasSize(1);
    return calls.getFirst();
  }

  /// The host that a call goes to once the parameter `region` is given.
  private static String host(Estate estate, String region) {
    Value given = new Value.Str(region, Origin.at(estate.resources().getFirst().declaredAt()));
    return Estates.text(
        only(estate)
            .endpoint()
            .with(it -> estate.substitution().of((Value.Unknown) it, Map.of("region", given)))
            .host()
            .value());
  }

  @Test
  void eachAllowedValueNamesABackend() throws IOException {
    Estate estate = estate("${region}");
    assertThat(host(estate, "eu")).isEqualTo("eu.openai.azure.com");
    assertThat(host(estate, "us")).isEqualTo("us.openai.azure.com");
    assertThat(host(estate, "de")).isEqualTo("de.openai.azure.com");
    assertThat(only(estate).host().value()).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void theValueMayBeAPartOfTheName() throws IOException {
    Estate estate = estate("ai-${region}");
    assertThat(host(estate, "eu")).isEqualTo("ai-eu.openai.azure.com");
    assertThat(host(estate, "de")).isEqualTo("ai-de.openai.azure.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${any}",
        "${gone}",
        "${many}",
        "${region}${other}",
        "no-${region}",
        "${toUpper(region)}"
      })
  void unlessEachNamesOneWithOneUrlItIsNotKnown(String name) throws IOException {
    Estate estate = estate(name);
    assertThat(host(estate, "eu")).isEqualTo("?");
    assertThat(only(estate).host().value())
        .isInstanceOfSatisfying(
            Value.Unknown.class,
            it -> assertThat(it.reason().print()).startsWith("MissingParameter("));
  }
}
