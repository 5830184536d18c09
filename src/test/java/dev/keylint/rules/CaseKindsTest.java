package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keylint.compile.RuleDirectory;
import dev.keylint.rule.RuleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// That the folder of every rule shows every kind of case, but for those that make no sense there:
/// `// nocase: KIND why` above the cases names them.
final class CaseKindsTest {
  private static final Pattern EXCEPTED = Pattern.compile("(?m)^// nocase: (\\w+) \\w.*$");

  @TestFactory
  List<DynamicTest> everyFolderShowsEveryKind() throws IOException {
    return RuleDirectory.load(Path.of("rules"), "rules").stream()
        .filter(folder -> !folder.rule().text().contains("throw-away"))
        .map(folder -> dynamicTest(folder.name(), () -> shows(folder)))
        .toList();
  }

  /// What is excepted and shown all the same needs no exception any more.
  private static void shows(RuleFolder folder) {
    Set<CaseKind> excepted = EnumSet.noneOf(CaseKind.class);
    folder
        .bicepCases()
        .ifPresent(cases -> {
          Matcher matcher = EXCEPTED.matcher(cases.text());
          while (matcher.find()) {
            excepted.add(CaseKind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)));
          }
        });
    Set<CaseKind> lacking = EnumSet.noneOf(CaseKind.class);
    for (CaseKind kind : CaseKind.values()) {
      if (!kind.isIn(folder)) {
        lacking.add(kind);
      }
    }
    assertThat(lacking).isEqualTo(excepted);
  }
}
