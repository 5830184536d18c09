package dev.keylint.report;

import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Region;
import dev.keylint.text.Location;
import dev.keylint.text.Position;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Places as SARIF has them; a place in Azure gets a path that no file has.
final class SarifPlaces {
  /// What relative URIs are relative to.
  static final String BASE = "%SRCROOT%";

  private static final int CONTEXT_LINES = 2;
  private static final int LONGEST_SNIPPET = 1_000;
  private static final int LONGEST_CONTEXT = 3_000;

  private final ReportInput.Run run;
  private final Redaction redaction;
  private final Excerpts excerpts;
  private final Map<Source, List<String>> hashes = new HashMap<>();

  SarifPlaces(ReportInput input) {
    this.run = input.run();
    this.redaction = input.redaction();
    this.excerpts = new Excerpts(redaction);
  }

  /// A place with all that code scanning asks for: a URI and the four members of a region.
  PhysicalLocation physical(Location at) {
    PhysicalLocation place = new PhysicalLocation().withArtifactLocation(artifact(at));
    return switch (at) {
      case Location.InFile(var source, var span) ->
          place.withRegion(snippet(source, visible(source, span)));
      case Location.InAzure _, Location.WholeFile _ ->
          place.withRegion(region(new Position(1, 1), new Position(1, 1)));
    };
  }

  /// The same with the lines around it.
  PhysicalLocation inContext(Location at) {
    PhysicalLocation place = physical(at);
    if (at instanceof Location.InFile(var source, var span)) {
      context(source, visible(source, span)).ifPresent(place::setContextRegion);
    }
    return place;
  }

  /// Where the file is, or the path that stands for a resource of Azure.
  ArtifactLocation artifact(Location at) {
    ArtifactLocation artifact = new ArtifactLocation().withUri(uri(at)).withUriBaseId(BASE);
    portal(at)
        .ifPresent(
            link -> artifact.setProperties(new PropertyBag().withAdditionalProperty("href", link)));
    return artifact;
  }

  /// Text of others on one line and without secrets.
  String plain(String text) {
    return redaction.line(text);
  }

  /// The URI alone; resource ids in lower case, because Azure spells them as it likes.
  String uri(Location at) {
    return switch (at) {
      case Location.InFile(var source, _) -> RelativeUri.of(run.root(), source.path());
      case Location.WholeFile(var path) -> RelativeUri.of(run.root(), path);
      case Location.InAzure(var id, _) ->
          RelativeUri.of("azure", redaction.text(id.toLowerCase(Locale.ROOT)));
    };
  }

  /// The page of the portal that shows the resource; none if subscriptions are masked.
  Optional<String> portal(Location at) {
    return at instanceof Location.InAzure(var id, _) && !redaction.maskSubscriptions()
        ? run.portal().map(portal -> portal + "/#resource/" + RelativeUri.of("", id))
        : Optional.empty();
  }

  /// What GitHub would compute for the line; empty for what is no line of a file.
  Optional<String> lineHash(Location at) {
    return at instanceof Location.InFile file
        ? Optional.of(
            hashes
                .computeIfAbsent(file.source(), source -> LineHashes.of(source.text()))
                .get(file.start().line() - 1))
        : Optional.empty();
  }

  /// A range of a file; all four members.
  Region region(Location.InFile at) {
    return region(at.start(), at.end());
  }

  private static Region region(Position start, Position end) {
    return new Region()
        .withStartLine(start.line())
        .withStartColumn(start.column())
        .withEndLine(end.line())
        .withEndColumn(end.column());
  }

  private Region snippet(Source source, Span span) {
    Region region = region(source.position(span.start()), source.position(span.end()));
    return span.length() > LONGEST_SNIPPET ? region : region.withSnippet(content(source, span));
  }

  /// The lines around; none if they are so long that nobody reads them.
  private Optional<Region> context(Source source, Span span) {
    int first = Math.max(1, source.position(span.start()).line() - CONTEXT_LINES);
    int last = Math.min(source.lineCount(), source.position(span.end()).line() + CONTEXT_LINES);
    Span lines = new Span(source.lineStart(first), source.lineEnd(last));
    return lines.length() > LONGEST_CONTEXT || lines.equals(span)
        ? Optional.empty()
        : Optional.of(
            region(source.position(lines.start()), source.position(lines.end()))
                .withSnippet(content(source, lines)));
  }

  private ArtifactContent content(Source source, Span span) {
    return new ArtifactContent().withText(excerpts.text(source, span));
  }

  /// A range without characters would be invisible: it takes the character behind it.
  private static Span visible(Source source, Span span) {
    int end = Math.min(span.end(), source.text().length());
    int start = Math.min(span.start(), end);
    boolean more = start < source.lineEnd(source.position(start).line());
    return start == end && more ? new Span(start, start + 1) : new Span(start, end);
  }
}
