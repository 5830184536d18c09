package dev.keylint.eval;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Loaded;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The reference corpus: templates that the official compiler wrote beside their sources.
public final class Corpus {
  private final Path root;
  private final TemplateLoader loader;
  private final Workspace workspace;

  private Corpus(Path root) {
    this.root = root;
    Path registry = root.resolve("registry");
    this.workspace = Workspace.of(root, List.of(root), List.of(registry));
    this.loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, List.of(registry), List.of()));
  }

  /// The corpus that the system property `corpus` names; without one the test is skipped.
  public static Corpus assumed() {
    String named = System.getProperty("corpus", "");
    Path root = Path.of(named.isEmpty() ? "../shared/corpus" : named);
    assumeTrue(Files.isDirectory(root), "SKIPPED: no reference corpus; pass -Dcorpus=DIR");
    return new Corpus(root.toAbsolutePath().normalize());
  }

  Path root() {
    return root;
  }

  /// A template and what the official compiler made of it.
  public record Pair(String bicep, String json, boolean inSync) {}

  public List<Pair> pairs() {
    return lines(root.resolve("PAIRS.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Pair(cells[0], cells[1], cells[5].equals("in-sync")))
        .toList();
  }

  /// The files whose path below the corpus matches.
  public List<String> files(String pattern) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.matches(pattern))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String path) {
    return String.join("\n", lines(root.resolve(path))).replace("\uFEFF", "");
  }

  public Template template(String path) {
    if (load(path) instanceof Loaded.Template(Template template)) {
      return template;
    }
    throw new IllegalStateException("no template: " + path);
  }

  Loaded load(String path) {
    Path file = root.resolve(path);
    return switch (workspace.file(file, new Location.WholeFile(path))) {
      case Lookup.Found<WorkspaceFile>(WorkspaceFile found) -> loader.load(found);
      case Lookup.NotFound<WorkspaceFile>(var why) ->
          throw new IllegalStateException(why.toString());
    };
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
