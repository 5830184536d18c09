package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keylint.finding.Finding.Related;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.Origin.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a finding points, and the way that the value in question came.
final class TrailTest {
  private static final Source MAIN = Source.of("main.bicep", "x".repeat(100));
  private static final Source MODULE = Source.of("module.bicep", "x".repeat(100));
  private static final DeploymentPath ROOT = DeploymentPath.of("main.bicep", Optional.empty());
  private static final Location SHOWN = in(MODULE, 10, 20);

  private static Location in(Source source, int from, int to) {
    return new Location.InFile(source, new Span(from, to));
  }

  private static Origin.Step step(Kind kind, Location at) {
    return new Origin.Step(kind, "x", at, Optional.empty());
  }

  private static DeploymentPath.Call call(String name, int at, boolean published) {
    return new DeploymentPath.Call(name, in(MAIN, at, at + 10), published, Optional.empty());
  }

  private static List<Related> trail(Origin origin) {
    return Trail.of(Optional.of(origin), SHOWN, ROOT);
  }

  @ParameterizedTest
  @CsvSource({
    "PARAMETER, parameter",
    "PARAMETER_DEFAULT, default of parameter",
    "PARAMETER_FILE, value of parameter",
    "MODULE_ARGUMENT, argument",
    "VARIABLE, variable",
    "OUTPUT, output",
    "LOOP, the loop of",
    "FUNCTION, function",
    "LOADED_FILE, file",
  })
  void eachHopIsNamed(Kind kind, String words) {
    Location hop = in(MAIN, 0, 5);
    assertThat(trail(Origin.at(SHOWN).through(step(kind, hop))))
        .containsExactly(new Related(hop, words + " `x`"));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 20, true",
    "12, 18, true",
    "10, 12, true",
    "18, 20, true",
    "9, 20, false",
    "10, 21, false",
    "30, 40, false",
  })
  void theValueIsShownWhenItStandsElsewhere(int from, int to, boolean covered) {
    assertThat(trail(Origin.at(in(MODULE, from, to))).isEmpty()).isEqualTo(covered);
    assertThat(trail(Origin.at(in(MAIN, from, to)))).hasSize(1);
  }

  @Test
  void aHopThatHoldsTheValueShowsIt() {
    Origin.Step hop = step(Kind.VARIABLE, in(MAIN, 0, 30));
    assertThat(trail(Origin.at(in(MAIN, 10, 20)).through(hop))).hasSize(1);
    Location value = in(MAIN, 40, 50);
    assertThat(trail(Origin.at(value).through(hop)))
        .first()
        .isEqualTo(new Related(value, "the value"));
  }

  @Test
  void theCallsComeInnermostFirstAndOnce() {
    DeploymentPath path =
        ROOT.into(call("outer", 30, false))
            .into(call("inner", 50, false))
            .into(call("inner", 50, false));
    assertThat(Trail.of(Optional.empty(), SHOWN, path))
        .extracting(Related::message)
        .containsExactly("called as `inner`", "called as `outer`");
  }

  private static Placement placed(Origin origin, DeploymentPath path) {
    return Placement.of(SHOWN, Optional.of(origin), path);
  }

  @Test
  void whatIsOneOwnStaysWhereItIs() {
    List<Related> related = List.of(new Related(in(MAIN, 0, 5), "beside"));
    DeploymentPath path = ROOT.into(call("own", 30, false));
    Placement placement = placed(Origin.at(SHOWN), path);
    assertThat(placement.at()).isEqualTo(SHOWN);
    assertThat(placement.related(related)).isEqualTo(related);
  }

  @Test
  void aPublishedModuleIsPlacedAtItsCall() {
    DeploymentPath.Call published = call("avm", 30, true);
    Placement placement =
        placed(
            Origin.at(SHOWN),
            ROOT.into(call("own", 70, false)).into(published).into(call("below", 50, true)));
    assertThat(placement.at()).isEqualTo(published.at());
    assertThat(
            placement.related(
                List.of(new Related(published.at(), "called"), new Related(SHOWN, "beside"))))
        .extracting(Related::at, Related::message)
        .containsExactly(tuple(SHOWN, "what the module makes of it"), tuple(SHOWN, "beside"));
  }

  @Test
  void anArgumentOfThatCallIsTheBetterPlace() {
    DeploymentPath path = ROOT.into(call("avm", 30, true));
    Location argument = in(MAIN, 33, 36);
    Origin origin =
        Origin.at(in(MAIN, 0, 5))
            .through(step(Kind.MODULE_ARGUMENT, argument))
            .through(step(Kind.MODULE_ARGUMENT, in(MODULE, 1, 2)))
            .through(step(Kind.PARAMETER, in(MAIN, 60, 61)));
    assertThat(placed(origin, path).at()).isEqualTo(argument);
  }

  private static Origin.Step by(Kind kind, Location at, String option, boolean choice) {
    return Origin.Step.of(kind, "x", at, new Origin.Variable("VAR", option, choice));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNSET | --env | true  | by the default of `x`; `--env VAR=…` would decide otherwise
          UNSET | --env | false | by the default of `x`; `--env VAR=…` may decide otherwise
          EMPTY | --env | true  | `VAR` has no value; `--env VAR=…` would decide otherwise
          EMPTY | --env | false | `VAR` has no value; `--env VAR=…` may decide otherwise
          GIVEN | --env | true  | parameter `x`, by `--env VAR`
          GIVEN | .env  | true  | parameter `x`, by `VAR` of `.env`
          PARAMETER | --env | true | parameter `x`
          """)
  void theVariableOfTheEnvironmentIsNamed(Kind kind, String option, boolean choice, String words) {
    Location hop = in(MAIN, 0, 5);
    assertThat(trail(Origin.at(SHOWN).through(by(kind, hop, option, choice))))
        .containsExactly(new Related(hop, words, true));
  }

  /// What is made of the value need not change with it.
  @Test
  void aVariableThatDecidedOnlyMayDecideOtherwise() {
    Location hop = in(MAIN, 0, 5);
    Origin origin =
        Origin.at(SHOWN)
            .decidedBy(
                List.of(
                    by(Kind.UNSET, hop, "--env", true),
                    step(Kind.MODULE_ARGUMENT, in(MAIN, 6, 9))));
    assertThat(trail(origin))
        .containsExactly(
            new Related(hop, "by the default of `x`; `--env VAR=…` may decide otherwise", true));
  }

  @Test
  void aParameterIsNamedOnceBesideItsVariable() {
    Location parameter = in(MAIN, 0, 5);
    Location other = in(MAIN, 20, 25);
    Origin origin =
        Origin.at(SHOWN)
            .through(by(Kind.GIVEN, parameter, "--env", true))
            .through(step(Kind.PARAMETER, parameter))
            .through(step(Kind.VARIABLE, other));
    assertThat(trail(origin))
        .containsExactly(
            new Related(other, "variable `x`"),
            new Related(parameter, "parameter `x`, by `--env VAR`", true));
  }

  @Test
  void whatIsMissingIsExplainedByWhatDecidedTheNearestThatIsThere() {
    Origin.Step argument = step(Kind.MODULE_ARGUMENT, in(MAIN, 6, 9));
    Origin.Step variable = by(Kind.EMPTY, in(MAIN, 0, 5), "--env", true);
    Place whole =
        Place.root("resource", SHOWN)
            .told("properties", SHOWN, Origin.at(SHOWN).decidedBy(List.of(variable, argument)));
    List<Related> said =
        List.of(
            new Related(
                variable.at(), "`VAR` has no value; `--env VAR=…` may decide otherwise", true));
    assertThat(Trail.around(whole)).isEqualTo(said);
    assertThat(Trail.around(whole.missing("rules"))).isEqualTo(said);
    assertThat(Trail.around(whole.missing("rules").missing("first"))).isEqualTo(said);
    assertThat(Trail.around(Place.root("resource", SHOWN).missing("properties"))).isEmpty();
  }
}
