package dev.keylint.module;

import static dev.keylint.module.FakeRegistry.TEMPLATE;
import static dev.keylint.module.FakeRegistry.blob;
import static dev.keylint.module.FakeRegistry.descriptor;
import static dev.keylint.module.FakeRegistry.reply;
import static dev.keylint.module.RestoreProject.BYTES;
import static dev.keylint.module.RestoreProject.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.ModuleRestore.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a registry may do to us, and what it may not.
class RegistryTrustTest {
  private final Path temp;
  private final RestoreProject project;

  RegistryTrustTest(@TempDir Path temp) {
    this.temp = temp;
    this.project = new RestoreProject(temp);
  }

  @AfterEach
  void stop() {
    project.close();
  }

  @Test
  void anAnonymousTokenIsFetchedAndShown() {
    project.registry.publish("m", "1", JSON);
    project.guard(
        "/v2/m/manifests/1",
        "secret",
        "Bearer realm=\"http://"
            + project.registry.host()
            + "/token?a=b\",service=\"s p\",scope=\"repository:m:pull\"");
    project.guard(
        blob("m", BYTES),
        "secret",
        "Bearer realm=\"http://" + project.registry.host() + "/token\"");
    project.registry.on(
        "/token",
        exchange -> {
          assertThat(exchange.getRequestURI().getRawQuery())
              .isEqualTo("a=b&scope=repository%3Am%3Apull&service=s+p");
          reply(exchange, 200, "{\"access_token\": \"secret\"}".getBytes(UTF_8));
        });
    assertThat(project.restore(project.reference("m:1"))).isEqualTo(new Outcome.Fetched());
    assertThat(project.registry.requests())
        .containsExactly(
            "GET /v2/m/manifests/1",
            "GET /token",
            "GET /v2/m/manifests/1 +token",
            "GET " + blob("m", BYTES) + " +token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic realm=\"x\"",
        "Bearer realm=\"http://HOST/refused\"",
        "Bearer realm=\"http://HOST/useless\"",
      })
  void aPrivateRegistrySaysHowElseToGetTheModule(String challenge) {
    project.registry.publish("m", "1", JSON);
    project.guard("/v2/m/manifests/1", "never", challenge.replace("HOST", project.registry.host()));
    project.registry.on("/refused", exchange -> reply(exchange, 401, new byte[0]));
    project.registry.serve("/useless", "{\"token\": \"anybody\"}".getBytes(UTF_8));
    assertThat(project.restore(project.reference("m:1")))
        .asString()
        .contains("az bicep restore", "--registry-dir");
    assertThat(project.registry.requests()).hasSizeLessThan(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer realm=\"http://169.254.169.254/token\"",
        "Bearer realm=\"file:///etc/passwd\"",
        "Bearer realm=\":\"",
        "Bearer service=\"x\"",
      })
  void noTokenIsAskedForElsewhereOverHttp(String challenge) {
    project.guard("/v2/m/manifests/1", "never", challenge);
    assertThat(project.restore(project.reference("m:1"))).isInstanceOf(Outcome.Failed.class);
    assertThat(project.registry.requests()).hasSize(1);
  }

  @Test
  void theTokenStaysWithItsServerOnARedirect() {
    try (FakeRegistry store = new FakeRegistry()) {
      project.registry.publish("m", "1", JSON);
      store.serve("/blob", BYTES);
      project.guard(
          "/v2/m/manifests/1",
          "t",
          "Bearer realm=\"http://" + project.registry.host() + "/token\"");
      project.registry.serve("/token", "{\"token\": \"t\"}".getBytes(UTF_8));
      project.registry.on(
          blob("m", BYTES),
          exchange -> reply(exchange, 307, Map.of("Location", "http://" + store.host() + "/blob")));
      assertThat(project.restore(project.reference("m:1"))).isEqualTo(new Outcome.Fetched());
      assertThat(project.registry.requests()).contains("GET " + blob("m", BYTES) + " +token");
      assertThat(store.requests()).containsExactly("GET /blob");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.com/blob", "ftp://127.0.0.1/", "http://u@127.0.0.1/", "::", "/m"})
  void redirectsThatLeadAstrayAreNotFollowed(String location) {
    project.registry.publish("m", "1", JSON);
    project.registry.on("/m", exchange -> reply(exchange, 302, Map.of("Location", "/m")));
    project.registry.on(
        blob("m", BYTES), exchange -> reply(exchange, 302, Map.of("Location", location)));
    assertThat(project.restore(project.reference("m:1"))).asString().contains("redirects");
    assertThat(project.registry.requests()).hasSizeLessThan(10);
  }

  @Test
  void alteredLayersAreRefused() {
    byte[] other = "{\"resources\": 12}".getBytes(UTF_8);
    project.registry.publish("m", "1", JSON);
    project.registry.serve(blob("m", BYTES), other);
    assertThat(project.restore(project.reference("m:1")))
        .asString()
        .contains("it has been altered");
    project.registry.serve(blob("m", BYTES), Arrays.copyOf(BYTES, 5));
    assertThat(project.restore(project.reference("m:1")))
        .asString()
        .contains("a layer has 5 bytes");
    assertThat(temp.resolve("cache/br")).doesNotExist();
  }

  @Test
  void alteredManifestsAreRefused() {
    String digest = project.registry.publish("m", "1", JSON);
    project.registry.serve("/v2/m/manifests/" + digest, FakeRegistry.manifest().getBytes(UTF_8));
    assertThat(project.restore("br:" + project.registry.host() + "/m@" + digest))
        .asString()
        .contains("another manifest");
    project.registry.on(
        "/v2/m/manifests/1",
        exchange -> {
          exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
          reply(exchange, 200, FakeRegistry.manifest().getBytes(UTF_8));
        });
    assertThat(project.restore(project.reference("m:1")))
        .asString()
        .contains("the digest that comes with it");
  }

  @Test
  void hugeModulesAreNotReadAtAll() {
    String digest = ContentDigest.sha256(BYTES).text();
    project.registry.manifest("m", "1", FakeRegistry.manifest(descriptor(TEMPLATE, digest, 1001)));
    assertThat(project.restore(project.reference("m:1")))
        .asString()
        .contains("1001 bytes", "up to 1000");
    assertThat(project.registry.requests()).hasSize(1);
  }

  @Test
  void aFloodOfBytesIsCutOff() {
    project.registry.publish("m", "1", JSON);
    project.registry.serve(blob("m", BYTES), new byte[(1 << 20) + 1]);
    assertThat(project.restore(project.reference("m:1")))
        .asString()
        .contains("sends more than 1048576 bytes");
  }

  @Test
  void aTruncatedAnswerIsNoModule() {
    project.registry.publish("m", "1", JSON);
    project.registry.on(
        blob("m", BYTES),
        exchange -> {
          exchange.sendResponseHeaders(200, BYTES.length);
          exchange.getResponseBody().write(BYTES, 0, 3);
          exchange.getResponseBody().flush();
          exchange.close();
        });
    assertThat(project.restore(project.reference("m:1"))).asString().contains("broke off");
  }

  @Test
  void aStalledAnswerEnds() {
    project.registry.publish("m", "1", JSON);
    project.registry.on(
        blob("m", BYTES),
        exchange -> {
          exchange.sendResponseHeaders(200, BYTES.length);
          exchange.getResponseBody().write(BYTES, 0, 3);
          exchange.getResponseBody().flush();
        });
    RegistryLimits hasty = new RegistryLimits(1000, Duration.ofSeconds(1), 1, Duration.ZERO, 1);
    assertThat(project.run(hasty, false, project.reference("m:1")).getFirst().outcome())
        .asString()
        .contains("did not answer within 1 s");
  }

  @Test
  void busyRegistriesAreAskedAgainButNotForEver() {
    project.registry.publish("m", "1", JSON);
    AtomicInteger count = new AtomicInteger();
    project.registry.on(
        blob("m", BYTES),
        exchange -> {
          if (count.incrementAndGet() < 3) {
            reply(exchange, 429, Map.of("Retry-After", "86400"));
          } else {
            reply(exchange, 200, BYTES);
          }
        });
    project.registry.on("/v2/b/manifests/1", exchange -> reply(exchange, 503, new byte[0]));
    assertThat(project.outcomes(false, project.reference("m:1"), project.reference("b:1")))
        .extracting(Object::toString)
        .satisfiesExactly(
            busy -> assertThat(busy).contains("HTTP status 503"),
            fetched -> assertThat(fetched).contains("Fetched"));
    assertThat(count).hasValue(3);
  }
}
