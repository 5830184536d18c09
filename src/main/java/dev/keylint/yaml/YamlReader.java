package dev.keylint.yaml;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads one YAML document.
///
/// It listens to snakeyaml's events and not to its `compose`: there aliases are already expanded,
/// tags already guessed and duplicate keys let through.
public final class YamlReader {
  /// No file that a template or a rule loads comes near; one that does is refused.
  static final int MAX_CODE_POINTS = 3_000_000;

  private YamlReader() {}

  /// The document with what is wrong in it; never fails. Aliases are refused: what is written by
  /// hand and kept with its places has no need of them.
  public static YamlFile read(Source source) {
    return read(source, false);
  }

  /// The same for data of any origin, with aliases as the nodes that they stand for.
  public static YamlFile readData(Source source) {
    return read(source, true);
  }

  private static YamlFile read(Source source, boolean aliases) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    CodePoints points = new CodePoints(source.text());
    try {
      var events = new Yaml(options).parse(new StringReader(source.text())).iterator();
      Optional<YamlNode> root =
          new TreeBuilder(source, points, events, diagnostics, aliases).document();
      return new YamlFile(root, diagnostics);
    } catch (MarkedYAMLException e) {
      diagnostics.add(syntaxError(source, points, e));
    } catch (YAMLException e) {
      // Without a mark: a bound of snakeyaml, or a character that YAML forbids.
      var start = new Location.InFile(source, new Span(0, 0));
      boolean tooLong = source.text().length() > MAX_CODE_POINTS;
      var kind = tooLong ? Diagnostic.Kind.LIMIT : Diagnostic.Kind.SYNTAX;
      diagnostics.add(Diagnostic.of(kind, "cannot read this YAML: " + firstLine(e), start));
    }
    return new YamlFile(Optional.empty(), diagnostics);
  }

  private static Diagnostic syntaxError(Source source, CodePoints points, MarkedYAMLException e) {
    var mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    int at = mark == null ? 0 : points.toUnits(mark.getIndex());
    String problem = e.getProblem() == null ? "cannot read this YAML" : e.getProblem();
    String message = problem.strip().replaceAll("\\.$", "").replace('\'', '`');
    return Diagnostic.of(
        Diagnostic.Kind.SYNTAX, message, new Location.InFile(source, new Span(at, at)));
  }

  private static String firstLine(YAMLException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("unknown error");
  }
}
