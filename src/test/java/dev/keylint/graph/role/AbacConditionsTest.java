package dev.keylint.graph.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a condition can keep an action back.
class AbacConditionsTest {
  private static final String ASSIGNMENTS = "Microsoft.Authorization/roleAssignments/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!(ActionMatches{'ASSIGN/delete'}) OR @Request[x]               | ASSIGN/delete | true",
        "!(ActionMatches{'ASSIGN/delete'}) OR @Request[x]               | ASSIGN/write  | false",
        "!(ActionMatches{'ASSIGN/*'}) OR @Request[x]                    | ASSIGN/write  | true",
        "!(ActionMatches{'ASSIGN/delete'}) && !(ActionMatches{'ASSIGN/write'}) | ASSIGN/write |"
            + " true",
        "!(ActionMatches{'ASSIGN/delete'}) AND @Request[x]              | ASSIGN/write  | true",
        "@Request[x]                                                    | ASSIGN/write  | true",
        "${param.x}                                                     | ASSIGN/write  | true",
        "${param.x}                             | Microsoft.Search/searchServices/write | false",
        "@Request[x]                            | Microsoft.Search/searchServices/write | false",
      })
  void aConditionBearsOnTheActionsThatItNames(String condition, String action, boolean bears) {
    assertThat(
            AbacConditions.bears(
                Estates.value("\"" + condition.replace("ASSIGN/", ASSIGNMENTS) + "\""),
                action.replace("ASSIGN/", ASSIGNMENTS)))
        .isEqualTo(bears);
  }
}
