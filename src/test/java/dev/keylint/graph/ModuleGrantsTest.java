package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the arguments of a verified module say that is not here.
class ModuleGrantsTest {
  private static final String ACCOUNT = "br/public:avm/res/cognitive-services/account:0.13.0";
  private static final String READER = "1407120a-92aa-4202-b7e9-c0e197c71c8f";
  private static final String ONE =
      "\"roleAssignments\": [{\"principalId\": \"${param.p}\", \"roleDefinitionIdOrName\": \""
          + READER
          + "\"}]";

  private static AccessGraph graph(String module, String arguments) {
    Location at = new Location.WholeFile("main.bicep");
    List<ModuleArgument> given =
        Estates.template("[{\"type\": \"a/b\", \"name\": \"n\", " + arguments + "}]")
            .resources()
            .getFirst()
            .body()
            .properties()
            .entries()
            .stream()
            .map(it -> new ModuleArgument(it.name(), it.value(), at))
            .toList();
    // The name of the carrier above is none of its body, so that of the module has one of its own.
    List<ModuleArgument> named =
        given.stream()
            .map(it -> it.name().equals("called") ? new ModuleArgument("NAME", it.value(), at) : it)
            .toList();
    Gap gap = new Gap("module " + module, List.of(), named, at);
    return AccessGraph.of(Estates.estate("[]", false, List.of(gap)));
  }

  private static String show(Target target) {
    String name = Estates.text(target.name());
    return target.kind() + " " + name + (target.relevant().isTrue() ? "" : " perhaps");
  }

  @ParameterizedTest
  @CsvSource({
    "br/public:avm/res/cognitive-services/account:0.13.0,    ACCOUNT docs",
    "br/public:avm/res/Search/search-service:0.11.1,         SEARCH docs",
    "br:example.azurecr.io/mirror/avm/res/search/search-service:1.0, SEARCH docs",
    "br/public:avm/res/search/search-service-more:0.1.0,",
    "br/public:avm/res/search/search-service/index:0.1.0,",
    "br/public:avm/res/key-vault/vault:0.1.0,",
    "../search-service.bicep,",
  })
  void itsPathSaysWhatItMakes(String module, String target) {
    assertThat(graph(module, "\"called\": \"docs\", \"kind\": \"OpenAI\"").targets())
        .extracting(ModuleGrantsTest::show)
        .isEqualTo(target == null ? List.of() : List.of(target));
  }

  /// An account and a Search service of the same name are two.
  @ParameterizedTest
  @CsvSource({
    "br/public:avm/res/cognitive-services/account:0.13.0, microsoft.cognitiveservices/accounts",
    "br/public:avm/res/search/search-service:0.11.1,      microsoft.search/searchservices",
  })
  void whatItMakesHasAnIdOfItsType(String module, String type) {
    assertThat(graph(module, "\"called\": \"docs\", \"kind\": \"OpenAI\"").targets())
        .singleElement()
        .satisfies(it ->
            assertThat(NormalForm.plain(it.id())).isEqualTo("resourceId('" + type + "', 'docs')"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"AIServices\"  | ACCOUNT ?         | 1 | 0",
        "\"kind\": \"Face\"        |                   | 0 | 0",
        "\"kind\": \"${param.k}\"  | ACCOUNT ? perhaps | 0 | 1",
        "\"other\": 1              | ACCOUNT ? perhaps | 0 | 1",
      })
  void anAccountIsATargetIfItsKindIsOne(String kind, String target, int certain, int possible) {
    AccessGraph graph = graph(ACCOUNT, kind + ", " + ONE);
    assertThat(graph.targets())
        .extracting(ModuleGrantsTest::show)
        .isEqualTo(target == null ? List.of() : List.of(target));
    assertThat(graph.grants().stream().mapToInt(it -> it.targets().size()).sum())
        .isEqualTo(certain);
    assertThat(graph.grants().stream().mapToInt(it -> it.possibleTargets().size()).sum())
        .isEqualTo(possible);
    assertThat(graph.grants()).hasSize(certain + possible);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"roleDefinitionIdOrName\": \"" + READER + "\"}",
        "{\"principalId\": \"p\"}",
        "{}",
        "\"${param.item}\"",
      })
  void anAssignmentHasAPrincipalAndARole(String item) {
    assertThat(graph(ACCOUNT, "\"roleAssignments\": [" + item + "]").grants()).isEmpty();
  }

  @Test
  void itIsOneAtTheTargetItself() {
    Grant grant =
        graph(
                ACCOUNT,
                "\"kind\": \"OpenAI\", \"roleAssignments\": [{\"principalId\": \"p\","
                    + " \"principalType\": \"Group\", \"roleDefinitionIdOrName\": \"Owner\","
                    + " \"condition\": \"@Resource[x] StringEquals 'y'\"}]")
            .grants()
            .getFirst();
    assertThat(GrantsTest.text(grant.role().name())).isEqualTo("Owner");
    assertThat(GrantsTest.text(grant.principal().kind())).isEqualTo("group");
    assertThat(grant.condition()).isPresent();
    assertThat(grant.assignment().type().name())
        .isEqualTo("Microsoft.Authorization/roleAssignments");
    assertThat(grant.assignment().body().properties().get("properties")).isPresent();
  }
}
