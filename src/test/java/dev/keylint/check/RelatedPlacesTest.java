package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.OtherWrite;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a finding shows beside its place: other writes of the resource, and where a default stands.
final class RelatedPlacesTest {
  private static final String TYPE = "Microsoft.Search/searchServices";
  private static final Location DECLARED = new Location.WholeFile("inner.bicep");
  private static final Location CALLED = new Location.WholeFile("main.bicep");
  private static final Location ELSEWHERE = new Location.WholeFile("other.bicep");

  private static String written(OtherWrite.Kind kind, Location at) {
    DeploymentPath path =
        DeploymentPath.of("main.bicep", Optional.empty())
            .into(new DeploymentPath.Call("m", CALLED, false, Optional.empty()));
    Resource resource =
        Given.placed(Given.resource(TYPE, "name: srch"), DECLARED, path)
            .with(List.of(new OtherWrite(ELSEWHERE, at, kind)));
    Rule rule = Judged.saying("resource: " + TYPE, "no");
    return Engine.run(List.of(rule), List.of(Given.estate(resource))).getFirst().related().stream()
        .filter(it -> it.at().equals(at) && !it.message().startsWith("called"))
        .map(Finding.Related::message)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          OVERWRITTEN | written before, and overwritten   | another turn writes it before, and is overwritten
          UNORDERED   | written here too, before or after | another turn writes it too, before or after
          INSTEAD     | otherwise it is written here      | otherwise it is written here
          CONDITION   | only if this holds                | only if this holds
          """)
  void anotherWriteIsToldFromAnotherTurnOfALoop(OtherWrite.Kind kind, String other, String turn) {
    assertThat(written(kind, ELSEWHERE)).isEqualTo(other);
    assertThat(written(kind, DECLARED)).isEqualTo(turn);
    assertThat(written(kind, CALLED)).isEqualTo(turn);
  }

  private static final Location PARAMETERS = new Location.WholeFile("main.bicepparam");

  /// A property that gets its value from a parameter file, in place of a default.
  private static Property given(String name) {
    Location at = new Location.WholeFile(name);
    Location file = new Location.WholeFile(name + " in main.bicepparam");
    Origin.Default otherwise =
        new Origin.Default("false", new Location.WholeFile("default of " + name));
    Origin origin =
        Origin.at(file)
            .through(
                new Origin.Step(
                    Origin.Kind.PARAMETER_FILE, name, PARAMETERS, Optional.of(otherwise)));
    return new Property(name, at, new Value.Bool(true, origin));
  }

  /// What a rule shows beside the property `off`.
  private static List<String> besideOff(String expression) {
    Origin here = Origin.at(DECLARED);
    Value.Obj properties =
        new Value.Obj(Properties.of(List.of(given("other"), given("off"))), here);
    Resource resource = Given.withProperties(TYPE, properties, DECLARED);
    Rule rule =
        Judged.rule(
            "defaults",
            """
            match: {resource: %s}
            validations: [{expression: "%s", at: resource.properties.off, message: no}]
            """
                .formatted(TYPE, expression));
    Finding finding = Engine.run(List.of(rule), List.of(Given.estate(resource))).getFirst();
    assertThat(Judged.kind(finding)).isEqualTo("fail");
    assertThat(finding.at()).hasToString("off");
    return finding.related().stream().map(it -> it.at() + ": " + it.message()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          !origin.defaultsTo('properties.off', 'false')
          !(resource.properties.off && origin.defaultsTo('properties.off', 'false'))
          !(origin.defaultsTo('properties.other', 'false') && origin.defaultsTo('properties.off', 'false'))
          """)
  void theDefaultIsShownThatARuleAsksAbout(String expression) {
    assertThat(besideOff(expression)).containsExactly("default of off: default of parameter `off`");
  }

  @Test
  void otherwiseTheWayIsShownByWhichItComes() {
    assertThat(besideOff("!resource.properties.off"))
        .contains("main.bicepparam: value of parameter `off`")
        .noneMatch(it -> it.contains("default"));
  }
}
