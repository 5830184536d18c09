package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Explains;
import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Profile;
import dev.keylint.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rules that stand in the explanation of a call: what makes it fail has an answer, and no profile
/// says otherwise.
final class ExplainedRulesTest {
  private static List<Rule> explaining(boolean failing) {
    return PackedRules.builtIn().stream()
        .filter(
            it -> it.metadata().explains().filter(link -> link.failsCalls() == failing).isPresent())
        .toList();
  }

  @Test
  void whatMakesACallFailIsAboutWhetherItWorks() {
    assertThat(explaining(true))
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(Profile.of(rule)).contains(Profile.WILL_IT_WORK));
  }

  @Test
  void aRiskMakesNoCallFail() {
    assertThat(explaining(true))
        .extracting(it -> it.metadata().tags())
        .allSatisfy(tags -> assertThat(tags).doesNotContain("security"));
    assertThat(explaining(false)).isNotEmpty();
  }

  @Test
  void whoCallsIsBehindTheFirstTwoLinksOnly() {
    assertThat(List.of(Explains.Link.values()))
        .filteredOn(Explains.Link::isOfCaller)
        .containsExactly(Explains.Link.ATTACHED, Explains.Link.SELECTED);
  }
}
