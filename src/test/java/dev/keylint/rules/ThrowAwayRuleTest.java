package dev.keylint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.keylint.ClassPath;
import dev.keylint.compile.CompileBuiltInRules;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.docs.RuleIndex;
import dev.keylint.docs.RulePage;
import dev.keylint.rule.Rule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.annotation.Testable;

/// A rule is one folder: with rules in the book that find fault with everything, every test that
/// can see rules says what it says without them.
///
/// The tests run once more, in a copy of this checkout that has the folders of
/// `src/test/resources/throw-away-rules` beside those of `rules`.
final class ThrowAwayRuleTest {
  private static final Path THROW_AWAY = Path.of("src", "test", "resources", "throw-away-rules");

  /// It starts a process of its own, whose scans are judged by their diagnostics alone.
  private static final String SLOW = "dev.keylint.cli.hostile.HostileInputTest";

  @TempDir private Path checkout;

  @Test
  void onlyATestThatDependsOnTheWholeRuleBookFails() throws IOException, InterruptedException {
    copyCheckout();
    addThrowAwayRules();
    List<String> classes =
        Stream.concat(neighbours(), Stream.of(CoupledExample.class.getName())).toList();
    assertThat(classes)
        .contains("dev.keylint.cli.ScenariosTest", "dev.keylint.rules.RuleBookTest")
        .hasSizeGreaterThan(20);
    assertThat(failures(classes))
        .as("with more rules in the book these tests fail: let them name the rules they run with")
        .containsExactly("CoupledExample.nothingIsSaidOfNames");
  }

  /// What fails with the throw-away rules and holds without them.
  private List<String> failures(List<String> classes) throws IOException, InterruptedException {
    String classPath = ClassPath.ofTests();
    List<String> failures = run(checkout, compiled() + File.pathSeparator + classPath, classes);
    List<String> again =
        classes.stream()
            .filter(it -> failures.stream().anyMatch(failure -> isOf(failure, it)))
            .toList();
    List<String> anyway = run(Path.of("").toAbsolutePath(), classPath, again);
    return failures.stream().filter(it -> !anyway.contains(it)).toList();
  }

  private static boolean isOf(String failure, String className) {
    return className.endsWith("." + failure.substring(0, Math.max(failure.indexOf('.'), 0)));
  }

  /// Before JUnit warns of each.
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> entries = Files.list(checkout)) {
      for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  /// Whatever can see rules or run commands; the packages below them cannot know of rules.
  private static Stream<String> neighbours() {
    return new ClassFileImporter()
        .importPackages("dev.keylint").stream()
            .filter(ThrowAwayRuleTest::isTest)
            .filter(ThrowAwayRuleTest::seesRules)
            .map(JavaClass::getName)
            .filter(it -> !Set.of(ThrowAwayRuleTest.class.getName(), SLOW).contains(it))
            .filter(it -> !it.equals(CoupledExample.class.getName()))
            .sorted();
  }

  private static boolean isTest(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(
            it -> it.isAnnotatedWith(Testable.class) || it.isMetaAnnotatedWith(Testable.class));
  }

  private static boolean seesRules(JavaClass type) {
    return Stream.concat(
            Stream.of(type),
            type.getTransitiveDependenciesFromSelf().stream().map(it -> it.getTargetClass()))
        .map(JavaClass::getPackageName)
        .anyMatch(Set.of("dev.keylint.rule", "dev.keylint.cli", "dev.keylint.rules")::contains);
  }

  /// Scans open no link that leaves their folder, so what is scanned is copied.
  private void copyCheckout() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("").toAbsolutePath())) {
      for (Path entry : entries.toList()) {
        Path copy = checkout.resolve(entry.getFileName());
        switch (entry.getFileName().toString()) {
          case ".git", "target" -> {}
          case "rules", "fixtures", "docs" -> copy(entry, copy);
          default -> Files.createSymbolicLink(copy, entry);
        }
      }
    }
    Files.createDirectories(checkout.resolve("target"));
  }

  private void addThrowAwayRules() throws IOException {
    Path rules = checkout.resolve("rules");
    copy(THROW_AWAY, rules);
    for (Rule rule :
        RuleCompiler.compile(RuleDirectory.load(THROW_AWAY, "rules"), Set.of()).rules()) {
      Files.writeString(rules.resolve(rule.id()).resolve("README.md"), RulePage.markdown(rule));
    }
    List<Rule> all = RuleCompiler.compile(RuleDirectory.load(rules, "rules"), Set.of()).rules();
    Files.writeString(
        checkout.resolve("docs").resolve("rules.md"), RuleIndex.markdown(all, "../rules"));
    CompileBuiltInRules.main(new String[] {rules.toString(), compiled().toString()});
  }

  private Path compiled() {
    return checkout.resolve("target").resolve("classes");
  }

  private List<String> run(Path folder, String classPath, List<String> classes)
      throws IOException, InterruptedException {
    Path names = Files.write(checkout.resolve("classes.txt"), classes);
    Path log = checkout.resolve("log.txt");
    Path results = checkout.resolve("failures.txt");
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                TestRun.class.getName(),
                names.toString(),
                results.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(exit).as(Files.readString(log)).isZero();
    return Files.readAllLines(results);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }
}
