package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The environment variables that put a service into the scope of a role.
final class GrantVariablesTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final String GROUP = "/subscriptions/1/resourceGroups/g";
  private static final String DOCS = GROUP + "/providers/Microsoft.Search/searchServices/docs";

  /// @param variables on which the text hangs, parted by blanks
  private static Value text(String text, String variables) {
    return new Value.Str(
        text,
        Origin.at(AT)
            .decidedBy(
                Stream.of(variables.split(" "))
                    .filter(it -> !it.equals("-"))
                    .map(GrantVariablesTest::step)
                    .toList()));
  }

  private static Origin.Step step(String variable) {
    return Origin.Step.of(
        Origin.Kind.UNSET, "p", AT, new Origin.Variable(variable, "--env", false));
  }

  private static String names(List<Origin.Step> steps) {
    return steps.isEmpty()
        ? "-"
        : String.join(" ", steps.stream().map(it -> it.variable().orElseThrow().name()).toList());
  }

  private static Grant grant(Value scope) {
    Grant some = GrantsTest.only(GrantsTest.SITE, GrantsTest.assignment("x", "y", ""));
    return new Grant(
        some.assignment(),
        some.principal(),
        some.role(),
        AssignmentScope.of(ResourceId.of(scope), Optional.empty()),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        some.principalAt(),
        some.roleAt());
  }

  private static Target docs(Value id, Value scope) {
    Target some =
        Estates.graph("[" + Estates.resource("Microsoft.Search/searchServices", "docs", "{}") + "]")
            .targets()
            .getFirst();
    Resource it = some.resource().orElseThrow();
    Resource there =
        new Resource(
            it.type(),
            it.apiVersion(),
            id,
            it.name(),
            scope,
            it.condition(),
            it.body(),
            it.existing(),
            it.declaredAt(),
            it.deployment());
    return new Target(
        some.kind(), ResourceId.of(id), some.name(), Optional.of(there), some.relevant());
  }

  @ParameterizedTest
  @CsvSource({
    "-,    -,   -",
    "G,    G,   -",
    "G,    G O, O",
    "G,    -,   G",
    "-,    O,   O",
    "G A,  G B, A B",
    "A B,  B A, -",
  })
  void whatOnlyOneOfBothGroupsHangsOnDecides(String ofScope, String ofTarget, String deciding) {
    Target docs = docs(text(DOCS, ofTarget + " N"), text(GROUP, ofTarget));
    assertThat(names(grant(text(GROUP, ofScope)).scopingVariables(docs))).isEqualTo(deciding);
    Target elsewhere =
        new Target(
            docs.kind(),
            ResourceId.of(text(DOCS, ofTarget)),
            docs.name(),
            Optional.empty(),
            docs.relevant());
    assertThat(names(grant(text(GROUP, ofScope)).scopingVariables(elsewhere))).isEqualTo(deciding);
    assertThat(names(grant(text(DOCS, ofScope)).scopingVariables(docs))).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({"G O, G, O", "G, G, -", "G O, '', G O"})
  void aGroupIsCreatedHereByWhatItsIdDoesNotHangOn(String ofScope, String ofOwn, String deciding) {
    AssignmentScope scope =
        AssignmentScope.of(
            ResourceId.of(text(GROUP, ofScope)),
            ofOwn.isEmpty() ? Optional.empty() : Optional.of(text(GROUP, ofOwn)));
    assertThat(names(scope.creatingVariables())).isEqualTo(deciding);
    assertThat(scope.isCreated()).isEqualTo(!ofOwn.isEmpty());
  }
}
