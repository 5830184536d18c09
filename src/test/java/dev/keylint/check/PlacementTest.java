package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding.Related;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Hiding;
import dev.keylint.value.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A finding in a published module points at what the caller can change.
final class PlacementTest {
  private static final Source CALLER = Source.of("main.bicep", "call first second");
  private static final Location CALL = part("call");
  private static final Location FIRST = part("first");
  private static final Location SECOND = part("second");
  private static final Location INSIDE = new Location.WholeFile("module.bicep");

  private static Location part(String text) {
    int start = CALLER.text().indexOf(text);
    return new Location.InFile(CALLER, new Span(start, start + text.length()));
  }

  private static DeploymentPath called(boolean published) {
    return DeploymentPath.of("main.bicep", Optional.empty())
        .into(new DeploymentPath.Call("m", CALL, published, Optional.empty()));
  }

  private static Origin.Step step(Origin.Kind kind, Location at) {
    return new Origin.Step(kind, "x", at, Optional.empty());
  }

  private static Origin.Step argument(Location at) {
    return step(Origin.Kind.MODULE_ARGUMENT, at);
  }

  private static Origin brought(Origin.Step... way) {
    return new Origin(INSIDE, List.of(way), Hiding.NONE);
  }

  private static Origin decided(Location written, Origin.Step... deciding) {
    return new Origin(written, List.of(), Hiding.NONE, List.of(deciding));
  }

  private static Location placed(Origin origin) {
    return Placement.of(INSIDE, Optional.of(origin), called(true)).at();
  }

  @Test
  void whatIsHereStaysWhereItIs() {
    Origin origin = brought(argument(FIRST));
    assertThat(Placement.of(INSIDE, Optional.of(origin), called(false)))
        .isEqualTo(new Placement(INSIDE, INSIDE));
  }

  @Test
  void whatNothingBringsIsPlacedAtTheCall() {
    assertThat(Placement.of(INSIDE, Optional.empty(), called(true)))
        .isEqualTo(new Placement(CALL, INSIDE));
    assertThat(placed(brought())).isEqualTo(CALL);
  }

  @Test
  void theArgumentThatBringsTheValueIsThePlace() {
    assertThat(placed(brought(step(Origin.Kind.PARAMETER_DEFAULT, FIRST), argument(SECOND))))
        .isEqualTo(SECOND);
    assertThat(placed(brought(argument(INSIDE), argument(SECOND)))).isEqualTo(SECOND);
    assertThat(placed(brought(argument(INSIDE)))).isEqualTo(CALL);
  }

  @Test
  void anArgumentThatBringsItCountsMoreThanOneThatDecidesIt() {
    Origin both =
        new Origin(INSIDE, List.of(argument(FIRST)), Hiding.NONE, List.of(argument(SECOND)));
    assertThat(placed(both)).isEqualTo(FIRST);
  }

  @Test
  void theOnlyArgumentThatDecidesItIsThePlace() {
    assertThat(placed(decided(INSIDE, argument(FIRST)))).isEqualTo(FIRST);
    assertThat(placed(decided(INSIDE, argument(FIRST), argument(FIRST)))).isEqualTo(FIRST);
    assertThat(placed(decided(INSIDE, argument(INSIDE), argument(SECOND)))).isEqualTo(SECOND);
    assertThat(placed(decided(INSIDE, step(Origin.Kind.GIVEN, FIRST), argument(SECOND))))
        .isEqualTo(SECOND);
    assertThat(placed(decided(INSIDE, step(Origin.Kind.GIVEN, FIRST)))).isEqualTo(CALL);
  }

  @Test
  void ofSeveralThatDecideItTheOneThatHoldsItIsThePlace() {
    assertThat(placed(decided(SECOND, argument(FIRST), argument(SECOND)))).isEqualTo(SECOND);
    assertThat(placed(decided(INSIDE, argument(FIRST), argument(SECOND)))).isEqualTo(CALL);
  }

  @ParameterizedTest
  @CsvSource({"true, main.bicep:1:6", "false, main.bicep:1:1"})
  void itIsTheCallOfAPublishedModuleThatCounts(boolean inner, String at) {
    DeploymentPath.Call call =
        new DeploymentPath.Call("inner", inner ? FIRST : CALL, true, Optional.empty());
    assertThat(Placement.of(INSIDE, Optional.empty(), called(!inner).into(call)).at())
        .hasToString(at);
  }

  @Test
  void thePlaceInTheModuleIsShownBesideTheCall() {
    Related elsewhere = new Related(SECOND, "elsewhere");
    List<Related> beside = List.of(new Related(CALL, "here"), elsewhere);
    assertThat(new Placement(CALL, INSIDE).related(beside))
        .containsExactly(new Related(INSIDE, "what the module makes of it"), elsewhere);
    assertThat(new Placement(CALL, CALL).related(beside)).isEqualTo(beside);
  }
}
