package dev.keylint.lower.bicep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.lower.Rewriting;
import dev.keylint.plan.Project;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged files: whatever is wrong with them, nothing of them is lost without a word.
class BicepMutationTest {
  private static final int MUTATIONS = 1500;
  private static final List<String> PIECES =
      List.of(
          "resource ",
          "for x in y: ",
          "if (a) ",
          "existing ",
          "parent: ",
          "null",
          "...",
          "::",
          ".?",
          "!",
          "type ",
          "func ",
          "${",
          "'",
          "{",
          "]",
          "(",
          "module m 'main.bicep' = ");

  @TempDir Path folder;

  @Test
  void whatIsNotUnderstoodIsReported() throws IOException {
    List<String> texts = texts();
    Random random = new Random(42);
    Project project = new Project(folder);
    for (int i = 0; i < MUTATIONS; i++) {
      String text = mutated(texts.get(random.nextInt(texts.size())), random);
      Template template = project.with("main.bicep", text).template("main.bicep");
      if (hasUnsupported(template)) {
        assertThat(template.diagnostics()).as("%s", text).isNotEmpty();
      }
    }
  }

  private static List<String> texts() throws IOException {
    String named = System.getProperty("corpus", "");
    Path corpus = Path.of(named.isEmpty() ? "../shared/corpus" : named);
    assumeTrue(Files.isDirectory(corpus), "SKIPPED: no reference corpus; pass -Dcorpus=DIR");
    try (Stream<Path> paths = Files.walk(corpus.resolve("bicep"))) {
      List<Path> files = paths.filter(path -> path.endsWith("main.bicep")).sorted().toList();
      return files.stream().map(BicepMutationTest::read).toList();
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 0; i < 4; i++) {
      int at = random.nextInt(mutated.length() + 1);
      if (random.nextBoolean()) {
        mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(20)));
      } else {
        mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return mutated.toString();
  }

  private static boolean hasUnsupported(Template template) {
    return Stream.of(
            template.variables().stream().map(variable -> variable.value()),
            template.outputs().stream().map(output -> output.value()),
            template.parameters().stream().flatMap(it -> it.defaultValue().stream()),
            template.resources().stream().flatMap(BicepMutationTest::expressions))
        .flatMap(all -> all)
        .anyMatch(BicepMutationTest::isUnsupported);
  }

  private static Stream<Expr> expressions(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Resource resource -> Stream.of(resource.name(), resource.body());
      case Declaration.Deployment deployment ->
          deployment.arguments().stream().map(argument -> argument.value());
    };
  }

  private static boolean isUnsupported(Expr expr) {
    boolean[] found = new boolean[1];
    Expr _ =
        new Rewriting() {
          @Override
          protected Expr replace(Expr part, Set<String> bound) {
            found[0] |= part instanceof Expr.Unsupported;
            return part;
          }
        }.rewrite(expr);
    return found[0];
  }
}
