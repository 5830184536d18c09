package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CorpusParseTest {
  private static final Pattern INVALID = Pattern.compile("/Invalid[^/]*/");

  /// Files with remarks of the compiler between their lines, which may split a string.
  private static final Pattern DUMP =
      Pattern.compile("\\.(tokens|syntax|symbols|diagnostics|ir|sourcemap)\\.bicep(param)?$");

  /// What the official decompiler wrote where it did not know a type: `param x ?`.
  private static final String UNKNOWN_TYPE = "nested-outer/nested_testnested.bicep";

  @Test
  void everyValidFileIsReadWithoutADiagnostic() {
    Path corpus = Corpus.orSkip();
    for (String end : List.of(".bicep", ".bicepparam")) {
      List<Path> files = Corpus.files(corpus, end);
      assertThat(files).hasSizeGreaterThan(20);
      for (Path path : files) {
        String name = path.toString();
        if (DUMP.matcher(name).find()) {
          continue;
        }
        BicepFile file = Corpus.parse(path);
        Invariants.check(file);
        if (!INVALID.matcher(name).find() && !name.endsWith(UNKNOWN_TYPE)) {
          assertThat(file.diagnostics()).as(name).isEmpty();
        }
      }
    }
  }
}
