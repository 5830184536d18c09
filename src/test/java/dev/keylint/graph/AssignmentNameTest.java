package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the names of role assignments tell apart, and which are new in each deployment.
class AssignmentNameTest {
  private static final String READER = "1407120a-92aa-4202-b7e9-c0e197c71c8f";

  private static Grant grant(String name, String scope) {
    return GrantsTest.only(
        """
        {"as": "s", "type": "Microsoft.Search/searchServices", "name": "docs"},
        {"as": "app", "type": "Microsoft.Web/sites", "name": "chat",
         "identity": {"type": "SystemAssigned"}},
        {"type": "Microsoft.Authorization/roleAssignments", "name": NAME, "scope": "SCOPE",
         "properties": {"principalId": "${app.identity.principalId}", "roleDefinitionId": "READER"}}
        """
            .replace("NAME", name)
            .replace("SCOPE", scope)
            .replace("READER", READER)
            .replace("PRINCIPAL", "${app.identity.principalId}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$guid\": [\"${s.id}\", \"PRINCIPAL\", \"READER\"]}        | []",
        "{\"$GUID\": [\"docs\", \"chat\", \"Search Index Data Reader\"]} | []",
        "{\"$guid\": [\"${s.id}\", \"chat\", \"ROLE\"]}               | []",
        "{\"$guid\": [\"${s.id}\", \"PRINCIPAL\"]}                    | [role]",
        "{\"$guid\": [\"${s.id}\", \"READER\"]}                       | [principal]",
        "{\"$guid\": [\"PRINCIPAL\", \"READER\"]}                     | [scope]",
        "{\"$guid\": [\"docs-chat\"]}                                 | [role]",
        "{\"$guid\": [\"docs-chat-reader\"]}                          | []",
        "{\"$guid\": [\"docs-chat-a-b\"]}                             | [role]",
        "{\"$guid\": [\"${rg.id}/docs-chat\"]}                        | [role]",
        "{\"$guid\": [\"${rg.id}/docs-chat-reader\"]}                 | []",
        "{\"$guid\": [{\"$take\": [\"docs-chat\", 9]}]}               | [role]",
        "{\"$guid\": [\"${rg.id}/docs\"]}                             | [principal, role]",
        "{\"$guid\": [\"docs\", \"x\"]}                               | [principal, role]",
        "{\"$guid\": [\"docs\", \"x\", \"y\"]}                        | []",
        "{\"$guid\": [\"x\"]}                                         | [scope, principal, role]",
        "{\"$guid\": [\"docs\", 7, \"chat\"]}                         | []",
        "{\"$uniqueString\": [\"x\"]}                                 | []",
        "\"6f1f5a5e-5f6c-4d0b-8a3c-0a4a0b6f3f11\"                     | []",
      })
  void aNameAtAResourceLeavesPartsOut(String name, String lacks) {
    assertThat(grant(name, "${s.id}").nameLacks()).hasToString(lacks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$guid\": [\"${rg.id}\", \"chat\", \"READER\"]}            | []",
        "{\"$guid\": [\"${sub.id}\", \"chat\", \"READER\"]}           | []",
        "{\"$guid\": [\"${rg.name}\", \"chat\", \"READER\"]}          | []",
        "{\"$guid\": [\"${sub.id}\", \"READER\"]}                     | [principal]",
        "{\"$guid\": [\"${mg.id}\", \"READER\"]}                      | [scope, principal]",
        "{\"$guid\": [\"chat\", \"READER\"]}                          | [scope]",
        "{\"$guid\": [\"${rg.id}/x\", \"chat\", \"READER\"]}          | []",
      })
  void aNameAtAGroupHasItAsAnArgument(String name, String lacks) {
    assertThat(grant(name, "${rg.id}").nameLacks()).hasToString(lacks);
  }

  @Test
  void aGroupThatIsWrittenOutIsAnArgumentToo() {
    String group = "/subscriptions/1/resourceGroups/g";
    String name = "{\"$guid\": [\"" + group + "\", \"READER\"]}";
    assertThat(grant(name, group).nameLacks()).containsExactly("principal");
    assertThat(grant(name, group + "2").nameLacks()).containsExactly("scope", "principal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$newGuid\": []}                                           | true",
        "{\"$guid\": [{\"$newGuid\": []}]}                            | true",
        "{\"$guid\": [\"docs\", {\"$newGuid\": []}]}                  | true",
        "{\"$guid\": [\"docs\", {\"$toLower\": [{\"$newGuid\": []}]}]} | true",
        "{\"$guid\": [{\"$access\": [{\"$newGuid\": []}, \"x\"]}]}    | true",
        "{\"$toLower\": [{\"$newGuid\": []}]}                         | true",
        "{\"$guid\": [\"docs\", {\"$text\": [\"a-\", {\"$newGuid\": []}]}]} | true",
        "{\"$guid\": [{\"$map\": [[1], {\"$lambda\": [{\"$newGuid\": []}]}]}]} | true",
        "{\"$guid\": [{\"$map\": [[1], {\"$lambda\": [\"x\"]}]}]}     | false",
        "{\"$guid\": [\"docs\", \"chat\"]}                            | false",
        "{\"$guid\": [{\"$toLower\": [\"${param.x}\"]}]}              | false",
        "{\"$guid\": [{\"$access\": [\"${param.x}\", \"x\"]}]}        | false",
        "\"x${param.x}\"                                              | false",
        "\"fixed\"                                                    | false",
      })
  void someNamesAreNewEachTime(String name, boolean varies) {
    assertThat(grant(name, "${s.id}").nameVaries()).isEqualTo(varies);
  }
}
