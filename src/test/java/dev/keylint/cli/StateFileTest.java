package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot that somebody changed, cut or mixed up: a message with the line, and the rest is
/// judged.
final class StateFileTest {
  private static final String HEADER = "{\"kind\":\"header\",\"format\":\"keylint-snapshot/1\"}";
  private static final String FOOTER = "{\"kind\":\"footer\"}";
  private static final String SEARCH =
      "{\"kind\":\"resource\",\"apiVersion\":\"2025-05-01\",\"body\":{\"id\":\"/subscriptions/s/"
          + "resourceGroups/g/providers/Microsoft.Search/searchServices/desk\",\"name\":\"desk\","
          + "\"type\":\"Microsoft.Search/searchServices\",\"properties\":"
          + "{\"disableLocalAuth\":false}}}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"unit\",\"unit\":\"u\",\"state\":\"ok\",\"readAt\":\"last week\"}",
        "{\"kind\":\"unit\",\"unit\":\"u\",\"state\":\"ok\",\"readAt\":\"2026-13-01T00:00:00Z\"}",
        "{\"kind\":\"unit\",\"unit\":\"u\",\"state\":\"ok\",\"readAt\":\"\"}",
        "{\"kind\":\"riddle\"}",
        "{\"kind\":7}",
        "{}",
        "[]",
        "{\"kind\":\"resource\"}",
        "{\"kind\":\"resource\",\"body\":{\"id\":7,\"type\":[]}}",
        "{\"kind\":\"resource\",\"body\":\"text\"}",
        "{\"kind\":\"uni",
        "no JSON"
      })
  void aLineThatIsWrongIsNamedAndTheOthersCount(String line) throws IOException {
    Scanned run = scan(HEADER, line, SEARCH, FOOTER);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsOnlyOnce("incomplete[")
        .contains("--> state.jsonl:2:1", "error[search-local-auth]", "'desk'");
    assertThat(run.exit()).isEqualTo(1);
    Scanned alone = scan(HEADER, line, FOOTER);
    assertThat(alone.exit()).isEqualTo(3);
    assertThat(alone.out()).containsOnlyOnce("incomplete[");
    assertThat(alone.out().lines().toList().getLast()).startsWith("incomplete: ");
  }

  @Test
  void numbersThatNobodyCanCountToEndAtOnce() throws IOException {
    String unit =
        "{\"kind\":\"unit\",\"unit\":\"u\",\"state\":\"ok\",\"rows\":1e999999999,\"status\":-1}";
    Scanned run = scan(HEADER, unit, FOOTER);
    assertThat(run.exit()).isZero();
  }

  @Test
  void aSnapshotWithoutItsEnd() throws IOException {
    Scanned run = scan(HEADER, SEARCH);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("state.jsonl:3:1", "the snapshot has no end");
    assertThat(scan("").exit()).isEqualTo(3);
  }

  @Test
  void templatesBesideItAreJudgedAndCompared() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param anyName string
        resource desk 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'desk'
          properties: { disableLocalAuth: true }
        }
        resource other 'Microsoft.Search/searchServices@2025-05-01' = {
          name: anyName
          properties: { disableLocalAuth: true }
        }
        """);
    Files.write(folder.resolve("state.jsonl"), List.of(HEADER, SEARCH, FOOTER));
    Keylint keylint = Keylint.with("local-auth-drift", "search-local-auth");
    assertThat(keylint.run(folder, "scan", "main.bicep").out())
        .contains("no findings")
        .doesNotContain("local-auth-drift");
    Scanned run = keylint.run(folder, "scan", "main.bicep", "--state", "state.jsonl");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("error[local-auth-drift]: 'desk'", "--> main.bicep:4:17", "update -n desk -g g")
        .contains("undecided[local-auth-drift]", "parameter `anyName` has no value")
        // What is deployed is compared, and not judged by itself.
        .doesNotContain("search-local-auth");
  }

  /// To make a snapshot decides nothing for somebody who has one.
  @Test
  void whatWouldDecideIsSaidToSomebodyWhoHasASnapshot() throws IOException {
    Keylint keylint = Keylint.with("local-auth-drift", "missing-search-query-role");
    Files.writeString(folder.resolve("main.bicep"), SearchCaller.template("stand", "far"));
    assertThat(keylint.run(folder, "scan", "main.bicep").out())
        .contains("= to decide: `keylint live` reads what is deployed");
    Files.write(
        folder.resolve("state.jsonl"),
        List.of(HEADER, SEARCH, SEARCH.replace("Groups/g/", "Groups/h/"), FOOTER));
    String[] compared = {"scan", "main.bicep", "--state", "state.jsonl"};
    assertThat(keylint.run(folder, compared).out())
        .contains("= to decide: `keylint scan --state FILE` without a path judges what is deployed")
        .contains(
            "= to decide: `keylint live --save FILE` takes one of the subscription that has it")
        .doesNotContain("`keylint live` reads");
    Files.writeString(folder.resolve("main.bicep"), SearchCaller.template("desk", "far"));
    assertThat(keylint.run(folder, compared).out())
        .contains("= to decide: say where it is deployed with `--context FILE`: `subscriptionId`")
        .doesNotContain("`keylint live` reads");
  }

  @Test
  void aSnapshotThatIsWrongMakesTheComparisonIncomplete() throws IOException {
    Files.writeString(folder.resolve("main.bicep"), "param name string\n");
    String denied =
        "{\"kind\":\"unit\",\"unit\":\"u\",\"scope\":\"s\",\"state\":\"forbidden\",\"status\":403}";
    for (List<String> lines :
        List.of(List.of(HEADER, "no JSON", FOOTER), List.of(HEADER, denied, FOOTER))) {
      Files.write(folder.resolve("state.jsonl"), lines);
      assertThat(Scanned.command(folder, "scan", ".", "--state", "state.jsonl").exit())
          .isEqualTo(3);
    }
  }

  @Test
  void anIdentityIsLeftOverOnlyWhenAllThatMayCarryItWasRead() throws IOException {
    List<String> resources = leftOver();
    Keylint keylint = Keylint.with("orphaned-role-assignment");
    assertThat(out(keylint, resources, "Microsoft.Web/sites"))
        .contains("undecided[orphaned-role-assignment]");
    String carriers = "Microsoft.ManagedIdentity/userAssignedIdentities/associatedResources";
    String credentials =
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials";
    assertThat(out(keylint, resources, carriers)).contains("undecided[orphaned-role-assignment]");
    assertThat(out(keylint, resources, credentials))
        .contains("undecided[orphaned-role-assignment]");
    assertThat(out(keylint, resources, carriers, credentials))
        .contains("warning[orphaned-role-assignment]: 'id'");
  }

  /// A role of an identity that nothing at hand carries.
  private static List<String> leftOver() {
    String group = "/subscriptions/s/resourceGroups/g/providers/";
    String role = group + "Microsoft.Search/searchServices/desk/providers/";
    return List.of(
        SEARCH,
        body(
            group + "Microsoft.ManagedIdentity/userAssignedIdentities/id",
            "Microsoft.ManagedIdentity/userAssignedIdentities",
            "{'principalId':'p'}"),
        body(
            role + "Microsoft.Authorization/roleAssignments/a",
            "Microsoft.Authorization/roleAssignments",
            "{'principalId':'p','principalType':'ServicePrincipal','roleDefinitionId':"
                + "'/providers/Microsoft.Authorization/roleDefinitions/"
                + "1407120a-92aa-4202-b7e9-c0e197c71c8f'}"));
  }

  /// Whoever carries it may be in the subscription that nobody could read.
  @Test
  void whatWasReadInOneSubscriptionIsNotReadInAnother() throws IOException {
    String unit = "Microsoft.ManagedIdentity/userAssignedIdentities/associatedResources";
    String forbidden =
        "{'kind':'unit','unit':'%s','scope':'/subscriptions/t','state':'forbidden'}"
            .formatted(unit)
            .replace('\'', '"');
    List<String> resources = new ArrayList<>(leftOver());
    resources.add(forbidden);
    assertThat(out(Keylint.with("orphaned-role-assignment"), resources, unit))
        .contains("undecided[orphaned-role-assignment]")
        .doesNotContain("warning[orphaned-role-assignment]");
  }

  private static String body(String id, String type, String properties) {
    return "{'kind':'resource','apiVersion':'2025-01-01','body':{'id':'%s','name':'n','type':'%s','properties':%s}}"
        .formatted(id, type, properties)
        .replace('\'', '"');
  }

  private String out(Keylint keylint, List<String> resources, String... units) throws IOException {
    List<String> lines = new ArrayList<>(resources);
    lines.addFirst(HEADER);
    for (String unit : units) {
      lines.add("{'kind':'unit','unit':'%s','state':'ok'}".formatted(unit).replace('\'', '"'));
    }
    lines.add(FOOTER);
    Files.write(folder.resolve("state.jsonl"), lines);
    return keylint.run(folder, "scan", "--state", "state.jsonl").out();
  }

  private Scanned scan(String... lines) throws IOException {
    Files.write(folder.resolve("state.jsonl"), List.of(lines));
    return Scanned.command(folder, "scan", "--state", "state.jsonl");
  }
}
