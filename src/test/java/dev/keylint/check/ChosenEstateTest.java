package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.AccessGraph;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Match;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is who in an estate where a parameter has one of its values.
final class ChosenEstateTest {
  private static final String OURS = "'https://acct.openai.azure.com'";

  private static final String SOMETIMES = "on ? " + OURS + " : ''";

  private static final Match CALL = new Match.Each(Match.Kind.CALL);
  private static final Match SITE = new Match.Resource(List.of("Microsoft.Web/sites"));

  private static final String APP =
      """
      param on bool
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        properties: { siteConfig: { appSettings: [ SETTINGS ] } }
      }
      """;

  private static final String TWO =
      """
      param on bool
      resource apps 'Microsoft.Web/sites@2024-04-01' = [for name in ['one', 'two']: {
        name: name
        properties: { siteConfig: { appSettings: [
          { name: 'AZURE_OPENAI_ENDPOINT', value: on ? 'https://a.openai.azure.com' : 'https://b.openai.azure.com' }
        ] } }
      }]
      """;

  @TempDir private Path folder;

  private static Choice choice(boolean on, Substitution substitution) {
    Value value = new Value.Bool(on, Origin.at(new Location.WholeFile("main.bicep")));
    return new Choice(Map.of("on", value), substitution);
  }

  private static Stream<Subject> subjects(Match match, AccessGraph graph) {
    return switch (match) {
      case Match.Resource _ ->
          graph.estate().resources().stream()
              .map(it -> Subject.of(it, new Access(() -> graph, it, Deployed.NOTHING)));
      case Match.Each(Match.Kind kind) -> Subjects.of(kind, graph);
    };
  }

  private static String words(Subject before, Counterpart counterpart) {
    return before.title().get()
        + switch (counterpart) {
          case Counterpart.Found(Subject now)
              when !now.title().get().equals(before.title().get()) ->
              " is " + now.title().get();
          case Counterpart.Found(Subject now)
              when !now.declaration().equals(before.declaration()) ->
              " is elsewhere";
          case Counterpart.Found _ -> " is there";
          case Counterpart.Gone() -> " is gone";
          case Counterpart.Uncertain() -> " is uncertain";
        };
  }

  /// What each subject is with a value of `on`.
  private List<String> with(boolean on, Match match, String bicep) {
    Estate estate = new Judged(folder).estate(bicep);
    return with(choice(on, estate.substitution()), match, estate);
  }

  private static List<String> with(Choice choice, Match match, Estate estate) {
    AccessGraph graph = AccessGraph.of(estate);
    ChosenEstates estates = new ChosenEstates(estate, () -> graph);
    return subjects(match, graph).map(it -> words(it, estates.of(match, it, choice))).toList();
  }

  private static String app(String... settings) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < settings.length; i++) {
      String name = i == 0 ? "AZURE_OPENAI_ENDPOINT" : "OTHER_" + i;
      all.append("{ name: '%s', value: %s }\n".formatted(name, settings[i]));
    }
    return APP.replace("SETTINGS", all);
  }

  private List<String> calls(boolean on, String... settings) {
    return with(on, CALL, app(settings));
  }

  @Test
  void aCallIsGoneWhereItsSettingSaysNothing() {
    assertThat(calls(true, SOMETIMES)).containsExactly("app is there");
    assertThat(calls(false, SOMETIMES)).containsExactly("app is gone");
  }

  @Test
  void eachCallOfAResourceIsFoundForItself() {
    assertThat(calls(true, SOMETIMES, OURS)).containsExactly("app is there", "app is there");
    assertThat(calls(false, SOMETIMES, OURS)).containsExactly("app is gone", "app is there");
  }

  @Test
  void aCallThatStandsElsewhereMayBeWhatTheOneHasBecome() {
    String hidden = "toLower(on ? 'NONE' : 'HTTPS://ACCT.OPENAI.AZURE.COM')";
    assertThat(calls(true, SOMETIMES, hidden)).containsExactly("app is there");
    assertThat(calls(false, SOMETIMES, hidden)).containsExactly("app is uncertain");
  }

  @Test
  void ofSeveralCallsAtOnePlaceItIsNotToldWhichIsWhich() {
    String turns =
        "...[for i in range(0, 2): { name: 'AZURE_OPENAI_ENDPOINT', value: " + SOMETIMES + " }]";
    String bicep = APP.replace("SETTINGS", turns);
    assertThat(with(true, CALL, bicep)).containsExactly("app is uncertain", "app is uncertain");
    assertThat(with(false, CALL, bicep)).containsExactly("app is gone", "app is gone");
  }

  @Test
  void eachTurnOfALoopHasItsOwnCalls() {
    List<String> there = List.of("one is there", "two is there");
    for (Match match : List.of(CALL, SITE, new Match.Each(Match.Kind.WORKLOAD))) {
      assertThat(with(false, match, TWO)).isEqualTo(there);
      assertThat(with(true, match, TWO)).isEqualTo(there);
    }
  }

  @Test
  void whatIsNotDeployedIsGone() {
    String conditional = TWO.replace("]: {", "]: if (on) {");
    for (Match match : List.of(CALL, SITE, new Match.Each(Match.Kind.WORKLOAD))) {
      assertThat(with(true, match, conditional)).containsExactly("one is there", "two is there");
      assertThat(with(false, match, conditional)).containsExactly("one is gone", "two is gone");
    }
  }

  @Test
  void aKeyInAnOutputIsNoneOfAResource() {
    String keys =
        Judged.COPIED_KEY
            + """
            param on bool
            output key string = oai.listKeys().key1
            output other string = on ? oai.listKeys().key1 : ''
            """;
    assertThat(with(false, new Match.Each(Match.Kind.KEY_FLOW), keys))
        .containsExactly(
            "setting 'KEY' of app is there", "output 'key' is there", "output 'other' is gone");
    assertThat(with(false, new Match.Each(Match.Kind.OUTPUT), keys))
        .containsExactly("output 'key' is there", "output 'other' is there");
  }

  @Test
  void whatCannotBeWorkedOutAgainIsUncertain() {
    Estate estate = new Judged(folder).estate(app(SOMETIMES));
    for (Match match : List.of(CALL, SITE)) {
      assertThat(with(choice(true, Substitution.ALONE), match, estate))
          .containsExactly("app is uncertain");
    }
  }

  @Test
  void whatIsOfAnotherEstateIsUncertain() {
    Estate estate = new Judged(folder).estate(app(OURS));
    Estate other = new Judged(folder).estate(app(OURS));
    ChosenEstates estates = new ChosenEstates(estate, () -> AccessGraph.of(estate));
    Choice choice = choice(true, estate.substitution());
    for (Match match : List.of(CALL, SITE)) {
      assertThat(subjects(match, AccessGraph.of(other)))
          .extracting(it -> words(it, estates.of(match, it, choice)))
          .containsExactly("app is uncertain");
    }
  }
}
