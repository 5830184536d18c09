package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Endpoint;
import dev.keylint.graph.call.Endpoints;
import dev.keylint.graph.call.Service;
import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where addresses lead to: hosts by their end, references to resources, and what is made of them.
class AddressesTest {
  private static final String ESTATE =
      """
      [
      {"as": "oa", "type": "Microsoft.CognitiveServices/accounts", "name": "oa", "kind": "OpenAI",
       "properties": {"customSubDomainName": "oa"}},
      {"as": "ai", "type": "Microsoft.CognitiveServices/accounts", "name": "ai", "kind": "AIServices",
       "properties": {"customSubDomainName": "ai"}},
      {"as": "nowhere", "type": "Microsoft.CognitiveServices/accounts", "name": "nowhere",
       "kind": "OpenAI", "properties": {}},
      {"as": "p", "type": "Microsoft.CognitiveServices/accounts/projects", "name": "ai/p"},
      {"as": "lost", "type": "Microsoft.CognitiveServices/accounts/projects", "name": "gone/q"},
      {"as": "docs", "type": "Microsoft.Search/searchServices", "name": "docs"},
      {"as": "far", "type": "Microsoft.Search/searchServices", "name": "far", "existing": true},
      {"as": "blobs", "type": "Microsoft.Storage/storageAccounts", "name": "blobs"},
      {"type": "Test.Probe/probes", "name": "probe", "url": URL}
      ]
      """;

  private record Asked(Endpoints endpoints, Value value) {
    static Asked of(String json) {
      Estate estate = Estates.template(ESTATE.replace("URL", json));
      ResourceIndex index = ResourceIndex.of(estate);
      Value value = Bodies.at(estate.resources().getLast(), "url").orElseThrow().value();
      return new Asked(new Endpoints(index, Targets.of(index)), value);
    }
  }

  private static Optional<Endpoint> read(String json) {
    Asked asked = Asked.of(json);
    return asked.endpoints.read(asked.value);
  }

  private static String show(Endpoint endpoint) {
    return endpoint.host().key().replaceAll("<.*>", "?")
        + " "
        + endpoint.path().key().replaceAll("<.*>", "?")
        + " "
        + endpoint.service()
        + endpoint.target().map(it -> " to " + GrantsTest.text(it.name())).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "a.openai.azure.com,               OPENAI",
    "a.openai.azure.cn,                OPENAI",
    "*.cognitiveservices.azure.us,     AI_SERVICES",
    "a.search.azure.us,                SEARCH",
    "eastus.api.cognitive.microsoft.com, REGIONAL",
    ".search.windows.net,              OTHER",
    "a.example.org,                    OTHER",
    "azure.com,                        OTHER",
    "'',                               OTHER",
    "*.azure.com,                      OPEN",
    "a*azure.com,                      OPEN",
    "*,                                OPEN",
    "*.example.org,                    OTHER",
  })
  void aHostIsOfTheServiceThatItsEndSays(String host, Service service) {
    Origin origin = Origin.at(new Location.WholeFile("x"));
    String chars = host.replace('*', PartialText.HOLE);
    List<Value> holes = host.contains("*") ? List.of(new Value.Int(1, origin)) : List.of();
    assertThat(Service.of(new PartialText(chars, holes, origin))).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.openai.azure.com,                            ACCOUNT com",
    "https://a.cognitiveservices.azure.com/openai,          ACCOUNT com",
    "https://a.openai.azure.us,                             ACCOUNT us",
    "https://a.services.ai.azure.com/api/projects/p,        PROJECT com",
    "https://a.services.ai.azure.com/models,                MODELS com",
    "https://a.search.windows.net,                          SEARCH net",
    "https://eastus.api.cognitive.microsoft.com,            REGIONAL com",
    "https://example.org,                                   OTHER",
    "${param.u},                                            OPEN",
  })
  void endpointsThatTakeTheSameTokensAreOfOneKind(String url, String kind) {
    Endpoint endpoint = read("\"" + url + "\"").orElseThrow();
    assertThat(endpoint.kind()).isEqualTo(kind);
    assertThat(endpoint.mayBeOurs()).isEqualTo(!kind.equals("OTHER"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://A.Example.org/path?x=/y,    a.example.org /path OTHER",
    "https://a.example.org?x,            a.example.org / OTHER",
    "https://a.example.org#x/y,          a.example.org / OTHER",
    "https://a.example.org:8080,         a.example.org / OTHER",
    "https://a.example.org//x,           a.example.org /x OTHER",
    "a.example.org/x,                    a.example.org /x OTHER",
    "${param.u}.search.windows.net/x,    ?.search.windows.net /x SEARCH",
    "${param.u}-x.search.windows.net,    ? ? OPEN",
    "https://${param.u}-x.search.windows.net, ?-x.search.windows.net / SEARCH",
  })
  void aUrlIsAHostAndAPath(String url, String shown) {
    assertThat(show(read("\"" + url + "\"").orElseThrow())).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "${oa.properties.endpoint},                   oa.openai.azure.com / OPENAI to oa",
    "${oa.endpoint},                              oa.openai.azure.com / OPENAI to oa",
    "${oa.properties.endpoints.OpenAI Realtime},  oa.openai.azure.com / OPENAI to oa",
    "${oa.properties.endpoints.Token},            oa.cognitiveservices.azure.com / AI_SERVICES to"
        + " oa",
    "${ai.properties.endpoint},                   ai.cognitiveservices.azure.com / AI_SERVICES to"
        + " ai",
    "${ai.properties.endpoints.AI Foundry API},   ai.services.ai.azure.com / FOUNDRY to ai",
    "${ai.properties.endpoints.Azure AI Model Inference API}, ai.services.ai.azure.com / FOUNDRY to"
        + " ai",
    "${nowhere.properties.endpoint},              ? ? OPENAI to nowhere",
    "${p.properties.endpoints.AI Foundry API},    ai.services.ai.azure.com /api/projects/p FOUNDRY"
        + " to ai/p",
    "${lost.properties.endpoints.AI Foundry API}, ? ? FOUNDRY to gone/q",
    "${docs.properties},                          ? ? OPEN",
    "${docs.properties.endpoint},                 docs.search.windows.net / SEARCH to docs",
    "${far.properties.endpoint},                  far.search.windows.net / SEARCH to far",
    "${docs.properties.status},                   ? ? OPEN",
    "${blobs.properties.endpoint},                ? ? OPEN",
  })
  void aReferenceIsTheAddressThatAzureGives(String url, String shown) {
    assertThat(show(read("\"" + url + "\"").orElseThrow())).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$if\": [\"${param.x}\", \"${oa.properties.endpoint}\", \"${oa.properties.endpoint}\"]}"
            + " | oa.openai.azure.com / OPENAI to oa",
        "{\"$if\": [\"${param.x}\", \"https://a.openai.azure.com\", \"https://b.openai.azure.us\"]}"
            + " | ? / OPENAI",
        "{\"$if\": [\"${param.x}\", \"${oa.properties.endpoint}\","
            + " \"${docs.properties.endpoint}\"]} | ? / OPEN",
        "{\"$if\": [\"${param.x}\", \"${oa.properties.endpoint}\", \"https://example.org\"]}"
            + " | ? / OPEN",
      })
  void ofSeveralAddressesOnlyWhatTheyShareIsKnown(String url, String shown) {
    assertThat(show(read(url).orElseThrow())).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$TOLOWER\": [\"${oa.properties.endpoint}\"]}             | oa.openai.azure.com /",
        "{\"$trim\": [\"${oa.properties.endpoint}\"]}                | oa.openai.azure.com /",
        "{\"$uri\": [\"${oa.properties.endpoint}\", \"/v1\"]}        | oa.openai.azure.com /v1",
        "{\"$replace\": [\"${oa.properties.endpoint}\", \"oa.\", \"x.\"]} | x.openai.azure.com /",
        "{\"$access\": [{\"$split\": [\"${oa.properties.endpoint}\", \".\"]}, 0]} | oa /",
        "{\"$access\": [{\"$split\": [\"${oa.properties.endpoint}\", \"/\"]}, 9]} | ? ?",
        "{\"$access\": [{\"$split\": [\"${oa.properties.endpoint}\", \"/\"]}, 4]} | ? ?",
        "{\"$uri\": [{\"$access\": [{\"$split\": [\"${oa.properties.endpoint}\", \"/\"]}, 2]},"
            + " \"v1\"]} | ? ?",
        "{\"$access\": [{\"$split\": [\"${oa.properties.endpoint}\", \"//\"]}, 1]} | ? ?",
        "{\"$access\": [{\"$split\": [\"${oa.properties.endpoint}\"]}, 0]} | ? ?",
        "{\"$access\": [{\"$skip\": [\"${oa.properties.endpoint}\", \"/\"]}, 2]} | ? ?",
        "{\"$replace\": [\"${oa.properties.endpoint}\", \"\", \"x\"]} | ? ?",
        "{\"$replace\": [\"${oa.properties.endpoint}\", \"oa\"]}     | ? ?",
        "{\"$replace\": [\"${oa.properties.endpoint}\", \"oa\", \"${param.x}\"]} | ? ?",
        "{\"$uri\": [\"${oa.properties.endpoint}\", \"${param.x}\"]} | ? ?",
        "{\"$uniqueString\": [\"${oa.properties.endpoint}\"]}        | ? ?",
        "{\"$toLower\": [\"${param.x}\"]}                            | ? ?",
        "{\"$nothing\": []}                                          | ? ?",
      })
  void textFunctionsChangeAnAddress(String url, String shown) {
    assertThat(show(read(url).orElseThrow())).startsWith(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"  \"",
        "7",
        "{}",
        "{\"$if\": [\"${param.x}\", \"https://a.openai.azure.com\", 7]}",
      })
  void whatIsNoTextLeadsNowhere(String url) {
    assertThat(read(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Docs\"         | SEARCH      | docs.search.windows.net / SEARCH to docs",
        "\"oa\"           | OPENAI      | oa.openai.azure.com / OPENAI to oa",
        "\"ai\"           | FOUNDRY     | ai.services.ai.azure.com / FOUNDRY to ai",
        "\"none\"         | SEARCH      | none.search.windows.net / SEARCH",
        "\"oa\"           | SEARCH      | oa.search.windows.net / SEARCH",
        "\"${param.n}\"   | SEARCH      | ? / SEARCH",
        "{\"$if\": [\"${param.x}\", \"docs\", \"\"]} | SEARCH | docs.search.windows.net / SEARCH"
            + " to docs",
      })
  void aBareNameIsTheFirstLabelOfAHost(String name, Service service, String shown) {
    Asked asked = Asked.of(name);
    assertThat(show(asked.endpoints.named(asked.value, service).orElseThrow())).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "7"})
  void aNameIsAText(String name) {
    Asked asked = Asked.of(name);
    assertThat(asked.endpoints.named(asked.value, Service.SEARCH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://ai.services.ai.azure.com/api/projects/P,    ai/p",
    "https://ai.services.ai.azure.com/api/projects/none, ai",
    "https://ai.services.ai.azure.com/models,            ai",
    "https://oa.openai.azure.com/,                       oa",
    "https://nowhere.openai.azure.com/,                  nowhere",
    "https://docs.openai.azure.com/,                     nothing",
    "https://oa.search.windows.net/,                     nothing",
    "https://oa.example.org/,                            nothing",
  })
  void aUrlLeadsToTheTargetOfItsLabel(String url, String target) {
    assertThat(
            read("\"" + url + "\"")
                .flatMap(Endpoint::target)
                .map(it -> GrantsTest.text(it.name()))
                .orElse("nothing"))
        .isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.openai.azure.com/x,  https://b.openai.azure.com/x, https  /x OPENAI PUBLIC",
    "https://a.openai.azure.com/x,  https://b.openai.azure.com/y, https  ? OPENAI PUBLIC",
    "https://a.openai.azure.com/x,  http://b.openai.azure.com/x,  http?  /x OPENAI PUBLIC",
    "http://a.openai.azure.com/x,   http://b.openai.azure.com/x,  http?  /x OPENAI PUBLIC",
    "https://a.openai.azure.com/x,  https://b.openai.azure.us/x,  https  /x OPENAI -",
    "https://a.openai.azure.us,     https://b.search.azure.us,    https  / OPEN GOVERNMENT",
    "https://a.openai.azure.us,     https://b.example.org,        https  / OPEN -",
  })
  void ofTwoUrlsWhatBothHaveIsKnown(String one, String other, String shown) {
    String either = "{\"$if\": [\"${param.x}\", \"" + one + "\", \"" + other + "\"]}";
    Endpoint endpoint = read(either).orElseThrow();
    assertThat(
            String.join(
                " ",
                endpoint.isWritten() ? "https " : "http? ",
                endpoint.path().isKnown() ? endpoint.path().chars() : "?",
                endpoint.service().name(),
                endpoint.cloud().map(Enum::name).orElse("-")))
        .isEqualTo(shown);
    assertThat(endpoint.host().isKnown()).isFalse();
  }
}
