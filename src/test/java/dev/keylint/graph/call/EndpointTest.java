package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a URL says of the service that it leads to; `%` is what nobody knows.
class EndpointTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final Origin ORIGIN = Origin.at(AT);

  private static PartialText text(String text) {
    PartialTextBuilder all = new PartialTextBuilder();
    String[] parts = text.split("%", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        all.add(PartialText.hole(Doubt.notStated("it", AT)));
      }
      all.add(parts[i]);
    }
    return all.build(ORIGIN);
  }

  private static Endpoint parse(String url) {
    return Endpoint.parse(text(url));
  }

  private static String show(PartialText text) {
    return text.chars().replace(PartialText.HOLE, '%');
  }

  private static String show(Value value) {
    return Estates.text(value);
  }

  @ParameterizedTest
  @CsvSource({
    "https://A.openai.azure.com/OpenAI/v1?x=y#z, a.openai.azure.com, /OpenAI/v1",
    "https://a.openai.azure.com:443/x,           a.openai.azure.com, /x",
    "https://a.openai.azure.com:443?x,           a.openai.azure.com, /",
    "https://a.openai.azure.com#x,               a.openai.azure.com, /",
    "https://a.openai.azure.com//x,              a.openai.azure.com, /x",
    "a.openai.azure.com/x,                       a.openai.azure.com, /x",
    "a.openai.azure.com,                         a.openai.azure.com, /",
    "://x,                                       x,                  /",
    "'',                                         '',                 /",
    "https://%.openai.azure.com/%,               %.openai.azure.com, /%",
    "%.openai.azure.com/x,                       %.openai.azure.com, /x",
    "%/x,                                        %,                  %",
    "%,                                          %,                  %",
  })
  void aUrlHasAHostAndAPath(String url, String host, String path) {
    assertThat(show(parse(url).host())).isEqualTo(host);
    assertThat(show(parse(url).path())).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://a.openai.azure.com,                openai,     PUBLIC,     ACCOUNT com",
        "https://a.openai.azure.us,                 openai,     GOVERNMENT, ACCOUNT us",
        "https://a.cognitiveservices.azure.cn,      aiservices, CHINA,      ACCOUNT cn",
        "https://a.services.ai.azure.com/models,    models,     PUBLIC,     MODELS com",
        "https://a.services.ai.azure.com/api/projects/p, project, PUBLIC,   PROJECT com",
        "https://a.services.ai.azure.com/%,         ?,          PUBLIC,     MODELS com",
        "https://a.services.ai.azure.com/models/%,  models,     PUBLIC,     MODELS com",
        "https://s.search.windows.net,              search,     PUBLIC,     SEARCH net",
        "https://eastus.api.cognitive.microsoft.com, regional,  PUBLIC,     REGIONAL com",
        "https://api.contoso.com,                   other,      -,          OTHER",
        "https://10.0.0.4/x,                        ?,          -,          OTHER",
        "https://10.9.0.4/x,                        ?,          -,          OTHER",
        "https://10.0.0.4a/x,                       other,      -,          OTHER",
        "https://gateway/x,                         ?,          -,          OTHER",
        "https://1.contoso,                         other,      -,          OTHER",
        "https://%.contoso.com,                     other,      -,          OTHER",
        "https://%.azure.com,                       ?,          -,          OPEN",
        "https://x%,                                ?,          -,          OPEN",
        "https://.openai.azure.com,                 other,      -,          OTHER",
        "%,                                         ?,          -,          OPEN",
      })
  void theHostTellsTheService(String url, String service, Cloud cloud, String kind) {
    Endpoint endpoint = parse(url);
    assertThat(show(endpoint.serviceName())).isEqualTo(service);
    assertThat(endpoint.cloud().orElse(null)).isEqualTo(cloud);
    assertThat(endpoint.kind()).isEqualTo(kind);
    assertThat(endpoint.mayBeOurs()).isEqualTo(!kind.equals("OTHER"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.openai.azure.com?x,                     true,  true,  false",
    "https://a.privatelink.openai.azure.com,           true,  false, true",
    "%x,                                               false, false, false",
    "https://%,                                        true,  false, false",
    "%,                                                false, false, false",
  })
  void aUrlIsWrittenInPart(String url, boolean written, boolean query, boolean isPrivate) {
    assertThat(parse(url).isWritten()).isEqualTo(written);
    assertThat(parse(url).hasQuery()).isEqualTo(query);
    assertThat(parse(url).isInPrivateZone()).isEqualTo(isPrivate);
  }

  private static Value unknown(Reason reason) {
    return new Value.Unknown(new Term.Call("x", List.of()), reason, ORIGIN);
  }

  private static Endpoint of(Reason reason, String more) {
    return Endpoint.parse(PartialText.hole(unknown(reason)).append(more));
  }

  @Test
  void whatAModuleOrAzureGivesIsNotWrittenHere() {
    assertThat(of(new Reason.MissingModule("m"), "").written()).isEmpty();
    assertThat(of(new Reason.RuntimeReference("r", "endpoint"), "").written()).isEmpty();
    assertThat(of(new Reason.MissingParameter("p", List.of()), "").written()).isPresent();
    assertThat(of(new Reason.MissingModule("m"), ".x").written()).isPresent();
    assertThat(parse("a").written()).isPresent();
  }

  @Test
  void aChoiceMakesAnEndpointKnown() {
    Endpoint open = parse("https://%/x");
    Endpoint chosen = open.with(_ -> new Value.Str("https://https://a.openai.azure.com/x", ORIGIN));
    assertThat(show(chosen.host())).isEqualTo("a.openai.azure.com");
    assertThat(open.with(it -> it)).isSameAs(open);
    Endpoint known = parse("https://a.openai.azure.com/x");
    assertThat(known.with(_ -> new Value.Str("b", ORIGIN))).isSameAs(known);
    Endpoint path = parse("https://a.openai.azure.com/%");
    assertThat(show(path.with(_ -> new Value.Str("https://b.openai.azure.com", ORIGIN)).host()))
        .isEqualTo("b.openai.azure.com");
  }

  @Test
  void theCloudIsThatOfTheHost() {
    assertThat(parse("https://a.openai.azure.us").cloudName(Optional.empty()))
        .hasValueSatisfying(it -> assertThat(show(it)).isEqualTo("government"));
    assertThat(parse("https://%").cloudName(Optional.empty())).isEmpty();
  }

  /// A host that no URL tells is that of somebody's own when a resource here answers at it.
  @Test
  void whatATargetAnswersAtIsNoOtherService() {
    Endpoint endpoint = parse("https://ai.contoso.com");
    assertThat(show(endpoint.serviceName())).isEqualTo("other");
    ResourceId id = ResourceId.of(new Value.Str("/docs", ORIGIN));
    Target target = new Target(TargetKind.SEARCH, id, id.value(), Optional.empty(), Answer.yes());
    Endpoint led = endpoint.to(Optional.of(target));
    assertThat(led.serviceName()).isInstanceOf(Value.Unknown.class);
    assertThat(led.mayBeOurs()).isTrue();
    assertThat(show(endpoint.of(Service.OWN, Optional.empty()).serviceName())).isEqualTo("?");
  }

  private static Value picked(String... values) {
    List<Value> allowed = Stream.of(values).<Value>map(it -> new Value.Str(it, ORIGIN)).toList();
    return new Value.Unknown(
        new Term.Call("parameters", List.of(new Value.Str("p", ORIGIN))),
        new Reason.MissingParameter("p", allowed),
        ORIGIN);
  }

  @Test
  void theCloudIsOpenWhenAnyOfSeveralHostsIsAskedForOneAudience() {
    Optional<Fact> fixed = audience(new Value.Str("https://ai.azure.com", ORIGIN));
    Endpoint several = Endpoint.open(PartialText.hole(picked("a", "b")), Service.OPENAI);
    assertThat(several.cloudName(fixed)).get().isInstanceOf(Value.Unknown.class);
    assertThat(several.cloudName(audience(picked("a", "b")))).isEmpty();
    assertThat(several.cloudName(Optional.empty())).isEmpty();
    Endpoint single = Endpoint.open(PartialText.hole(picked("a")), Service.OPENAI);
    assertThat(single.cloudName(fixed)).isEmpty();
  }

  private static Optional<Fact> audience(Value value) {
    return Optional.of(new Fact(value, new Property("audience", AT, value)));
  }

  @ParameterizedTest
  @CsvSource({
    "SEARCH,   PUBLIC,     .search.windows.net",
    "SEARCH,   GOVERNMENT, .search.azure.us",
    "FOUNDRY,  GOVERNMENT, .services.ai.azure.us",
    "FOUNDRY,  CHINA,      .services.ai.azure.com",
    "REGIONAL, CHINA,      .api.cognitive.azure.cn",
    "OWN,      CHINA,      ''",
  })
  void aServiceHasAnEndingInEachCloud(Service service, Cloud cloud, String suffix) {
    assertThat(service.suffix(cloud)).isEqualTo(suffix);
  }
}
