package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The environment variables that put a service into the scope of a role, and those that decided
/// the role.
final class GrantReachTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final String GROUP = "/subscriptions/1/resourceGroups/g";
  private static final String DOCS = GROUP + "/providers/Microsoft.Search/searchServices/docs";

  @TempDir private Path folder;

  /// @param variables their names, parted by blanks
  private static Value text(String text, String variables) {
    List<Origin.Step> steps =
        Stream.of(variables.split(" "))
            .filter(it -> !it.equals("-"))
            .map(GrantReachTest::step)
            .toList();
    return new Value.Str(text, Origin.at(AT).decidedBy(steps));
  }

  private static Origin.Step step(String variable) {
    return Origin.Step.of(
        Origin.Kind.UNSET, "p", AT, new Origin.Variable(variable, "--env", false));
  }

  private static List<String> names(Origin origin) {
    return origin.variables().stream()
        .map(it -> it.variable().orElseThrow().name())
        .distinct()
        .toList();
  }

  private static Grant grant(Value scope, Target... targets) {
    Grant some = GrantsTest.only(GrantsTest.SITE, GrantsTest.assignment("x", "y", ""));
    return new Grant(
        some.assignment(),
        some.principal(),
        some.role(),
        AssignmentScope.of(ResourceId.of(scope), false),
        List.of(targets),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        some.principalAt(),
        some.roleAt());
  }

  private static Target docs(String ofId, String ofName) {
    Target some =
        Estates.graph("[" + GrantsTest.SEARCH.strip().replaceFirst(",$", "") + "]")
            .targets()
            .getFirst();
    return new Target(
        some.kind(),
        ResourceId.of(text(DOCS, ofId)),
        text("docs", ofName),
        some.resource(),
        some.relevant());
  }

  @ParameterizedTest
  @CsvSource({
    "group,    -,   -,       -,    -",
    "group,    G,   G,       -,    -",
    "group,    -,   O,       -,    O",
    "group,    G,   G O N,   N,    O",
    "group,    G,   N,       N,    G",
    "resource, G N, G N,     N,    -",
    "resource, N C, -,       N,    C",
  })
  void whatOneOfBothIdsHangsOnDecides(
      String kind, String ofScope, String ofId, String ofName, String deciding) {
    Value scope = text(kind.equals("group") ? GROUP : DOCS, ofScope);
    Target docs = docs(ofId, ofName);
    Grant grant = grant(scope, docs);
    List<String> expected =
        Arrays.stream(deciding.split(" ")).filter(it -> !it.equals("-")).toList();
    assertThat(names(grant.reach(docs))).isEqualTo(expected);
    assertThat(names(grant.targetNames().origin())).isEqualTo(expected);
    assertThat(grant.reach(docs).at()).isEqualTo(grant.at());
  }

  @Test
  void eachServiceMayBeThereByAnother() {
    Grant grant = grant(text(GROUP, "-"), docs("A", "-"), docs("B", "-"));
    assertThat(names(grant.targetNames().origin())).containsExactly("A", "B");
  }

  /// What names a group does not make it another kind of scope.
  @Test
  void theKindOfAScopeHangsOnNoName() {
    AssignmentScope scope = grant(text(GROUP, "G")).scope();
    assertThat(names(scope.id().origin())).containsExactly("G");
    assertThat(names(scope.kind().origin())).isEmpty();
  }

  /// `resourceId` gives the id of a role in the group of the deployment, which is any group.
  @Test
  void theGroupInTheIdOfARoleDecidesNothing() throws IOException {
    Files.writeString(
        folder.resolve("role.bicep"),
        """
        param role string
        resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid(role)
          properties: {
            principalId: 'who'
            roleDefinitionId: resourceId('Microsoft.Authorization/roleDefinitions', role)
          }
        }
        """);
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        targetScope = 'subscription'
        param group string
        param role string
        module given 'role.bicep' = { scope: resourceGroup(group), params: { role: role } }
        """);
    Files.writeString(
        folder.resolve("main.parameters.json"),
        """
        {"parameters": {"group": {"value": "${GROUP=docs}"},
          "role": {"value": "${ROLE=7ca78c08-252a-4471-8644-bb5ff32d4ba0}"}}}
        """);
    Grant grant =
        new Templates(folder).graph("main.bicep", "main.parameters.json").grants().getFirst();
    assertThat(names(grant.scope().id().origin())).contains("GROUP");
    assertThat(names(grant.roleAt().value().origin())).containsExactly("ROLE");
    assertThat(names(grant.role().id().origin())).containsExactly("ROLE");
  }

  @Test
  void theNameOfAnIdentityDoesNotMakeItAnotherKind() {
    Identity app = new Identity.SystemAssigned("app", text("app", "NAME"));
    assertThat(names(app.name().origin())).containsExactly("NAME");
    assertThat(names(app.kind().origin())).isEmpty();
  }
}
