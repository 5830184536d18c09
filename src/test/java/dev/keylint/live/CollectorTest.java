package dev.keylint.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.Source;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/// Microsoft's real clients against a fake Azure Resource Manager on loopback.
final class CollectorTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
  private static final String ACCOUNTS = "Microsoft.CognitiveServices/accounts";
  private static final String APPS = "Microsoft.App/containerApps";
  private static final String SEARCH = "Microsoft.Search/searchServices";

  private final FakeArm arm = new FakeArm();
  private final StringWriter file = new StringWriter();

  @AfterEach
  void stop() {
    arm.close();
  }

  @Test
  void threePagesGiveAllResources() {
    arm.pages(ACCOUNTS, account("a"), account("b"), account("c"));
    assertThat(collect()).extracting(UnitReport::state).containsOnly(UnitReport.State.OK);
    assertThat(names(estate())).containsExactly("a", "b", "c");
  }

  @Test
  void throttlingIsWaitedFor() {
    arm.answer(SEARCH, new FakeArm.Answer(429, Map.of("Retry-After", "1"), "{}"));
    arm.pages(SEARCH, search("s"));
    assertThat(collect()).extracting(UnitReport::state).containsOnly(UnitReport.State.OK);
    assertThat(names(estate())).containsExactly("s");
    assertThat(arm.requests()).filteredOn(it -> it.contains("searchServices")).hasSize(2);
  }

  @Test
  void aForbiddenProviderIsAGapAndEndsNothingElse() {
    arm.answer(SEARCH, FakeArm.forbidden());
    arm.pages(ACCOUNTS, account("a"));
    assertThat(collect())
        .filteredOn(unit -> unit.name().equals(SEARCH))
        .singleElement()
        .satisfies(unit -> {
          assertThat(unit.state()).isEqualTo(UnitReport.State.FORBIDDEN);
          assertThat(unit.error()).contains("AuthorizationFailed");
        });
    assertThat(names(estate())).containsExactly("a");
    assertThat(estate().gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.units()).containsExactly(SEARCH));
    assertThat(estate().diagnostics()).hasSize(1);
  }

  @Test
  void aLinkToAnotherHostIsNotFollowed() {
    arm.answer(
        SEARCH,
        new FakeArm.Answer(
            200,
            Map.of(),
            "{\"value\":[" + search("s") + "],\"nextLink\":\"http://127.0.0.2:9/steal\"}"));
    assertThat(collect())
        .filteredOn(unit -> unit.name().equals(SEARCH))
        .singleElement()
        .satisfies(unit -> assertThat(unit.state()).isEqualTo(UnitReport.State.FAILED));
    assertThat(names(estate())).containsExactly("s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"::", "https://[", "no link", "/subscriptions/s/listKeys", "ENDPOINT/listKeys"})
  void aHostileLinkEndsItsUnitOnly(String link) {
    String next = link.replace("ENDPOINT/", arm.endpoint().toString());
    arm.answer(
        APPS, new FakeArm.Answer(200, Map.of(), "{\"value\":[],\"nextLink\":\"" + next + "\"}"));
    arm.pages(SEARCH, search("s"));
    assertThat(collect())
        .allSatisfy(unit ->
            assertThat(unit.state())
                .isEqualTo(
                    unit.name().equals(APPS) ? UnitReport.State.FAILED : UnitReport.State.OK));
    assertThat(names(estate())).containsExactly("s");
    assertThat(arm.requests()).noneMatch(it -> it.contains("listKeys"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"value\":[{\"id\":", "{\"value\":[]}{\"value\":[]}", "", "[]"})
  void aPageThatIsCutOrIsTwoIsNoPage(String page) {
    arm.answer("Microsoft.Web/sites", new FakeArm.Answer(200, Map.of(), page));
    assertThat(collect())
        .filteredOn(unit -> unit.name().equals("Microsoft.Web/sites"))
        .singleElement()
        .satisfies(unit -> assertThat(unit.state()).isEqualTo(UnitReport.State.FAILED));
  }

  @Test
  void reportsSayHowItWent() {
    arm.pages(ACCOUNTS, account("a"), account("b"));
    arm.answer(SEARCH, new FakeArm.Answer(400, Map.of(), "{}"));
    arm.answer(APPS, FakeArm.forbidden());
    arm.answer("Microsoft.Web/sites", new FakeArm.Answer(200, Map.of(), "{\"value\":{}}"));
    List<UnitReport> units = collect();
    assertThat(unit(units, ACCOUNTS))
        .satisfies(it -> {
          assertThat(it.rows()).isEqualTo(2);
          assertThat(it.status()).isEqualTo(200);
          assertThat(it.apiVersion()).contains("2025-01-01");
        });
    assertThat(unit(units, SEARCH))
        .satisfies(it -> {
          assertThat(it.state()).isEqualTo(UnitReport.State.FAILED);
          assertThat(it.status()).isEqualTo(400);
          assertThat(it.error()).contains("HTTP 400");
          assertThat(it.rows()).isZero();
        });
    assertThat(unit(units, APPS))
        .satisfies(it -> {
          assertThat(it.error()).contains("HTTP 403");
          assertThat(it.apiVersion()).contains("2025-01-01");
          assertThat(it.state()).isEqualTo(UnitReport.State.FORBIDDEN);
        });
    assertThat(unit(units, "Microsoft.Web/sites").error()).contains("a page is no JSON list");
    assertThat(unit(units, "Microsoft.ManagedIdentity/userAssignedIdentities"))
        .satisfies(it -> {
          assertThat(it.rows()).isZero();
          assertThat(it.apiVersion()).contains("2024-11-30");
        });
    assertThat(file.toString().lines().filter(it -> it.contains("\"kind\":\"unit\"")))
        .hasSameSizeAs(units);
  }

  @Test
  void aRawListIsReadToItsEndAndALoopOfPagesEnds() {
    arm.pages(APPS, app("a"), app("b"), app("c"));
    collect();
    assertThat(names(estate())).containsExactly("a", "b", "c");
    long asked = arm.requests().stream().filter(it -> it.contains("containerApps")).count();
    assertThat(asked).isEqualTo(3);
    arm.answer(
        "Microsoft.Web/sites",
        new FakeArm.Answer(200, Map.of(), "{\"value\":[],\"nextLink\":\" \"}"));
    assertThat(unit(collect(), "Microsoft.Web/sites").state()).isEqualTo(UnitReport.State.OK);
  }

  @Test
  void nothingButReadingIsSent() {
    collect();
    assertThat(arm.requests()).hasSizeGreaterThanOrEqualTo(7).allMatch(it -> it.startsWith("GET "));
  }

  @Test
  void theTypedModelsDropNothing() {
    arm.pages(ACCOUNTS, account("a"));
    collect();
    assertThat(estate().resources().getFirst().properties().orElseThrow())
        .isInstanceOfSatisfying(
            Value.Obj.class,
            properties -> assertThat(properties.properties().get("notInAnyModel")).isPresent());
  }

  @Test
  void appSettingsAreWithheldAndNotNone() {
    String id = id("Microsoft.Web/sites", "app");
    arm.pages(
        "Microsoft.Web/sites",
        "{\"id\":\""
            + id
            + "\",\"name\":\"app\",\"type\":\"Microsoft.Web/sites\",\"properties\":{\"siteConfig\":{\"appSettings\":null}}}");
    collect();
    Value.Obj properties = (Value.Obj) estate().resources().getFirst().properties().orElseThrow();
    Value.Obj config = (Value.Obj) properties.properties().get("siteConfig").orElseThrow();
    assertThat(config.properties().get("appSettings"))
        .hasValueSatisfying(value ->
            assertThat(value)
                .isInstanceOfSatisfying(
                    Value.Unknown.class,
                    unknown -> assertThat(unknown.reason()).isInstanceOf(Reason.Withheld.class)));
  }

  @Test
  void secretsDoNotReachTheSnapshot() {
    String id = id("Microsoft.App/containerApps", "app");
    arm.pages(
        "Microsoft.App/containerApps",
        "{\"id\":\""
            + id
            + "\",\"name\":\"app\",\"type\":\"Microsoft.App/containerApps\",\"properties\":{\"template\":{\"containers\":[{\"env\":["
            + "{\"name\":\"AZURE_OPENAI_API_KEY\",\"value\":\"canary-0123456789\"},{\"name\":\"AZURE_OPENAI_ENDPOINT\",\"value\":\"https://x.openai.azure.com\"}]}]}}}");
    collect();
    assertThat(file.toString()).doesNotContain("canary").contains("https://x.openai.azure.com");
  }

  @Test
  void withoutAnySignInItSaysWhatWasTried() {
    Collector collector = new Collector(arm.endpoint(), new SignIn(Map.of()), CLOCK);
    assertThatThrownBy(() -> collector.collect(FakeArm.SUBSCRIPTION, writer()))
        .isInstanceOfSatisfying(
            SignInFailed.class,
            failed ->
                assertThat(failed.attempts())
                    .extracting(SignInFailed.Attempt::way)
                    .contains("Azure CLI", "environment"));
  }

  @Test
  void anInterruptedSnapshotIsNotWhole() {
    collect();
    String cut = file.toString().substring(0, file.toString().lastIndexOf("{\"kind\":\"footer\""));
    assertThat(SnapshotReader.read(Source.of("snapshot.jsonl", cut)).estate().diagnostics())
        .hasSize(1);
  }

  private static UnitReport unit(List<UnitReport> units, String name) {
    return units.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private static String app(String name) {
    return "{\"id\":\""
        + id(APPS, name)
        + "\",\"name\":\""
        + name
        + "\",\"type\":\""
        + APPS
        + "\"}";
  }

  private List<UnitReport> collect() {
    SnapshotWriter writer = writer();
    List<UnitReport> units =
        new Collector(arm.endpoint(), fake(), CLOCK).collect(FakeArm.SUBSCRIPTION, writer);
    writer.finish(CLOCK.instant());
    return units;
  }

  private SnapshotWriter writer() {
    return new SnapshotWriter(file, "test", FakeArm.SUBSCRIPTION, CLOCK.instant());
  }

  private Estate estate() {
    return SnapshotReader.read(Source.of("snapshot.jsonl", file.toString())).estate();
  }

  private static TokenCredential fake() {
    return _ ->
        Mono.just(
            new AccessToken("fake", OffsetDateTime.of(2099, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
  }

  private static List<String> names(Estate estate) {
    return estate.resources().stream()
        .map(Resource::name)
        .map(it -> ((Value.Str) it).value())
        .toList();
  }

  private static String account(String name) {
    return "{\"id\":\""
        + id(ACCOUNTS, name)
        + "\",\"name\":\""
        + name
        + "\",\"type\":\""
        + ACCOUNTS
        + "\",\"kind\":\"OpenAI\",\"properties\":{\"notInAnyModel\":1}}";
  }

  private static String search(String name) {
    return "{\"id\":\""
        + id(SEARCH, name)
        + "\",\"name\":\""
        + name
        + "\",\"type\":\""
        + SEARCH
        + "\",\"properties\":{\"authOptions\":{\"apiKeyOnly\":{}}}}";
  }

  private static String id(String type, String name) {
    return "/subscriptions/"
        + FakeArm.SUBSCRIPTION
        + "/resourceGroups/rg/providers/"
        + type
        + "/"
        + name;
  }
}
