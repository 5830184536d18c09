package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.ResourceId;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What calls, and which identities it may sign in as.
class WorkloadsTest {
  /// Not the parts of a caller in which none can stand.
  @ParameterizedTest
  @CsvSource({
    "Microsoft.Web/sites,                                              true",
    "microsoft.web/SITES/config,                                       true",
    "Microsoft.Web/sites/slots/config,                                 true",
    "Microsoft.Web/sites/hostNameBindings,                             false",
    "Microsoft.ApiManagement/service/apis/operations/policies,         true",
    "Microsoft.ApiManagement/service/backends,                         true",
    "Microsoft.ApiManagement/service/policyFragments,                  true",
    "Microsoft.ApiManagement/service/portalsettings,                   false",
    "Microsoft.ApiManagement/service,                                  false",
    "Microsoft.Logic/workflows,                                        true",
    "Microsoft.DataFactory/factories/linkedServices,                   true",
    "Microsoft.DataFactory/factories,                                  false",
    "Microsoft.Resources/deploymentScripts,                            true",
    "Microsoft.CognitiveServices/accounts/projects/connections,        true",
    "Microsoft.Web/sitesMore,                                          false",
    "Microsoft.Web,                                                    false",
  })
  void whereCallsAreWritten(String type, boolean calls) {
    assertThat(GraphSources.mayCall(type)).isEqualTo(calls);
  }

  private static List<Workload> workloads(String more) {
    return Estates.graph(
            "[{\"type\": \"Microsoft.App/jobs\", \"name\": \"job\", "
                + more
                + " \"properties\": {}}, {\"type\": \"Microsoft.Storage/storageAccounts\","
                + " \"name\": \"blobs\", \"identity\": {\"type\": \"SystemAssigned\"}}]")
        .workloads();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"SystemAssigned\"                | yes",
        "\"systemassigned,UserAssigned\"   | yes",
        "\"UserAssigned\"                  | no",
        "\"None\"                          | no",
        "7                                 | no",
        "null                              | no",
        "\"${param.type}\"                 | open",
        "{\"$if\": [\"${param.x}\", \"SystemAssigned\", \"SystemAssigned,UserAssigned\"]} | yes",
        "{\"$if\": [\"${param.x}\", \"None\", \"UserAssigned\"]}           | no",
        "{\"$if\": [\"${param.x}\", \"None\", \"SystemAssigned\"]}         | open",
        "{\"$if\": [\"${param.x}\", \"None\", \"${param.type}\"]}          | open",
      })
  void anIdentityOfItsOwnIsSaidByItsType(String type, String systemAssigned) {
    assertThat(workloads("\"identity\": {\"type\": " + type + "},"))
        .singleElement()
        .satisfies(it -> assertThat(Estates.show(it.systemAssigned())).isEqualTo(systemAssigned))
        .satisfies(it -> assertThat(it.unknownIdentities()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$if\": [\"${param.x}\", {\"type\": \"SystemAssigned\"},"
            + " {\"type\": \"systemassigned, UserAssigned\"}]}                     | yes",
        "{\"$IF\": [\"${param.x}\", {\"type\": \"None\"}, null]}                 | no",
        "{\"$if\": [\"${param.x}\", {\"type\": \"SystemAssigned\"}, null]}       | open",
        "{\"$if\": [\"${param.x}\", {\"type\": \"None\"}]}                       | open",
        "{\"$other\": [\"${param.x}\", {\"type\": \"None\"}, {\"type\": \"None\"}]} | open",
        "\"${param.identity}\"                                                 | open",
        "{}                                                                    | no",
      })
  void anIdentityThatIsPickedIsKnownWhereAllAgree(String identity, String systemAssigned) {
    assertThat(workloads("\"identity\": " + identity + ","))
        .singleElement()
        .satisfies(it -> assertThat(Estates.show(it.systemAssigned())).isEqualTo(systemAssigned));
  }

  private static Workload job(String type, String attached) {
    return workloads(
            "\"identity\": {\"type\": \""
                + type
                + "\", \"userAssignedIdentities\": "
                + attached
                + "},")
        .getFirst();
  }

  private static Identity identity(String id, Workload named) {
    Value text = new Value.Str(id, named.name().origin());
    return new Identity.UserAssigned(ResourceId.of(text), named.name());
  }

  /// Its own, one that is attached, one that is not; and why there may be more.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SystemAssigned               | {}                 | yes  | no   | no   | -",
        "UserAssigned                 | {\"/id/one\": {}}  | no   | yes  | no   | -",
        "SystemAssigned, UserAssigned | {\"/id/one\": {}}  | yes  | yes  | no   | -",
        "UserAssigned                 | \"${param.all}\"   | open | open | open |"
            + " MissingParameter(all)",
        "${param.type}                | {\"/id/one\": {}}  | open | yes  | no   |"
            + " MissingParameter(type)",
        "${param.type}                | \"${param.all}\"   | open | open | open |"
            + " MissingParameter(type)",
      })
  void aWorkloadHoldsItsOwnAndWhatIsAttached(
      String type, String attached, String own, String one, String two, String more) {
    Workload job = job(type, attached);
    assertThat(Estates.show(job.holds(job.ownIdentity()))).isEqualTo(own);
    assertThat(Estates.show(job.holds(identity("/id/one", job)))).isEqualTo(one);
    assertThat(Estates.show(job.holds(identity("/id/two", job)))).isEqualTo(two);
    assertThat(job.moreIdentities().map(it -> it.reason().print()).orElse("-")).isEqualTo(more);
  }

  @Test
  void oneThatExistsMayHaveAny() {
    assertThat(workloads("\"existing\": true,"))
        .singleElement()
        .satisfies(it -> assertThat(Estates.show(it.systemAssigned())).isEqualTo("open"))
        .satisfies(it -> assertThat(it.unknownIdentities()).isPresent());
    assertThat(Estates.show(workloads("").getFirst().systemAssigned())).isEqualTo("no");
  }
}
