package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.role.Role;
import dev.keylint.graph.role.RoleBook;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a role is assigned at: a resource, a part of one, or the output of a module that is not
/// here.
class AssignmentScopeTest {
  private static final Location AT = new Location.WholeFile("main.bicep");

  private static AssignmentScope at(Value id) {
    return AssignmentScope.of(ResourceId.of(id), Optional.empty());
  }

  private static Value text(String text) {
    return new Value.Str(text, Origin.at(AT));
  }

  private static Value output(String module) {
    return Doubt.of("id", new Reason.MissingModule(module), AT);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.Search/searchServices/docs,                          false",
    "Microsoft.Search/searchServices/docs/indexes/main,             true",
    "Microsoft.Search/searchServicesMore/docs/indexes/main,         false",
    "Microsoft.CognitiveServices/accounts/ai,                       false",
    "microsoft.cognitiveservices/Accounts/ai/projects/p,            true",
    "Microsoft.CognitiveServices/accounts/ai/deployments/gpt,       true",
    "Microsoft.Storage/storageAccounts/blobs/blobServices/default,  false",
  })
  void whatLiesBelowAServiceIsAPartOfIt(String resource, boolean isPart) {
    AssignmentScope scope = at(text("/subscriptions/1/resourceGroups/g/providers/" + resource));
    assertThat(scope.isPartOfService()).isEqualTo(isPart);
    assertThat(Shown.text(scope.kind())).isEqualTo("resource");
  }

  @Test
  void aGroupIsNoPartOfAService() {
    AssignmentScope scope = at(text("/subscriptions/1/resourceGroups/g"));
    assertThat(scope.isPartOfService()).isFalse();
    assertThat(Shown.text(scope.kind())).isEqualTo("resourceGroup");
  }

  @ParameterizedTest
  @CsvSource({
    "br/public:avm/res/search/search-service:0.9.0,             microsoft.search",
    "br/public:AVM/res/Cognitive-Services/account:0.9.0,        microsoft.cognitiveservices",
    "br/public:avm/res/resources/resource-group:0.4.0,          -",
    "br/public:avm/res/management/management-group:0.1.2,       -",
    "br/public:avm/ptn/ai-platform/baseline:0.6.0,              -",
    "modules/search.bicep,                                      -",
  })
  void theNameOfAVerifiedModuleSaysWhatItsIdsAre(String module, String provider) {
    assertThat(ModuleProviders.of(output(module)).orElse("-")).isEqualTo(provider);
    Value kind = at(output(module)).kind();
    assertThat(kind instanceof Value.Str(var word, _) ? word : "-")
        .isEqualTo(provider.equals("-") ? "-" : "resource");
  }

  @Test
  void anIdThatNoModuleGivesIsOfNone() {
    Value given = Doubt.withheld("avm/res/search/search-service", AT);
    assertThat(ModuleProviders.of(given)).isEmpty();
    assertThat(ModuleProviders.of(text("avm/res/search/search-service"))).isEmpty();
    assertThat(at(given).kind()).isEqualTo(given);
  }

  /// Search Index Data Reader, Storage Blob Data Reader, Reader.
  @ParameterizedTest
  @CsvSource({
    "1407120a-92aa-4202-b7e9-c0e197c71c8f, search/search-service,    no",
    "1407120a-92aa-4202-b7e9-c0e197c71c8f, storage/storage-account,  yes",
    "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1, search/search-service,    yes",
    "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1, storage/storage-account,  no",
    "acdd72a7-3385-48ef-bd42-f606fba81ae7, search/search-service,    no",
  })
  void aRoleMayGiveNothingAtWhatAModuleMakes(String role, String module, String inert) {
    RoleBook roles = RoleBook.of(ResourceIndex.of(Estates.template("[]")), false);
    Value id = output("br/public:avm/res/" + module + ":0.1.0");
    Answer answer = Inertness.of(roles.named(text(role)), at(id));
    assertThat(Estates.show(answer)).isEqualTo(inert);
  }

  /// Search Index Data Reader, which says nothing about groups themselves.
  @ParameterizedTest
  @CsvSource({
    "/,                                                              tenant,          no",
    "/providers/Microsoft.Management/managementGroups/all,           managementGroup, no",
    "/providers/microsoft.management/managementgroups/all/,          managementGroup, no",
    "/subscriptions/1,                                               subscription,    no",
    "/subscriptions/1/resourceGroups/g,                              resourceGroup,   no",
    "/subscriptions/1/resourceGroups/g/providers/Microsoft.Web/sites/app, resource,   yes",
    "/providers/Microsoft.Management/managementGroups/all/providers"
        + "/Microsoft.PolicyInsights/remediations/mend,              resource,        yes",
  })
  void noRoleGivesNothingAtAGroup(String id, String kind, String inert) {
    RoleBook roles = RoleBook.of(ResourceIndex.of(Estates.template("[]")), false);
    Role role = roles.named(text("1407120a-92aa-4202-b7e9-c0e197c71c8f"));
    AssignmentScope scope = at(text(id));
    assertThat(Shown.text(scope.kind())).isEqualTo(kind);
    assertThat(Estates.show(Inertness.of(role, scope))).isEqualTo(inert);
  }
}
