package dev.keylint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Severity;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FindingsTest {
  private static final Source MAIN = Source.of("main.bicep", "abcdefghij");
  private static final Outcome FAIL = new Outcome.Fail();

  @Test
  void oneDefectReachedByTwoDeploymentsIsOneFinding() {
    List<Finding> one =
        Findings.onePerPlace(
            List.of(finding(FAIL, 1, "oai", "dev"), finding(FAIL, 1, "oai", "prod")));
    assertThat(one).hasSize(1);
    assertThat(one.getFirst().deployments()).containsExactly("dev", "prod");
    assertThat(one.getFirst().instances()).isEqualTo(1);
  }

  @Test
  void copiesOfALoopAreCounted() {
    List<Finding> one =
        Findings.onePerPlace(
            List.of(finding(FAIL, 1, "oai-1", "dev"), finding(FAIL, 1, "oai-0", "dev")));
    assertThat(one).extracting(Finding::instances).containsExactly(2);
    assertThat(one.getFirst().subject().id()).isEqualTo("oai-0");
  }

  @Test
  void whatFailsHereAndIsOpenThereIsTwoFindings() {
    Outcome first = new Outcome.Open(List.of(new Outcome.Cause("a", at(2))));
    Outcome second = new Outcome.Open(List.of(new Outcome.Cause("b", at(3))));
    List<Finding> two =
        Findings.onePerPlace(
            List.of(
                finding(first, 1, "oai", "dev"),
                finding(FAIL, 1, "oai", "prod"),
                finding(second, 1, "oai", "test")));
    assertThat(two).extracting(Finding::outcome).first().isEqualTo(FAIL);
    assertThat(((Outcome.Open) two.getLast().outcome()).because())
        .extracting(Outcome.Cause::text)
        .containsExactly("a", "b");
  }

  @Test
  void theOrderIsThatOfTheFiles() {
    List<Finding> findings = new ArrayList<>();
    for (int offset = 0; offset < 9; offset++) {
      findings.add(finding(FAIL, offset, "oai", "dev"));
    }
    List<Finding> shuffled = new ArrayList<>(findings);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(Findings.onePerPlace(shuffled)).isEqualTo(findings);
  }

  private static Location at(int offset) {
    return new Location.InFile(MAIN, new Span(offset, offset + 1));
  }

  private static Finding finding(Outcome outcome, int offset, String id, String deployment) {
    return new Finding(
        "openai-local-auth",
        Severity.ERROR,
        outcome,
        "Keys open it.",
        at(offset),
        List.of(),
        new Finding.Subject("accounts", "oai", id, ""),
        List.of(deployment),
        1,
        "",
        Optional.empty(),
        Optional.empty());
  }
}
