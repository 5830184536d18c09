package dev.keylint.bicep;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares what we read of the official compiler's samples with the dumps that it wrote of them.
final class BicepConformance {
  private static final String SAMPLES = "bicep/src/Bicep.Core.Samples/Files";
  private static final Pattern ERROR = Pattern.compile("\\[BCP(\\d{3}) \\(Error\\)].*");

  /// Which of the compiler's errors come from its lexer and parser: those about tokens that are
  /// missing, misplaced or unreadable. 292 is the decorator that no declaration follows.
  private static final Set<Integer> SYNTAX_CODES =
      Set.of(
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 64, 68,
          87, 96, 97, 103, 117, 118, 123, 133, 140, 162, 167, 202, 226, 236, 237, 238, 243, 249,
          266, 279, 292, 337, 346, 347);

  private BicepConformance() {}

  /// How many of how many agree, and where the others differ first.
  record Count(int equal, int total, List<String> differences) {
    @Override
    public String toString() {
      return equal + "/" + total;
    }
  }

  /// Files of which all tokens are equal.
  static Count tokens(Path corpus) {
    return compare(corpus, "tokens", Dump::tokens);
  }

  /// Files of which the whole syntax trees are equal.
  static Count trees(Path corpus) {
    return compare(corpus, "syntax", Dump::tree);
  }

  /// Places of syntax errors, to the character, according to both, of those according to either.
  static Count faults(Path corpus) {
    int equal = 0;
    int total = 0;
    var differences = new ArrayList<String>();
    for (Sample sample : samples(corpus, "diagnostics")) {
      List<String> expected = expectedFaults(sample);
      for (String fault : actualFaults(sample)) {
        if (expected.remove(fault)) {
          equal++;
        } else {
          differences.add(sample.path() + ":" + fault + " only ours");
        }
        total++;
      }
      total += expected.size();
      expected.forEach(fault -> differences.add(sample.path() + ":" + fault + " only theirs"));
    }
    return new Count(equal, total, differences);
  }

  private static List<String> expectedFaults(Sample sample) {
    var places = new ArrayList<String>();
    for (Dump.Remark remark : Dump.remarks(sample.dump())) {
      Matcher error = ERROR.matcher(remark.text());
      if (error.matches() && SYNTAX_CODES.contains(Integer.parseInt(error.group(1)))) {
        places.add(remark.line() + " [" + remark.start() + ":" + remark.end() + ")");
      }
    }
    return places;
  }

  private static List<String> actualFaults(Sample sample) {
    var places = new ArrayList<String>();
    for (Diagnostic diagnostic : Corpus.parse(sample.path()).diagnostics()) {
      if (diagnostic.location() instanceof Location.InFile place) {
        int start = place.start().column() - 1;
        int end = start + place.span().length();
        places.add(place.start().line() + " [" + start + ":" + end + ")");
      }
    }
    return places;
  }

  private record Sample(Path path, String dump) {}

  private static List<Sample> samples(Path corpus, String kind) {
    var samples = new ArrayList<Sample>();
    for (String name : List.of("main.bicep", "parameters.bicepparam")) {
      for (Path path : Corpus.files(corpus.resolve(SAMPLES), "/" + name)) {
        Path dump = path.resolveSibling(name.replace(".", "." + kind + "."));
        if (Files.exists(dump)) {
          samples.add(new Sample(path, Corpus.text(dump)));
        }
      }
    }
    return samples;
  }

  private static Count compare(Path corpus, String kind, Function<Dump, List<Dump.Remark>> ours) {
    int equal = 0;
    var differences = new ArrayList<String>();
    List<Sample> samples = samples(corpus, kind);
    for (Sample sample : samples) {
      int lines = Dump.lines(sample.dump());
      List<Dump.Remark> actual =
          ours.apply(new Dump(Corpus.parse(sample.path()))).stream()
              .filter(remark -> remark.line() <= lines)
              .toList();
      String difference = difference(Dump.remarks(sample.dump()), actual);
      if (difference.isEmpty()) {
        equal++;
      } else {
        differences.add(sample.path() + ": " + difference);
      }
    }
    return new Count(equal, samples.size(), differences);
  }

  private static String difference(List<Dump.Remark> expected, List<Dump.Remark> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String want = i < expected.size() ? expected.get(i).toString() : "nothing";
      String have = i < actual.size() ? actual.get(i).toString() : "nothing";
      if (!want.equals(have)) {
        return "expected " + want + "\n  but was " + have;
      }
    }
    return "";
  }
}
