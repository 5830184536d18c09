package dev.keylint.plan.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which steps of a workflow of GitHub run, and where.
final class WorkflowStepsTest {
  private static final String FLOW = ".github/workflows/a.yml";

  @TempDir private Path folder;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void inAFolder() {
    tree = new Tree(folder);
  }

  private List<String> of(String step) {
    return Tree.shown(tree.pipeline(FLOW, "jobs: { a: { steps: [" + step + "] } }\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ run: one, if: github.ref == 'x' } | true",
        "{ run: one, if: true }              | true",
        "{ run: one, if: ' false ' }         | false",
        "{ run: one, if: '${{false}}' }      | false",
        "{ run: one, if: '!false' }          | true",
      })
  void aStepRunsUnlessItIsSwitchedOff(String step, boolean runs) {
    assertThat(of(step)).hasSize(runs ? 1 : 0);
  }

  @Test
  void aFolderThatOnlyTheRunKnowsIsTheRoot() {
    tree.with("one.sh", "in-one\n").with("${{ x }}/one.sh", "never\n");
    assertThat(of("{ run: ./one.sh, working-directory: '${{ x }}' }"))
        .singleElement()
        .asString()
        .contains("in-one")
        .doesNotContain("never");
  }

  @ParameterizedTest
  @CsvSource({"action.yml", "action.yaml"})
  void anActionIsInEitherFile(String name) {
    tree.with("act/" + name, "runs: { steps: [{ run: in-action }] }\n");
    assertThat(of("{ uses: ./act }")).containsExactly("a: in-action @ act/" + name + ":1");
  }

  /// Five actions deep, which is more than anybody writes.
  @Test
  void actionsAreFollowedSoFar() {
    for (int i = 1; i < 9; i++) {
      tree.with(
          "act" + i + "/action.yml",
          "runs: { steps: [{ run: in-%d }, { uses: ./act%d }] }\n".formatted(i, i + 1));
    }
    assertThat(of("{ uses: ./act1 }"))
        .extracting(it -> it.replaceAll(" @.*", ""))
        .containsExactly(
            "a: in-1", "a: in-2", "a: in-3", "a: in-4", "a: in-5", "a: ? what `./act6` does");
    assertThat(tree.said())
        .containsExactly(
            "act5/action.yml:1:40: actions that use others are not followed further than 5, so what"
                + " the script does is not checked");
  }
}
