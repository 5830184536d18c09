package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is deployed as it stands because nothing comes by it.
final class UnreachedTest {
  @TempDir Path folder;

  /// @param files each with what it calls, `main>a,b a b!`; one with a `!` needs a value
  private Unreached unreached(String files) {
    Project project = new Project(folder);
    for (String file : files.split(" ")) {
      String[] parts = file.split(">");
      String name = parts[0].replace("!", "");
      String calls =
          parts.length == 1
              ? ""
              : Arrays.stream(parts[1].split(","))
                  .map(it -> "module m_" + it + " '" + it + ".bicep' = if (false) {}\n")
                  .collect(Collectors.joining());
      String values = parts[0].endsWith("!") ? "param p string\n" : "";
      project.with(
          name + ".bicep", values + "resource r 'A.B/c@2024-01-01' = { name: 'r' }\n" + calls);
    }
    return project.plan("").unreached();
  }

  private static Set<String> paths(String names) {
    return Arrays.stream(names.split(" "))
        .filter(it -> !it.equals("-"))
        .map(it -> it + ".bicep")
        .collect(Collectors.toSet());
  }

  private static String shown(List<PlannedDeployment> planned) {
    return planned.isEmpty()
        ? "-"
        : planned.stream()
            .map(it -> it.template().shown().replace(".bicep", ""))
            .collect(Collectors.joining(" "));
  }

  /// The steps are what was come by, and what is to be deployed then.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main>a a>b b         | main: a, a b: -, -: -",
        "main>a a>b b         | main: a, a: b, b: -",
        "main>a a>b b         | main a: b, -: -",
        "main>a a>b b         | main a b: -",
        "main>a,b a>c b>c c   | main: a b, a b: c, c: -",
        "main>a,b a>c b>c c   | main: a b, a b c: -",
        "main>a a>c,d d>c c   | main: a, -: d, -: c, -: -",
        "main>a a>c,d d>c c   | main: a, d: c, -: -",
        "main>x x>y y>x       | main: x, x: y, y: -",
        "main>x x>y y>x       | main: x, x y: -",
        "main>a a!>b b       | main: b, b: -",
        "main>a,c a! c       | main: c, c: -",
      })
  void whatNoOtherComesByIsNext(String files, String steps) {
    Unreached unreached = unreached(files);
    for (String step : steps.split(", ")) {
      String[] parts = step.split(": ");
      assertThat(shown(unreached.next(paths(parts[0])))).as(step).isEqualTo(parts[1]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main>a a!           | -   | main | a",
        "main>a a!           | a   | main | -",
        "main>a,b a! b!     | b   | main | a",
        "main>a other>b a! b!   | - | main other | a b",
        "main>a other a!     | -   | main | a",
        "main a               | -   | -    | -",
      })
  void whatNeedsValuesIsProbedFirst(
      String files, String possible, String probes, String impossible) {
    Unreached unreached = unreached(files);
    assertThat(shown(unreached.next(paths("main other")))).isEqualTo("-");
    assertThat(shown(unreached.probes())).isEqualTo(probes);
    assertThat(shown(unreached.probes())).isEqualTo("-");
    assertThat(shown(unreached.impossible(paths(possible)))).isEqualTo(impossible);
  }

  @Test
  void whatIsPlannedIsNotLeft() {
    Unreached unreached = unreached("main>a a>b b");
    PlannedDeployment a = unreached.next(paths("main")).getFirst();
    assertThat(unreached.isLeft(a.template())).isFalse();
    Unreached again = unreached("main>a,b a b!");
    again.next(paths("main a"));
    assertThat(again.probes()).hasSize(1);
    PlannedDeployment b = unreached.next(Set.of()).getFirst();
    assertThat(again.isLeft(b.template())).isTrue();
    again.impossible(Set.of());
    assertThat(again.isLeft(b.template())).isFalse();
  }
}
