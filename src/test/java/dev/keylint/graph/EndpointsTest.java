package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Endpoint;
import dev.keylint.graph.call.Endpoints;
import dev.keylint.graph.call.Service;
import dev.keylint.graph.call.Targets;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.resource.Estate;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final String ESTATE =
      """
      [
      {"type": "Microsoft.CognitiveServices/accounts", "name": "openai", "kind": "OpenAI",
       "properties": {"customSubDomainName": "Sub"}},
      {"type": "Microsoft.CognitiveServices/accounts", "name": "symbolic", "kind": "AIServices",
       "properties": {"customSubDomainName": "${param.sub}"}},
      {"type": "Microsoft.CognitiveServices/accounts/projects", "name": "symbolic/proj"},
      {"type": "Microsoft.CognitiveServices/accounts", "name": "regional", "kind": "AIServices",
       "location": "eastus", "properties": {}},
      {"type": "Microsoft.CognitiveServices/accounts/projects", "name": "nowhere/lost"},
      {"type": "Microsoft.CognitiveServices/accounts", "name": "speech", "kind": "SpeechServices",
       "location": "eastus"},
      {"type": "Microsoft.CognitiveServices/accounts", "name": "unseen", "existing": true},
      {"type": "Microsoft.Search/searchServices", "name": "docs"}
      ]
      """;
  private final Estate estate = Estates.template(ESTATE);
  private final ResourceIndex index = ResourceIndex.of(estate);
  private final Endpoints endpoints = new Endpoints(index, Targets.of(index));
  private final TestValues values = new TestValues(Source.of("url", ""), ids());

  private Map<String, Value> ids() {
    Map<String, Value> ids = new HashMap<>();
    estate
        .resources()
        .forEach(resource -> {
          String name = ((Value.Str) resource.name()).value();
          ids.put(name.substring(name.indexOf('/') + 1), resource.id());
        });
    return ids;
  }

  private Value value(String text) {
    return values.of(new JsonString(text, new Span(0, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://sub.openai.azure.com,              sub.openai.azure.com, /, OPENAI, ACCOUNT",
    "https://SUB.OpenAI.azure.com:443/openai/v1/?x=y, sub.openai.azure.com, /openai/v1/, OPENAI,"
        + " ACCOUNT",
    "sub.openai.azure.com/openai,               sub.openai.azure.com, /openai, OPENAI, ACCOUNT",
    "https://other.openai.azure.us/,            other.openai.azure.us, /, OPENAI, ",
    "https://${param.sub}.cognitiveservices.azure.com/,"
        + " <parameters('sub')>.cognitiveservices.azure.com, /, AI_SERVICES, ACCOUNT",
    "https://${param.x}.search.windows.net,     <parameters('x')>.search.windows.net, /, SEARCH, ",
    "https://docs.search.windows.net/indexes/i, docs.search.windows.net, /indexes/i, SEARCH,"
        + " SEARCH",
    "https://${param.sub}.services.ai.azure.com/api/projects/proj,"
        + " <parameters('sub')>.services.ai.azure.com, /api/projects/proj, FOUNDRY, PROJECT",
    "https://eastus.api.cognitive.microsoft.com, eastus.api.cognitive.microsoft.com, /, REGIONAL, ",
    "https://${param.x}.azure-api.net/openai,   <parameters('x')>.azure-api.net, /openai, OTHER, ",
    "https://cognitiveservices.azure.com/.default, cognitiveservices.azure.com, /.default, OTHER, ",
    "${openai.properties.endpoint},             sub.openai.azure.com, /, OPENAI, ACCOUNT",
    "${openai.properties.endpoint}openai/v1,    sub.openai.azure.com, /openai/v1, OPENAI, ACCOUNT",
    "${openai.properties.endpoint}/openai/v1,   sub.openai.azure.com, /openai/v1, OPENAI, ACCOUNT",
    "${symbolic.properties.endpoint},           <parameters('sub')>.cognitiveservices.azure.com,"
        + " /, AI_SERVICES, ACCOUNT",
    "${symbolic.properties.endpoints.OpenAI Language Model Instance API},"
        + " <parameters('sub')>.openai.azure.com, /, OPENAI, ACCOUNT",
    "${proj.properties.endpoints.AI Foundry API}, <parameters('sub')>.services.ai.azure.com,"
        + " /api/projects/proj, FOUNDRY, PROJECT",
    "${regional.properties.endpoint},           eastus.api.cognitive.microsoft.com, /, REGIONAL,"
        + " ACCOUNT",
    "${docs.properties.endpoint},               docs.search.windows.net, /, SEARCH, SEARCH",
  })
  void urls(String url, String host, String path, Service service, String target) {
    Endpoint endpoint = endpoints.read(value(url)).orElseThrow();
    assertThat(endpoint.host().key()).isEqualTo(host);
    assertThat(endpoint.path().key()).isEqualTo(path);
    assertThat(endpoint.service()).isEqualTo(service);
    assertThat(endpoint.target().map(each -> each.kind().name()).orElse(null)).isEqualTo(target);
  }

  @Test
  void anAccountThatIsNotDeclaredIsStillOurs() {
    Endpoint endpoint = endpoints.read(value("${unseen.properties.endpoint}")).orElseThrow();
    assertThat(endpoint.service()).isEqualTo(Service.AI_SERVICES);
    assertThat(endpoint.host().isKnown()).isFalse();
    assertThat(endpoint.path().key()).isEqualTo("/");
    assertThat(endpoint.cloud()).isEmpty();
    assertThat(endpoint.target().orElseThrow().isDeclared()).isFalse();
    Endpoint below = endpoints.read(value("${unseen.properties.endpoint}openai/v1")).orElseThrow();
    assertThat(below.path().key()).isEqualTo("/openai/v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$replace\": [\"${openai.properties.endpoint}\", \"https:\", \"wss:\"]}"
            + " | sub.openai.azure.com | /",
        "{\"$uri\": [\"${openai.properties.endpoint}\", \"openai/v1\"]}"
            + " | sub.openai.azure.com | /openai/v1",
        "{\"$access\": [{\"$split\": [\"${openai.properties.endpoint}\", \"/\"]}, 2]}"
            + " | sub.openai.azure.com | /",
        "{\"$toLower\": [{\"$replace\": [\"${symbolic.properties.endpoint}\", \"https://\","
            + " \"\"]}]} | <parameters('sub')>.cognitiveservices.azure.com | /",
      })
  void addressesThatTextFunctionsChange(String json, String host, String path) {
    Endpoint endpoint =
        endpoints
            .read(values.of(JsonReader.read(Source.of("x", json)).value().orElseThrow()))
            .orElseThrow();
    assertThat(endpoint.host().key()).isEqualTo(host);
    assertThat(endpoint.path().key()).isEqualTo(path);
    assertThat(endpoint.target()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai/v1", "/openai/v1"})
  void aPathIsJoinedWithOneSlash(String path) {
    String json = "{\"$uri\": [\"${openai.properties.endpoint}\", \"" + path + "\"]}";
    Value url = values.of(JsonReader.read(Source.of("x", json)).value().orElseThrow());
    assertThat(endpoints.read(url).orElseThrow().url().key())
        .isEqualTo("https://sub.openai.azure.com/openai/v1");
  }

  @Test
  void oneOfTwoAddressesOfOneKindIsOfThatKind() {
    Value either =
        values.of(
            JsonReader.read(
                    Source.of(
                        "x",
                        "{\"$if\": [true, \"${openai.properties.endpoint}\","
                            + " \"${openai.properties.endpoints.OpenAI Language Model Instance"
                            + " API}\"]}"))
                .value()
                .orElseThrow());
    Value url = TestValues.join(List.of(either, value("openai")), either.origin());
    Endpoint endpoint = endpoints.read(url).orElseThrow();
    assertThat(endpoint.service()).isEqualTo(Service.OPENAI);
    assertThat(endpoint.host().isKnown()).isFalse();
  }

  @Test
  void aProjectOfAnAccountThatIsNotHereHasAnUnknownHost() {
    Endpoint endpoint =
        endpoints.read(value("${lost.properties.endpoints.AI Foundry API}")).orElseThrow();
    assertThat(endpoint.host().isKnown()).isFalse();
    assertThat(endpoint.service()).isEqualTo(Service.FOUNDRY);
    assertThat(endpoint.target().map(it -> it.kind().name())).contains("PROJECT");
  }

  private static Endpoint read(String url, String... accounts) {
    ResourceIndex index =
        ResourceIndex.of(Estates.template("[" + String.join(",", accounts) + "]"));
    return new Endpoints(index, Targets.of(index))
        .read(Estates.value("\"" + url + "\""))
        .orElseThrow();
  }

  private static final String FACE =
      """
      {"type": "Microsoft.CognitiveServices/accounts", "name": "faces", "kind": "Face",
       "properties": {"customSubDomainName": "face"}}
      """;

  @ParameterizedTest
  @CsvSource({
    "https://face.cognitiveservices.azure.com/,   faces",
    "https://FACE.cognitiveservices.azure.com,    faces",
    "https://faces.cognitiveservices.azure.com/,  ",
    "https://face.openai.azure.com/,              ",
    "https://face.services.ai.azure.com/,         ",
    "https://face.search.windows.net/,            ",
    "face,                                        ",
  })
  void anAccountWithoutModelsHasAHostToo(String url, String another) {
    Endpoint endpoint = read(url, FACE);
    assertThat(endpoint.target()).isEmpty();
    assertThat(endpoint.another().map(it -> Estates.text(it.name())).orElse(null))
        .isEqualTo(another);
  }

  @Test
  void anAccountThatMayServeModelsGoesBeforeOneThatServesNone() {
    String other =
        "{\"type\": \"Microsoft.CognitiveServices/accounts\", \"name\": \"face\","
            + " \"existing\": true}";
    Endpoint endpoint = read("https://face.cognitiveservices.azure.com/", FACE, other);
    assertThat(endpoint.target().map(it -> Estates.text(it.name()))).contains("face");
    assertThat(endpoint.another()).isEmpty();
  }

  @Test
  void theEndpointOfAnAccountWithoutModelsIsItsOwn() {
    Endpoint endpoint = endpoints.read(value("${speech.properties.endpoint}")).orElseThrow();
    assertThat(endpoint.target()).isEmpty();
    assertThat(endpoint.another().map(it -> Estates.text(it.name()))).contains("speech");
  }

  @Test
  void aParameterMayBeAnything() {
    Endpoint endpoint = endpoints.read(value("${param.url}/openai")).orElseThrow();
    assertThat(endpoint.service()).isEqualTo(Service.OPEN);
    assertThat(endpoint.path().isKnown()).isFalse();
  }

  @Test
  void aBareNameBecomesAHost() {
    Endpoint endpoint = endpoints.named(value("docs"), Service.SEARCH).orElseThrow();
    assertThat(endpoint.host().key()).isEqualTo("docs.search.windows.net");
    assertThat(endpoint.target()).isPresent();
  }

  @Test
  void nothingIsNoEndpoint() {
    assertThat(endpoints.read(value(""))).isEmpty();
    assertThat(endpoints.read(new Value.Bool(true, value("x").origin()))).isEmpty();
  }
}
