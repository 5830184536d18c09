package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the path of a verified module and its deployment say of the resource that it makes.
class KnownModuleTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final String SEARCH = "module br/public:avm/res/search/search-service:0.11.0";
  private static final String GROUP = "/subscriptions/1/resourceGroups/g";

  private static Value text(String text) {
    return new Value.Str(text, Origin.at(AT));
  }

  private static Optional<KnownModule> module(String what, Optional<String> deployment) {
    ModuleArgument name = new ModuleArgument("name", text("docs"), AT);
    return KnownModule.of(
        new Gap(
            what,
            List.of(),
            List.of(name),
            AT,
            deployment.map(it -> new Gap.Deployment(text(it), "m", Optional.empty(), List.of()))));
  }

  private static KnownModule search(String deployment) {
    return module(SEARCH, Optional.of(deployment)).orElseThrow();
  }

  @Test
  void thePathSaysTheResource() {
    KnownModule search = search(GROUP + "/providers/Microsoft.Resources/deployments/d");
    assertThat(search.module()).isEqualTo("search-service");
    assertThat(search.type()).isEqualTo("Microsoft.Search/searchServices");
    assertThat(search.version()).isEqualTo("2025-05-01");
    assertThat(NormalForm.plain(search.name())).isEqualTo("docs");
  }

  @ParameterizedTest
  @CsvSource({
    "module br/public:avm/res/Web/Site:0.15.0,           true",
    "module br/public:avm/res/web/site/slot:0.15.0,      false",
    "module br/public:avm/res/network/bastion-host:0.1,  false",
    "module site.bicep,                                  false",
    "avm/res/web/site:0.15.0,                            false",
  })
  void otherModulesAreNotKnown(String what, boolean known) {
    assertThat(module(what, Optional.of("/providers/x")).isPresent()).isEqualTo(known);
    assertThat(module(what, Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/subscriptions/1/resourceGroups/g, /subscriptions/1/resourceGroups/g",
    "/subscriptions/1,                  /subscriptions/1",
    "'',                                ''",
  })
  void itsDeploymentSaysWhereItIsMade(String scope, String shown) {
    KnownModule search = search(scope + "/providers/Microsoft.Resources/deployments/d");
    assertThat(NormalForm.plain(search.scope())).isEqualTo(shown);
    assertThat(NormalForm.plain(search.id()))
        .isEqualTo(shown + "/providers/Microsoft.Search/searchServices/docs");
  }

  @Test
  void whereItIsMadeIsNotKnownOfAnotherId() {
    KnownModule search = search("some deployment");
    assertThat(search.scope()).isEqualTo(search.call().unknown());
  }
}
