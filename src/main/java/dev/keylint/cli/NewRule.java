package dev.keylint.cli;

import dev.keylint.compile.CompileBuiltInRules;
import dev.keylint.module.IoProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// `keylint rules new`: a folder with a rule and cases that prove it, to be changed.
final class NewRule {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String PLACEHOLDER = "my-rule";
  private static final Map<String, String> FILES =
      Map.of("rule.yaml", "new-rule.yaml", "cases.bicep", "new-rule.bicep");

  private final Terminal terminal;
  private final Rules rules;

  NewRule(Terminal terminal, Rules rules) {
    this.terminal = terminal;
    this.rules = rules;
  }

  /// Never writes over a file.
  ///
  /// @throws Usage when the name is none of a rule, or taken
  void write(String name, Path directory) {
    if (!NAME.matcher(name).matches()) {
      throw Usage.ofOptions(
          "`" + name + "` is no name of a rule: write words in lower case with `-` between them");
    }
    if (rules.builtIn().get().stream().anyMatch(it -> it.id().equals(name))) {
      throw Usage.ofOptions(
          "keylint has a rule `" + name + "` of its own; give yours another name");
    }
    Path shown = directory.resolve(name);
    Path folder = terminal.folder().resolve(shown).normalize();
    if (Files.exists(folder)) {
      throw new Usage("`" + shown(shown) + "` is there already");
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        Files.writeString(
            folder.resolve(file.getKey()),
            text(NewRule.class, file.getValue()).replace(PLACEHOLDER, name));
      }
      Path schema = folder.resolveSibling("rule.schema.json");
      if (!Files.exists(schema)) {
        Files.writeString(schema, schema());
      }
    } catch (IOException e) {
      throw new Usage("`" + shown(shown) + "` can't be written: " + IoProblem.reason(e));
    }
    String tested = shown(Optional.ofNullable(shown.getParent()).orElse(Path.of(".")));
    terminal.out().println("wrote " + shown(shown) + "/rule.yaml and cases.bicep");
    terminal.out().println("change them, and run `keylint rules test " + tested + "`");
  }

  /// What editors complete and check `rule.yaml` with.
  static String schema() {
    return text(CompileBuiltInRules.class, CompileBuiltInRules.SCHEMA);
  }

  private static String shown(Path path) {
    return path.normalize().toString().isEmpty() ? "." : path.normalize().toString();
  }

  private static String text(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("keylint was built without " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read", e);
    }
  }
}
