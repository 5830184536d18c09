package dev.keylint.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.ClassPath;
import dev.keylint.cli.hostile.HostileCase.Expects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Templates that want to exhaust us, each scanned and expanded in one process of 200 MB: a
/// diagnostic, never a crash or a hang. How long each takes is measured by the pipeline.
final class HostileInputTest {
  @TempDir private Path folder;

  @Test
  void eachHasItsDiagnosticInTwoHundredMegabytes() throws IOException, InterruptedException {
    HostileSet.main(new String[] {folder.toString()});
    Path results = folder.resolve("results.tsv");
    Path log = folder.resolve("log.txt");
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ClassPath.ofTests(),
                HostileRunner.class.getName(),
                folder.toString(),
                results.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(exit).as(Files.readString(log)).isZero();
    List<String> lines = Files.readAllLines(results);
    List<HostileCase> all = HostileSet.all();
    assertThat(lines).hasSize(2 * all.size());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!isAsExpected(lines.get(i).split("\t", -1), all.get(i / 2).expects())) {
        wrong.add(lines.get(i));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isAsExpected(String[] result, Expects expects) {
    int exit = Integer.parseInt(result[2]);
    if (expects == Expects.NOTHING) {
      return Set.of(0, 1, 3).contains(exit);
    }
    String kind = expects.name().toLowerCase(Locale.ROOT);
    return Set.of(1, 3).contains(exit) && List.of(result[3].split(",")).contains(kind);
  }
}
