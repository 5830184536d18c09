package dev.keylint.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/// What the guard lets through to the network and what it stops before, one row each.
final class ReadOnlyGuardTest {
  private static final String ARM = "https://management.azure.com";
  private static final String SITE =
      ARM + "/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/app";

  private final List<String> sent = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        ARM,
        ARM + "/",
        ARM + ":443/subscriptions?api-version=2022-12-01",
        "https://MANAGEMENT.Azure.COM/subscriptions",
        ARM + "//subscriptions/s/resourceGroups",
        SITE + "?$skiptoken=listKeys%2F",
        SITE + "/config/web",
        SITE + "/config/web/",
        SITE + "/slots/list",
        SITE + "s-that-publish",
        SITE + "%20with%20spaces",
        ARM + "/subscriptions/s/resourceGroups/listKeys/providers/Microsoft.Web/sites",
        ARM + "/providers/Listings.Of/things",
        ARM + "/subscriptions/s/providers/Microsoft.Search/playlists",
        SITE + "/..hidden/.config/a..b",
      })
  void readingOfTheEndpointPasses(String url) {
    assertThat(send(HttpMethod.GET, url, ARM)).containsExactly("GET " + url);
  }

  @ParameterizedTest
  @EnumSource(value = HttpMethod.class, names = "GET", mode = EnumSource.Mode.EXCLUDE)
  void everyOtherMethodIsAFaultOfKeylint(HttpMethod method) {
    for (String tail : List.of("", "/listKeys", "/config/appsettings/list")) {
      assertThatThrownBy(() -> send(method, SITE + tail, ARM))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "only reading is allowed, not " + method + " " + URI.create(SITE + tail).getPath());
    }
    assertThat(sent).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://management.azure.com/x, https://management.azure.com",
    "http://management.azure.com:443/x, https://management.azure.com",
    "https://management.azure.com:80/x, https://management.azure.com",
    "https://management.azure.com:8443/x, https://management.azure.com",
    "https://management.azure.com:0/x, https://management.azure.com",
    "https://management.azure.com.evil.example/x, https://management.azure.com",
    "https://evilmanagement.azure.com/x, https://management.azure.com",
    "https://evil.management.azure.com/x, https://management.azure.com",
    "https://management.azure.com./x, https://management.azure.com",
    "https://azure.com/x, https://management.azure.com",
    "https://management.azure.com@evil.example/x, https://management.azure.com",
    "https://user@management.azure.com/x, https://management.azure.com",
    "https://user:word@management.azure.com/x, https://management.azure.com",
    "https://under_score/x, https://management.azure.com",
    "https:///x, https://management.azure.com",
    "https:x, https://management.azure.com",
    "http://127.0.0.1/x, http://127.0.0.1:8080",
    "http://127.0.0.1:443/x, http://127.0.0.1:80",
    "https://127.0.0.1:80/x, http://127.0.0.1:80",
    "http://127.0.0.2:8080/x, http://127.0.0.1:8080",
    "https://management.azure.com/x, https://management.azure.com:8443",
  })
  void noOtherSchemeHostPortOrUserIsFollowed(String url, String endpoint) {
    assertThatThrownBy(() -> send(HttpMethod.GET, url, endpoint))
        .isInstanceOf(RefusedRequest.class)
        .hasMessageContaining("leads away from `" + endpoint + "`")
        .hasMessageNotContaining("word");
    assertThat(sent).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/x, http://127.0.0.1:80",
    "http://127.0.0.1:80/x, http://127.0.0.1",
    "https://management.azure.com:443/x, https://management.azure.com",
    "https://management.azure.com/x, https://management.azure.com:443",
    "https://management.azure.com/x, HTTPS://Management.Azure.Com/",
  })
  void aPortThatGoesWithoutSayingIsTheSame(String url, String endpoint) {
    assertThat(send(HttpMethod.GET, url, endpoint)).containsExactly("GET " + url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/listKeys",
        "/listkeys",
        "/LISTKEYS",
        "/listKeys/",
        "/listKeys?api-version=2025-06-01",
        "/listKeys;v=1",
        "/list%4Beys",
        "/%6cistKeys",
        "%2FlistKeys",
        "/listAdminKeys",
        "/listQueryKeys",
        "/listSecrets",
        "/listConnectionStrings",
        "/listCredential",
        "/listClusterAdminCredential",
        "/listValue",
        "/listAccountSas",
        "/listCallbackUrl",
        "/config/appsettings/list",
        "/config/connectionstrings/List",
        "/host/default/listkeys",
        "/functions/f/listsecrets",
        "/listKeys/default",
        "/listKeys/default/providers/Microsoft.Insights/diagnosticSettings",
        "/config/publishingcredentials",
        "/config/PublishingCredentials",
        "/publishxml",
      })
  void keysAreNeverAskedFor(String tail) {
    assertThatThrownBy(() -> send(HttpMethod.GET, SITE + tail, ARM))
        .isInstanceOf(RefusedRequest.class)
        .hasMessageStartingWith("keylint never asks for a key: /subscriptions/s/");
    assertThat(sent).isEmpty();
  }

  @Test
  void keysOfASubscriptionAreNotAskedForEither() {
    assertThatThrownBy(
            () -> send(HttpMethod.GET, ARM + "/subscriptions/s/providers/Contoso/listAll", ARM))
        .isInstanceOf(RefusedRequest.class);
    assertThatThrownBy(() -> send(HttpMethod.GET, ARM + "//listKeys", ARM))
        .isInstanceOf(RefusedRequest.class);
    assertThat(sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/list%254beys",
        "//listKeys",
        "/x//y",
        "/%2Fconfig",
        "/config/../listKeys",
        "/config/..",
        "/config/%2e%2e/x",
        "/./listKeys",
        "/.",
        "%5CconfigX",
      })
  void aPathThatCanBeReadInSeveralWaysIsNotSent(String tail) {
    assertThatThrownBy(() -> send(HttpMethod.GET, SITE + tail, ARM))
        .isInstanceOf(RefusedRequest.class)
        .hasMessageContaining("several ways");
    assertThat(sent).isEmpty();
  }

  @Test
  void aLinkThatIsNoUrlIsNotFollowed() {
    assertThatThrownBy(() -> send(HttpMethod.GET, SITE + "/a b", ARM))
        .isInstanceOf(RefusedRequest.class)
        .hasMessageContaining("no URL");
    assertThat(sent).isEmpty();
  }

  @Test
  void theOtherWayOfSendingIsGuardedToo() {
    HttpPipeline pipeline = pipeline(ARM);
    assertThat(pipeline.send(new HttpRequest(HttpMethod.GET, SITE)).blockOptional()).isEmpty();
    assertThat(sent).containsExactly("GET " + SITE);
    assertThatThrownBy(
            () -> pipeline.send(new HttpRequest(HttpMethod.GET, SITE + "/listKeys")).block())
        .isInstanceOf(RefusedRequest.class);
    assertThatThrownBy(() -> pipeline.send(new HttpRequest(HttpMethod.PUT, SITE)).block())
        .isInstanceOf(IllegalStateException.class);
    assertThat(sent).hasSize(1);
  }

  private List<String> send(HttpMethod method, String url, String endpoint) {
    pipeline(endpoint).sendSync(new HttpRequest(method, url), Context.NONE);
    return sent;
  }

  private HttpPipeline pipeline(String endpoint) {
    return new HttpPipelineBuilder()
        .policies(new ReadOnlyGuard(URI.create(endpoint)))
        .httpClient(
            new HttpClient() {
              @Override
              public Mono<HttpResponse> send(HttpRequest request) {
                sent.add(request.getHttpMethod() + " " + request.getUrl());
                return Mono.empty();
              }
            })
        .build();
  }
}
