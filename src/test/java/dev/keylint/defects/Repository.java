package dev.keylint.defects;

import dev.keylint.cli.Keylint;
import dev.keylint.cli.SeenResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A copy of a repository in which defects are made, one at a time.
final class Repository {
  private static final Set<String> SUFFIXES = Set.of(".bicep", ".json", ".xml");
  private static final int LONGEST = 400_000;

  /// Of each kind so many are made in a repository, spread over its files.
  private static final int MOST = 2;

  /// From so many characters on, a scan takes long: one of each kind is made.
  private static final int LARGE = 500_000;

  private final String name;
  private final Path folder;
  private final Keylint keylint;
  private final String[] options;
  private final Map<Path, String> texts = new TreeMap<>();
  private final Findings before;
  private final Map<String, Integer> seen;

  /// One defect, made.
  ///
  /// @param extra rules that found something else
  record Made(String kind, String place, Outcome outcome, Set<String> extra) {}

  private record Site(Path file, Swap.Edited edited) {}

  Repository(Path source, Path folder, Keylint keylint, String... options) {
    this.name = source.getFileName().toString();
    this.folder = folder;
    this.keylint = keylint;
    this.options = options.clone();
    copy(source);
    this.before = Findings.of(keylint.scan(folder, options));
    this.seen = SeenResources.of(folder, options);
  }

  private void copy(Path source) {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (isCompiled(file)) {
          continue;
        }
        Path to = folder.resolve(source.relativize(file).toString());
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(file, to);
        if (isEdited(to)) {
          readable(to).ifPresent(it -> texts.put(to, it));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a file is what the compiler made of another one here: with a defect in one of the two
  /// they differ, and both are judged.
  private static boolean isCompiled(Path file) throws IOException {
    String its = file.getFileName().toString();
    Path source = file.resolveSibling(its.replaceFirst("json$", "bicep"));
    return its.endsWith(".json")
        && Files.exists(source)
        && readable(file).filter(it -> it.contains("\"_generator\"")).isPresent();
  }

  private static boolean isEdited(Path file) throws IOException {
    String its = file.getFileName().toString();
    return SUFFIXES.stream().anyMatch(its::endsWith) && Files.size(file) < LONGEST;
  }

  private static Optional<String> readable(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file).replace("\r\n", "\n"));
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }

  /// Makes defects of a kind, as many as there are places up to a bound.
  List<Made> make(Kind kind) {
    List<Site> sites = new ArrayList<>();
    texts.forEach((file, text) -> {
      for (Swap swap : kind.swaps()) {
        if (file.toString().endsWith(swap.suffix())) {
          swap.in(text).forEach(it -> sites.add(new Site(file, it)));
        }
      }
    });
    List<Made> made = new ArrayList<>();
    int size = texts.values().stream().mapToInt(String::length).sum();
    int chosen = Math.min(size > LARGE ? 1 : MOST, sites.size());
    for (int i = 0; i < chosen; i++) {
      made.add(make(kind, sites.get(i * sites.size() / chosen)));
    }
    return made;
  }

  private Made make(Kind kind, Site site) {
    String place = name + "/" + folder.relativize(site.file()) + ":" + site.edited().line();
    write(site.file(), site.edited().text());
    try {
      Findings after = Findings.of(keylint.scan(folder, options));
      Set<String> extra = new TreeSet<>(after.freshSince(before));
      extra.removeAll(kind.rules());
      extra.removeAll(kind.besides());
      return new Made(kind.name(), place, outcome(kind, site, after), extra);
    } finally {
      write(site.file(), texts.get(site.file()));
    }
  }

  private Outcome outcome(Kind kind, Site site, Findings after) {
    Set<String> found = new HashSet<>(after.freshSince(before));
    found.addAll(after.changedSince(before));
    found.retainAll(kind.rules());
    if (!found.isEmpty()) {
      return Outcome.FOUND;
    }
    if (after.count("open", kind.rules()) > before.count("open", kind.rules())) {
      return Outcome.UNDECIDED;
    }
    if (seen.equals(SeenResources.of(folder, options))) {
      return Outcome.NOT_REACHED;
    }
    String file = folder.relativize(site.file()).toString();
    Swap.Edited edited = site.edited();
    if (after.failIn(file, edited.first(), edited.last(), kind.rules())) {
      return Outcome.FOUND_BEFORE;
    }
    boolean needed = after.count("pass", kind.rules()) < before.count("pass", kind.rules());
    return kind.everywhere() || needed ? Outcome.MISSED : Outcome.NOT_NEEDED;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
