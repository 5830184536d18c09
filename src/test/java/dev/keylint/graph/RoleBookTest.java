package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.role.Role;
import dev.keylint.graph.role.RoleBook;
import dev.keylint.graph.role.RoleKind;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What roles permit: those that a template defines, as far as it can be read, and Azure's own.
class RoleBookTest {
  private static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
  private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
  private static final String ROLE =
      """
      {"as": "own", "type": "Microsoft.Authorization/roleDefinitions", "name": "NAME",
       "scope": "${sub.id}", "properties": {"roleName": "Own", "permissions": PERMISSIONS}},
      """;

  private record Asked(ResourceIndex index, RoleBook book, Value id) {
    static Asked of(String definition, String id) {
      Estate estate =
          Estates.template(
              "["
                  + definition
                  + "{\"type\": \"Test.Probe/probes\", \"name\": \"probe\", \"role\": "
                  + id
                  + "}]");
      ResourceIndex index = ResourceIndex.of(estate);
      return new Asked(
          index,
          RoleBook.of(index, false),
          Bodies.at(estate.resources().getLast(), "role").orElseThrow().value());
    }

    Role role() {
      return book.role(id);
    }
  }

  private static Role own(String permissions) {
    String name = "7d0b6c1e-0000-0000-0000-000000000001";
    String definition = ROLE.replace("NAME", name).replace("PERMISSIONS", permissions);
    return Asked.of(definition, "\"${own.id}\"").role();
  }

  private static String show(Role role) {
    return switch (role) {
      case Role.Known known -> GrantsTest.text(known.name());
      case Role.Unresolved(_, _, var because, _, _) -> "? " + because.reason().print();
      case Role.Partly(_, var because) -> "? " + because.reason().print();
      case Role.Doubtful doubtful -> "? " + show(doubtful.of());
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                          | no  | no",
        "[{}]                                                        | no  | no",
        "[{\"actions\": [\"A/x/*\"]}]                                | yes | no",
        "[{\"actions\": [\"A/*\"], \"notActions\": [\"A/x/write\"]}] | no  | no",
        "[{\"dataActions\": [\"a/X/*\"]}]                            | no  | yes",
        "[{\"dataActions\": [\"*\"], \"notDataActions\": [\"*/write\"]}] | no | no",
        "[{\"actions\": [\"A/*\"], \"notActions\": [\"*\"]}, {\"actions\": [\"A/x/write\"]}]"
            + "                                                      | yes | no",
      })
  void theEntriesOfARoleAreAddedUp(String permissions, String action, String dataAction) {
    Role role = own(permissions);
    assertThat(show(role)).isEqualTo("Own");
    assertThat(Estates.show(role.allows("A/x/write"))).isEqualTo(action);
    assertThat(Estates.show(role.allowsData("A/x/write"))).isEqualTo(dataAction);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"${param.p}\"",
        "[\"${param.p}\"]",
        "[{\"actions\": [\"A/*\"]}, {\"actions\": \"${param.p}\"}]",
        "[{\"actions\": [\"A/*\", \"${param.p}\"]}]",
        "[{\"actions\": [null, true, 7, 1.5, \"A/*\", \"${param.p}\"]}]",
        "[{\"actions\": [\"A/*\"], \"notActions\": \"${param.p}\"}]",
        "[{\"actions\": [\"A/*\"], \"dataActions\": \"${param.p}\"}]",
        "[{\"actions\": [\"A/*\"], \"notDataActions\": [\"${param.p}\"]}]",
      })
  void aPartThatIsNotKnownMakesTheRoleUnknown(String permissions) {
    Role role = own(permissions);
    assertThat(show(role)).isEqualTo("? MissingParameter(p)");
    assertThat(Estates.show(role.allows("B/x"))).isEqualTo("open");
    assertThat(Estates.show(role.allowsData("A/x"))).isEqualTo("open");
    assertThat(Estates.show(role.hasDataActions())).isEqualTo("open");
    assertThat(Estates.show(role.hasDataActions("A"))).isEqualTo("open");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"actions\": [\"A/*\"]}, \"${param.p}\"]                           | yes  | open",
        "[{\"actions\": {\"$concat\": [\"${param.p}\", [\"*\"]]}}]                   | yes  | open",
        "[{\"dataActions\": {\"$concat\": [\"${param.p}\", [\"*\"]]}, \"actions\": []}]   | open |"
            + " yes",
        "[{\"actions\": [\"*\"], \"notActions\": [\"${param.p}\"]}]           | open | open",
        "[{\"actions\": [\"*\"], \"notDataActions\": [\"${param.p}\"]}]       | yes  | open",
      })
  void whatIsKnownOfItIsGiven(String permissions, String action, String dataAction) {
    Role role = own(permissions);
    assertThat(Estates.show(role.allows("A/x"))).isEqualTo(action);
    assertThat(Estates.show(role.allowsData("A/x"))).isEqualTo(dataAction);
    assertThat(role.kind()).isEqualTo(new Value.Str("custom", role.id().origin()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"A/*\"", "[\"A/*\"]", "[{\"actions\": \"A/*\"}]", "[{\"actions\": [1]}]"})
  void whatAzureWouldRefuseIsNoPermission(String permissions) {
    assertThat(show(own(permissions))).isEqualTo("? Failed(no permissions)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Resource[x] StringEquals 'y'                                | open | yes",
        "!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'}) OR @Request[x] | open |"
            + " yes",
        "!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'}) OR @Request[x] | yes |"
            + " yes",
        "${param.c}                                                   | open | yes",
        "' '                                                          | yes  | yes",
      })
  void aConditionMayKeepBackWhatConditionsCan(String condition, String assign, String other) {
    Role role = own("[{\"actions\": [\"*\"], \"condition\": \"" + condition + "\"}]");
    assertThat(Estates.show(role.allows("Microsoft.Authorization/roleAssignments/write")))
        .isEqualTo(assign);
    assertThat(Estates.show(role.allows("Microsoft.Search/searchServices/write"))).isEqualTo(other);
  }

  @Test
  void aDefinitionWithoutPermissionsGivesNothing() {
    Role role = own("null");
    assertThat(show(role)).isEqualTo("Own");
    assertThat(Estates.show(role.allows("A/x"))).isEqualTo("no");
    assertThat(Estates.show(role.hasDataActions())).isEqualTo("no");
  }

  @Test
  void dataActionsAreThoseOfAProvider() {
    Role role = own("[{\"dataActions\": [\"Microsoft.Search/*\"]}]");
    assertThat(Estates.show(role.hasDataActions())).isEqualTo("yes");
    assertThat(Estates.show(role.hasDataActions("microsoft.search"))).isEqualTo("yes");
    assertThat(Estates.show(role.hasDataActions("Microsoft.Storage"))).isEqualTo("no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"ACDD72A7-3385-48ef-bd42-f606fba81ae7\"                              | Reader",
        "\"${sub.id}/providers/Microsoft.Authorization/roleDefinitions/" + READER + "\" | Reader",
        "{\"$if\": [\"${param.x}\", \"" + READER + "\", \"/any/" + READER + "\"]} | Reader",
        "{\"$if\": [\"${param.x}\", \"" + READER + "\", \"" + OWNER + "\"]}    | ? Unsupported(if)",
        "{\"$access\": [{\"$roleDefinitions\": [\"reader\"]}, \"id\"]}         | Reader",
        "{\"$access\": [{\"$roleDefinitions\": [\"no such role\"]}, \"id\"]}   | ?"
            + " Unsupported(access)",
        "{\"$access\": [{\"$roleDefinitions\": [\"Reader\", \"Owner\"]}, \"id\"]} | ?"
            + " Unsupported(access)",
        "{\"$access\": [{\"$others\": [\"Reader\"]}, \"id\"]}                  | ?"
            + " Unsupported(access)",
        "{\"$access\": [\"${param.r}\", \"id\"]}                               | ?"
            + " Unsupported(access)",
        "\"${param.r}\"                                                        | ?"
            + " MissingParameter(r)",
        "7                                                                     | ? Failed(a text is"
            + " expected here)",
      })
  void onlyTheLastSegmentOfAnIdCounts(String id, String role) {
    assertThat(show(Asked.of("", id).role())).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "11111111-2222-3333-4444-555555555555,  Withheld",
    "11111111-2222-3333-4444-55555555555,   Failed",
    "Contributor,                           Failed",
  })
  void anIdThatIsNotListedIsARoleThatWasNotSeenOrNone(String id, String reason) {
    assertThat(show(Asked.of("", "\"" + id + "\"").role()))
        .startsWith("? " + reason)
        .containsIgnoringCase(id);
  }

  @Test
  void definitionsOfTheEstateComeBeforeAzuresOwn() {
    String definition = ROLE.replace("NAME", OWNER).replace("PERMISSIONS", "[]");
    assertThat(show(Asked.of(definition, "\"" + OWNER + "\"").role())).isEqualTo("Own");
    String existing = definition.replace("\"as\"", "\"existing\": true, \"as\"");
    assertThat(show(Asked.of(existing, "\"" + OWNER + "\"").role())).isEqualTo("Owner");
  }

  @ParameterizedTest
  @CsvSource({"reader, Reader", READER + ", Reader", "nobody, ? Failed"})
  void modulesTakeNamesToo(String idOrName, String role) {
    Asked asked = Asked.of("", "\"" + idOrName + "\"");
    assertThat(show(asked.book.named(asked.id))).startsWith(role);
  }

  /// When Azure was asked for all roles, one that it does not list is none.
  @Test
  void aRoleThatAzureDoesNotListIsMissing() {
    String unlisted = "11111111-2222-3333-4444-555555555555";
    String nearly = READER.replace("a7-", "a8-");
    assertThat(kind(false, unlisted)).isEmpty();
    assertThat(kind(true, unlisted)).contains(RoleKind.MISSING);
    assertThat(kind(false, nearly)).contains(RoleKind.MISTYPED);
    assertThat(kind(true, nearly)).contains(RoleKind.MISSING);
  }

  /// What is doubtful of a role does not make its id a better one.
  @Test
  void aRoleThatMayNotBeGivenHasTheSameId() {
    Value.Unknown why = Doubt.withheld("request", new Location.WholeFile("main.bicep"));
    String nearly = READER.replace("a7-", "a8-");
    for (String id : List.of("Contributor", nearly)) {
      Role role = Asked.of("", "\"" + id + "\"").role();
      Role doubtful = new Role.Doubtful(role, why);
      assertThat(doubtful.isMalformed()).isEqualTo(role.isMalformed());
      assertThat(doubtful.near()).isEqualTo(role.near());
    }
    assertThat(Asked.of("", "\"Contributor\"").role().isMalformed()).isTrue();
    assertThat(Asked.of("", "\"" + nearly + "\"").role().near()).isPresent();
  }

  private static Optional<RoleKind> kind(boolean read, String id) {
    String definition = ROLE.replace("NAME", "own").replace("PERMISSIONS", "[]");
    Asked asked = Asked.of(definition, "\"" + id + "\"");
    Role role = RoleBook.of(asked.index, read).role(asked.id);
    return role instanceof Role.Unresolved unresolved ? unresolved.is() : Optional.empty();
  }
}
