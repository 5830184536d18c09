package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a process is set to where more conditions decide than are tried out.
class SettingsBranchesTest {
  private static final String COLOR = "{'name': 'COLOR', 'value': 'red'}";

  private static Settings of(String json) {
    Value written = Estates.value(json.replace('\'', '"').replace("ON", "\"${param.on}\""));
    return new SettingsBranches(
            Optional.empty(),
            Estates.template("[" + Estates.resource("A/b", "c", "{}") + "]").resources().getFirst())
        .of(List.of(written));
  }

  private static String setting(String name) {
    return "{'name': '" + name + "', 'value': 'x'}";
  }

  /// @param choices how many, each of which brings a setting or none
  /// @param anyway items that are there in any case
  private static Settings choices(int choices, String anyway) {
    String each =
        IntStream.range(0, choices)
            .mapToObj(i ->
                "{'$if': ['${param.p%}', [{'name': 'P%_ENDPOINT', 'value': 'y'}], []]}"
                    .replace("%", Integer.toString(i)))
            .collect(Collectors.joining(", "));
    return of("{'$concat': [[" + anyway + "], " + each + "]}");
  }

  private static List<String> names(Settings settings) {
    return settings.all().stream().map(Setting::name).toList();
  }

  @Test
  void untilThereAreTooManyEachConditionIsTriedWithAllThatIsBesideIt() {
    Settings settings = choices(200, COLOR);
    assertThat(settings.branches()).hasSize(200);
    assertThat(names(settings.branches().getFirst().whole()))
        .containsExactly("COLOR", "P0_ENDPOINT");
    assertThat(settings.branches().getFirst().whole().unread()).isEmpty();
  }

  @Test
  void ofTooManyEachIsTakenWithTheKeysThatAreThereAnyway() {
    Settings settings = choices(201, COLOR + ", " + setting("SPEECH_KEY"));
    assertThat(names(settings)).containsExactly("COLOR", "SPEECH_KEY");
    assertThat(settings.branches()).hasSize(201);
    Settings.Branch last = settings.branches().getLast();
    assertThat(last.own()).extracting(Setting::name).containsExactly("P200_ENDPOINT");
    assertThat(names(last.whole())).containsExactly("P200_ENDPOINT", "SPEECH_KEY");
    assertThat(last.whole().unread().orElseThrow().reason())
        .isEqualTo(
            new Reason.NotStated(
                "what stands beside a setting where more than 200 conditions decide"));
    assertThat(settings.keys()).isEqualTo(ConditionalKeys.NONE);
  }

  /// Any of them may be sent to any endpoint, and of which it is not told.
  @ParameterizedTest
  @CsvSource({"200, 201, 0", "201, 1, 201"})
  void aGreatManyKeysAreNotRepeatedBesideEach(int keys, int beside, int perhaps) {
    String all =
        IntStream.range(0, keys)
            .mapToObj(i -> setting("S" + i + "_KEY"))
            .collect(Collectors.joining(", "));
    Settings.Branch first = choices(201, all).branches().getFirst();
    assertThat(first.whole().all()).hasSize(beside);
    assertThat(first.whole().keys().others()).hasSize(perhaps);
  }

  @Test
  void keysUnderAConditionArePerhapsThere() {
    Settings settings = of("{'$if': [ON, [" + setting("AZURE_OPENAI_API_KEY") + "], []]}");
    assertThat(settings.all()).isEmpty();
    assertThat(settings.keys().byFamily()).containsOnlyKeys(Family.OPENAI);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'$if': [ON, {}, {}]}                                     | 0",
        "{'$if': [ON, {'A': 'b'}, {}]}                             | 1",
        "{'$if': [ON, {'A': 'b'}, {'C': 'd'}]}                     | 2",
        "{'$if': [ON, {'$if': ['${param.p}', {'A': 'b'}, {}]}, {}]} | 1",
      })
  void whatAddsNothingIsNoBranch(String settings, int branches) {
    assertThat(of(settings).branches()).hasSize(branches);
  }
}
