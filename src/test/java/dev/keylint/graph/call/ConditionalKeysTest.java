package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which keys may be there, and for which endpoint.
class ConditionalKeysTest {
  private static final ConditionalKeys KEYS =
      ConditionalKeys.in(
          List.of(
              branch("one", "{'AZURE_OPENAI_API_KEY': 'x', 'SEARCH_KEY': '', 'COLOR': 'red'}"),
              branch("two", "{'AZURE_OPENAI_API_KEY': 'y', 'SPEECH_KEY': 'x'}"),
              branch("three", "{'SPEECH_KEY': 'z', 'AZURE_SEARCH_ADMIN_KEY': 'x'}")));

  private static ConditionalParts.Branch branch(String condition, String settings) {
    return new ConditionalParts.Branch(
        Estates.value("\"${param." + condition + "}\""),
        Estates.value(settings.replace('\'', '"')));
  }

  private static String show(@Nullable Value why) {
    return why == null ? "none" : NormalForm.print(why);
  }

  @Test
  void theFirstOfEachKindIsKept() {
    assertThat(KEYS.byFamily()).containsOnlyKeys(Family.OPENAI, Family.SEARCH);
    assertThat(show(KEYS.byFamily().get(Family.OPENAI))).contains("one").doesNotContain("two");
    assertThat(show(KEYS.byFamily().get(Family.SEARCH))).contains("three");
    assertThat(KEYS.others()).containsOnlyKeys("SPEECH_KEY");
    assertThat(show(KEYS.others().get("SPEECH_KEY"))).contains("two");
    assertThat(ConditionalKeys.in(List.of())).isEqualTo(ConditionalKeys.NONE);
  }

  /// A name that speaks of no service goes by its words first.
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "SPEECH_ENDPOINT,        OPENAI,  two",
        "BACKEND_URL,            OPENAI,  one",
        "AZURE_OPENAI_ENDPOINT,  OPENAI,  one",
        "OPENAI_SPEECH_ENDPOINT, SEARCH,  three",
        "BACKEND_URL,            SEARCH,  three",
        "BACKEND_URL,            PROJECT, none",
      })
  void anEndpointHasTheKeyOfItsNameOrItsFamily(String name, Family family, String condition) {
    assertThat(KEYS.whether(name, family).map(ConditionalKeysTest::show).orElse("none"))
        .contains(condition == null ? "none" : condition);
  }
}
