package dev.keylint.module;

import static dev.keylint.module.FakeRegistry.blob;
import static dev.keylint.module.FakeRegistry.reply;
import static dev.keylint.module.RestoreProject.BYTES;
import static dev.keylint.module.RestoreProject.HERE;
import static dev.keylint.module.RestoreProject.JSON;
import static dev.keylint.module.RestoreProject.LIMITS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.module.ModuleRestore.Outcome;
import dev.keylint.module.ModuleRestore.Restored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever one reference leads to, the others are fetched, and what is said of it is one line.
class RestoreEdgeTest {
  private final Path temp;
  private final RestoreProject project;

  RestoreEdgeTest(@TempDir Path temp) {
    this.temp = temp;
    this.project = new RestoreProject(temp);
    project.registry.publish("good", "1", JSON);
  }

  @AfterEach
  void stop() {
    project.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.example.",
        "localhost.",
        "a..example",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.example",
        "xn--a-.example",
        "xn--.example",
        "-a.example",
        "a_b.example",
        "1.2.3",
        "999.999.999.999",
        "0x7f.1",
        "[::1",
        "[::g]",
        "[1::2::3]",
        "[:::::]",
        "[::1]:0",
        "[::1]:70000",
        "h.example:0",
        "h.example:99999",
        "user:word@h.example",
      })
  void anOddHostCostsNoOtherModule(String host) {
    project.allowing(host);
    List<Outcome> outcomes =
        project.outcomes(false, "br:" + host + "/m:1", project.reference("good:1"));
    assertThat(outcomes).contains(new Outcome.Fetched());
    assertThat(outcomes)
        .filteredOn(Outcome.Failed.class::isInstance)
        .singleElement()
        .asString()
        .containsPattern("is no host that can be asked|is no address of a module");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer realm=\"LONG\"",
        "Bearer LONG",
        "Bearer LONG LONG LONG",
        "Bearer realm=\"LONG",
        "Bearer realm=\"\\LONG\\",
        "Bearer realm=LONG, service=\"LONG\"",
        "Bearer realm=\"http://HOST/token\",scope=\"LONG\"",
        "LONG realm=\"x\", LONG=\"y\"",
        "Bearer realm=\"http://HOST/token#LONG\"",
        "Bearer realm=\"http://LONG/token\"",
        "Bearer realm=\"http://HOST:LONG/token\"",
        "Bearer realm=\"\"",
        "",
      })
  void anOddChallengeCostsNoOtherModule(String challenge) {
    project.guard(
        "/v2/m/manifests/1",
        "never",
        challenge.replace("HOST", project.registry.host()).replace("LONG", "a1".repeat(40_000)));
    List<Restored> restored =
        project.run(false, project.reference("m:1"), project.reference("good:1"));
    assertThat(restored.getFirst().outcome()).isEqualTo(new Outcome.Fetched());
    assertThat(restored.getLast().outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.why()).hasSizeLessThan(400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"layers\": 1}",
        "{\"artifactType\": \"LONG\"}",
        "{\"config\": {\"mediaType\": \"LONG\"}}",
        "{\"config\": {\"mediaType\": \"application/vnd.ms.bicep.module.config.v1+json\"},"
            + " \"layers\": [{\"mediaType\": \"application/vnd.ms.bicep.module.layer.v1+json\","
            + " \"digest\": \"sha256:LONG\", \"size\": 1e999999999}]}",
        "DEEP",
      })
  void anOddManifestCostsNoOtherModule(String manifest) {
    project.registry.serve(
        "/v2/m/manifests/1",
        manifest
            .replace("LONG", "a\\n".repeat(40_000))
            .replace("DEEP", "[".repeat(100_000))
            .getBytes(UTF_8));
    List<Restored> restored =
        project.run(false, project.reference("m:1"), project.reference("good:1"));
    assertThat(restored.getFirst().outcome()).isEqualTo(new Outcome.Fetched());
    assertThat(restored.getLast().outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.why()).hasSizeLessThan(400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v2/m/manifests/1", "", "http://[", "http://h.\u0000/", "//", "?", "LONG"})
  void anOddRedirectCostsNoOtherModule(String location) {
    project.registry.on(
        "/v2/m/manifests/1",
        exchange ->
            reply(exchange, 307, Map.of("Location", location.replace("LONG", "x".repeat(9000)))));
    assertThat(project.outcomes(false, project.reference("m:1"), project.reference("good:1")))
        .hasSize(2)
        .contains(new Outcome.Fetched());
  }

  @Test
  void aFaultOfOurOwnCostsNoOtherModule() {
    ModuleRestore.Request impossible =
        new ModuleRestore.Request(project.main(), "part.bicep", HERE, false);
    ModuleRestore.Request good =
        new ModuleRestore.Request(project.main(), project.reference("good:1"), HERE, false);
    assertThat(project.restorer(LIMITS, false).run(List.of(impossible, good)))
        .extracting(it -> it.outcome().toString())
        .satisfiesExactly(
            fetched -> assertThat(fetched).contains("Fetched"),
            failed -> assertThat(failed).contains("keylint fails at this reference", "report it"));
  }

  @Test
  void theRunAsAWholeHasADeadline() {
    for (String name : List.of("a", "b", "c")) {
      project.registry.on("/v2/" + name + "/manifests/1", _ -> {});
    }
    project.within(Duration.ofMillis(700));
    RegistryLimits patient =
        new RegistryLimits(1000, Duration.ofMinutes(5), 3, Duration.ofMinutes(5), 2);
    project.registry.on("/v2/busy/manifests/1", exchange -> reply(exchange, 503, new byte[0]));
    assertThat(
            project.run(
                patient,
                false,
                project.reference("busy:1"),
                project.reference("a:1"),
                project.reference("b:1"),
                project.reference("c:1")))
        .extracting(Restored::outcome)
        .allSatisfy(outcome ->
            assertThat(outcome).asString().contains("for the whole run are over", "`--timeout`"));
  }

  @Test
  void onlyAllowedRegistriesAreAsked() {
    RestoreProject strict = new RestoreProject(temp);
    try (strict) {
      strict.registry.publish("m", "1", JSON);
      String host = strict.registry.host();
      String reference = strict.reference("m:1");
      assertThat(project.restore(reference))
          .asString()
          .contains("`" + host + "` is not asked unless you allow it")
          .contains("`--allow-registry " + host + "`");
      assertThat(strict.registry.requests()).isEmpty();
      assertThat(project.allowing(host.toUpperCase(Locale.ROOT)).restore(reference))
          .isEqualTo(new Outcome.Fetched());
      assertThat(new RegistryAllowList(Set.of()).hosts()).isEmpty();
      assertThat(RegistryAllowList.with(List.of("Own.example")).hosts())
          .containsExactlyInAnyOrder("mcr.microsoft.com", "own.example");
    }
  }

  @Test
  void anAllowedRegistryMaySendElsewhereForItsParts() {
    try (FakeRegistry store = new FakeRegistry()) {
      project.registry.publish("m", "1", JSON);
      store.serve("/blob", BYTES);
      project.registry.on(
          blob("m", BYTES),
          exchange -> reply(exchange, 307, Map.of("Location", "http://" + store.host() + "/blob")));
      assertThat(project.restore(project.reference("m:1"))).isEqualTo(new Outcome.Fetched());
    }
  }
}
