package dev.keylint.compile;

import dev.keylint.rule.PackedRules;
import dev.keylint.text.Diagnostic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Collectors;

/// Packs the built-in rules while keylint is built.
public final class CompileBuiltInRules {
  /// The schema of `rule.yaml`, which goes with the product, too.
  public static final String SCHEMA = "/dev/keylint/rules/rule.schema.json";

  private CompileBuiltInRules() {}

  /// Takes the directory of the rules and the one that the packed form goes below.
  public static void main(String[] arguments) throws IOException {
    RuleBook book =
        RuleCompiler.compile(RuleDirectory.load(Path.of(arguments[0]), "rules"), Set.of());
    if (!book.diagnostics().isEmpty()) {
      String all =
          book.diagnostics().stream()
              .map(Diagnostic::toString)
              .collect(Collectors.joining("\n  ", "\n  ", ""));
      throw new IllegalStateException("the built-in rules do not compile:" + all);
    }
    Path target = Path.of(arguments[1]).resolve(PackedRules.RESOURCE.substring(1));
    Files.createDirectories(target.resolveSibling("."));
    Files.copy(
        Path.of(arguments[0]).resolve("rule.schema.json"),
        Path.of(arguments[1]).resolve(SCHEMA.substring(1)),
        StandardCopyOption.REPLACE_EXISTING);
    try (OutputStream out = Files.newOutputStream(target)) {
      PackedRules.write(book.rules(), out);
    }
  }
}
