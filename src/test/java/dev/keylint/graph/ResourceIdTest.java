package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonString;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceIdTest {
  private static final String SEARCH = "/providers/Microsoft.Search/searchServices/";

  private static ResourceId path(String text) {
    TestValues values = new TestValues(Source.of("ids", text), Map.of());
    return ResourceId.of(values.of(new JsonString(text, new Span(0, text.length()))));
  }

  @ParameterizedTest
  @CsvSource({
    "/,                              /subscriptions/a/resourceGroups/r,            yes",
    "/subscriptions/a,               /subscriptions/A/resourceGroups/r,            yes",
    "/subscriptions/a,               /subscriptions/ab/resourceGroups/r,           no",
    "/subscriptions/a/resourceGroups/r, /subscriptions/a,                          no",
    "/subscriptions/a/resourceGroups/r, /subscriptions/a/resourcegroups/R/providers/P/t/n, yes",
    "/subscriptions/a/resourceGroups/r/providers/P/t/n,"
        + " /subscriptions/a/resourceGroups/r/providers/P/t/n/c/m, yes",
    "/subscriptions/a/resourceGroups/r/providers/P/t/n/c/m,"
        + " /subscriptions/a/resourceGroups/r/providers/P/t/n, no",
    "${sub.id},                      ${rg.id}/providers/P/t/n,                     yes",
    "${rg.id},                       ${rg.id}/providers/P/t/${param.n},            yes",
    "${rg.id},                       ${sub.id}/resourceGroups/${rg.name}/providers/P/t/n, yes",
    "${rg.id},                       ${sub.id}/resourceGroups/other/providers/P/t/n, open",
    "/subscriptions/a,               ${rg.id}/providers/P/t/n,                     open",
    "${rg.id}/providers/P/t/${param.n}, ${rg.id}/providers/P/t/${param.n},         yes",
    "${rg.id}/providers/P/t/${param.n}, ${rg.id}/providers/P/t/${param.m},         open",
    "${rg.id}/providers/P/t/${param.n}, ${rg.id}/providers/P/u/${param.n},         no",
    "${rg.id}/providers/P/t/a-${param.n}, ${rg.id}/providers/P/t/b-${param.n},     no",
    "${rg.id}/providers/P/t/a-${param.n}, ${rg.id}/providers/P/t/${param.m},       open",
    "${rg.id}/providers/P/t/a-${param.n}, ${rg.id}/providers/P/t/${param.n},       no",
    "${rg.id}/providers/P/t/${param.n}-a, ${rg.id}/providers/P/t/x-b,              no",
    "${param.id},                    ${rg.id}/providers/P/t/n,                     open",
    "${param.id},                    ${param.id},                                  yes",
    "/providers/Microsoft.Management/managementGroups/g, /subscriptions/a,         open",
    "${mg.id},                       ${mg.id},                                     yes",
    "/providers/Microsoft.Management/managementGroups/g,"
        + " /providers/Microsoft.Management/managementGroups/h, no",
  })
  void aScopeHoldsWhatLiesBelowIt(String scope, String other, String expected) {
    Answer answer = path(scope).holds(path(other));
    assertThat(Estates.show(answer)).isEqualTo(expected);
  }

  @Test
  void typeParentAndNameAreReadFromTheEnd() {
    ResourceId id =
        path("${rg.id}/providers/Microsoft.CognitiveServices/accounts/a/projects/${param.p}");
    assertThat(id.type()).contains("microsoft.cognitiveservices/accounts/projects");
    assertThat(id.parent(1).orElseThrow().key())
        .isEqualTo(path("${rg.id}/providers/Microsoft.CognitiveServices/accounts/A").key());
    assertThat(id.name().orElseThrow().isKnown()).isFalse();
  }

  @Test
  void anExtensionHasItsOwnType() {
    ResourceId id =
        path("${rg.id}" + SEARCH + "s/providers/Microsoft.Authorization/roleAssignments/g");
    assertThat(id.type()).contains("microsoft.authorization/roleassignments");
    assertThat(path("${rg.id}").type()).isEmpty();
    assertThat(path("${param.id}").type()).isEmpty();
  }
}
