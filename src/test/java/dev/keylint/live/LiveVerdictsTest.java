package dev.keylint.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import dev.keylint.cli.Keylint;
import dev.keylint.cli.Scanned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/// From a fake Azure Resource Manager over a snapshot to verdicts and exit codes.
final class LiveVerdictsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
  private static final String SUBSCRIPTION = "/subscriptions/" + FakeArm.SUBSCRIPTION;
  private static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg/providers/";
  private static final String ROLE =
      SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions/";

  private static final Keylint SEARCH = Keylint.with("search-keys-only", "search-local-auth");

  private final FakeArm arm = new FakeArm();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    arm.close();
  }

  @Test
  void aLiveServiceIsJudgedAsItsTemplateIs() throws IOException {
    arm.pages(
        "Microsoft.Search/searchServices",
        "{\"id\":\""
            + GROUP
            + "Microsoft.Search/searchServices/s\",\"name\":\"s\",\"type\":\"Microsoft.Search/searchServices\",\"properties\":{}}");
    Scanned live = replay(SEARCH);
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(
        templates.resolve("main.bicep"),
        """
        resource s 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 's'
          properties: {}
        }
        """);
    Scanned template = SEARCH.scan(templates);
    assertThat(live.exit()).isEqualTo(template.exit()).isEqualTo(1);
    assertThat(live.verdicts())
        .extracting(it -> it.rule() + " " + it.kind())
        .containsExactlyInAnyOrderElementsOf(
            template.verdicts().stream().map(it -> it.rule() + " " + it.kind()).toList());
  }

  @Test
  void aRoleFromTheSubscriptionReachesTheAccount() throws IOException {
    arm.pages(
        "Microsoft.CognitiveServices/accounts",
        "{\"id\":\""
            + GROUP
            + "Microsoft.CognitiveServices/accounts/a\",\"name\":\"a\",\"type\":\"Microsoft.CognitiveServices/accounts\",\"kind\":\"OpenAI\",\"properties\":{\"disableLocalAuth\":true}}");
    arm.pages(
        "Microsoft.Web/sites",
        "{\"id\":\""
            + GROUP
            + "Microsoft.Web/sites/app\",\"name\":\"app\",\"type\":\"Microsoft.Web/sites\",\"identity\":{\"type\":\"SystemAssigned\",\"principalId\":\"99999999-0000-0000-0000-000000000001\"},\"properties\":{}}");
    arm.pages(
        "Microsoft.Authorization/roleAssignments",
        "{\"id\":\""
            + SUBSCRIPTION
            + "/providers/Microsoft.Authorization/roleAssignments/r\",\"name\":\"r\",\"type\":\"Microsoft.Authorization/roleAssignments\",\"properties\":{\"roleDefinitionId\":\""
            + ROLE
            + "b24988ac-6180-42a0-ab88-20f7382dd24c\",\"principalId\":\"99999999-0000-0000-0000-000000000001\",\"principalType\":\"ServicePrincipal\",\"scope\":\""
            + SUBSCRIPTION
            + "\"}}");
    Scanned live = replay(Keylint.with("caller-can-manage"));
    assertThat(live.verdicts())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo("fail"));
    assertThat(live.exit()).isEqualTo(1);
  }

  @Test
  void whatIsForbiddenIsUndecidedAndTheScanIncomplete() throws IOException {
    arm.answer("Microsoft.Search/searchServices", FakeArm.forbidden());
    Scanned live = replay(SEARCH);
    assertThat(live.exit()).isEqualTo(3);
    assertThat(live.verdicts())
        .filteredOn(it -> it.kind().equals("open"))
        .extracting(Scanned.Verdict::rule)
        .containsExactlyInAnyOrder("search-keys-only", "search-local-auth");
    assertThat(live.out()).contains("Microsoft.Search/searchServices").contains("forbidden");
  }

  @Test
  void withoutASignInTheCommandSaysWhatWasTried() {
    Scanned live = Scanned.command(folder, "live", "--subscription", FakeArm.SUBSCRIPTION);
    assertThat(live.exit()).isEqualTo(2);
    assertThat(live.err())
        .contains("Azure CLI")
        .contains("managed identity")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  @Test
  void aSubscriptionIsAGuid() {
    Scanned live = Scanned.command(folder, "live", "--subscription", "prod");
    assertThat(live.exit()).isEqualTo(2);
    assertThat(live.err()).contains("prod");
  }

  private Scanned replay(Keylint keylint) throws IOException {
    Path state = folder.resolve("state.jsonl");
    TokenCredential fake =
        _ ->
            Mono.just(
                new AccessToken("fake", OffsetDateTime.of(2099, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
    try (SnapshotWriter writer =
        new SnapshotWriter(
            Files.newBufferedWriter(state), "test", FakeArm.SUBSCRIPTION, CLOCK.instant())) {
      new Collector(arm.endpoint(), fake, CLOCK).collect(FakeArm.SUBSCRIPTION, writer);
      writer.finish(CLOCK.instant());
    }
    return keylint.scan(folder, "--state", "state.jsonl");
  }
}
