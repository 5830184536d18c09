package dev.keylint.yaml;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/// Builds the tree from the events of one stream and says what it had to leave out.
final class TreeBuilder {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_SKIPPED = 1_000;

  /// What `!!` stands for.
  private static final String STANDARD = "tag:yaml.org,2002:";

  private final Source source;
  private final String text;
  private final CodePoints points;
  private final Iterator<Event> events;
  private final List<Diagnostic> diagnostics;
  private final boolean aliases;
  private final Anchors anchors = new Anchors();

  TreeBuilder(
      Source source,
      CodePoints points,
      Iterator<Event> events,
      List<Diagnostic> diagnostics,
      boolean aliases) {
    this.aliases = aliases;
    this.source = source;
    this.text = source.text();
    this.points = points;
    this.events = events;
    this.diagnostics = diagnostics;
  }

  /// The first document, if there is one.
  Optional<YamlNode> document() {
    Optional<YamlNode> root = Optional.empty();
    for (int documents = 0; events.hasNext() && documents < 2; ) {
      if (events.next() instanceof DocumentStartEvent start) {
        documents++;
        if (documents == 1) {
          root = node(events.next(), 0);
        } else {
          report(Diagnostic.Kind.UNSUPPORTED, "only the first YAML document is read", start);
        }
      }
    }
    return root;
  }

  /// The node that starts with this event, with all its events consumed; empty if it is left out.
  private Optional<YamlNode> node(Event event, int depth) {
    int before = anchors.open(depth);
    Optional<YamlNode> node =
        switch (event) {
          case ScalarEvent scalar -> Optional.of(scalar(scalar));
          case MappingStartEvent start -> {
            refuseTag(start.getTag(), "!!map", start);
            yield depth >= MAX_DEPTH ? skipDeep(start) : Optional.of(mapping(start, depth));
          }
          case SequenceStartEvent start -> {
            refuseTag(start.getTag(), "!!seq", start);
            yield depth >= MAX_DEPTH ? skipDeep(start) : Optional.of(sequence(start, depth));
          }
          case AliasEvent alias -> alias(alias, depth);
          default -> throw new IllegalStateException("no node starts with " + event);
        };
    Optional<String> anchor =
        event instanceof NodeEvent named && !(event instanceof AliasEvent)
            ? Optional.ofNullable(named.getAnchor())
            : Optional.empty();
    anchors.close(anchor, node, before, depth);
    return node;
  }

  private Optional<YamlNode> alias(AliasEvent alias, int depth) {
    String name = "the YAML alias `*" + alias.getAnchor() + "`";
    if (!aliases) {
      report(Diagnostic.Kind.UNSUPPORTED, name + " is not supported", alias);
      return Optional.empty();
    }
    return switch (anchors.use(alias.getAnchor(), depth, MAX_DEPTH)) {
      case Anchors.Use.Of(YamlNode node) -> Optional.of(node);
      case Anchors.Use.None() -> {
        report(Diagnostic.Kind.SEMANTIC, name + " stands for nothing that is complete", alias);
        yield Optional.empty();
      }
      case Anchors.Use.TooMuch() -> {
        report(Diagnostic.Kind.LIMIT, name + " makes the document too large or too deep", alias);
        yield Optional.empty();
      }
    };
  }

  private YamlNode.Mapping mapping(MappingStartEvent start, int depth) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    List<YamlNode.Entry> merged = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Event event = events.next();
    while (!(event instanceof MappingEndEvent)) {
      Event keyEvent = event;
      Optional<YamlNode> key = node(keyEvent, depth + 1);
      Event valueEvent = events.next();
      Optional<YamlNode> value = node(valueEvent, depth + 1);
      if (!(key.orElse(null) instanceof YamlNode.Scalar name)) {
        report(
            Diagnostic.Kind.UNSUPPORTED,
            "a YAML key that is not a text is not supported",
            keyEvent);
      } else if (isMerge(name)) {
        value.ifPresent(given -> merge(given, merged, valueEvent));
      } else if (!seen.add(name.text())) {
        report(Diagnostic.Kind.SEMANTIC, "the key `" + name.text() + "` comes twice", keyEvent);
      } else if (value.isPresent()) {
        entries.add(new YamlNode.Entry(name, value.orElseThrow()));
      }
      event = events.next();
    }
    // What a mapping says itself comes before what it merges, and that in its order.
    merged.stream().filter(entry -> seen.add(entry.key().text())).forEach(entries::add);
    return new YamlNode.Mapping(entries, range(start, event));
  }

  private static boolean isMerge(YamlNode.Scalar key) {
    return key.style() == YamlNode.Style.PLAIN && key.text().equals("<<");
  }

  /// The entries of the mapping, or of all mappings of the list, that stands behind `<<`.
  private void merge(YamlNode value, List<YamlNode.Entry> merged, Event event) {
    switch (value) {
      case YamlNode.Mapping(var entries, _) -> merged.addAll(entries);
      case YamlNode.Sequence(var items, _) -> items.forEach(item -> merge(item, merged, event));
      case YamlNode.Scalar _ ->
          report(Diagnostic.Kind.SEMANTIC, "`<<` merges mappings, and this is none", event);
    }
  }

  private YamlNode.Sequence sequence(SequenceStartEvent start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (!(event instanceof SequenceEndEvent)) {
      node(event, depth + 1).ifPresent(items::add);
      event = events.next();
    }
    return new YamlNode.Sequence(items, range(start, event));
  }

  private YamlNode.Scalar scalar(ScalarEvent event) {
    YamlNode.Style written = style(event.getScalarStyle());
    YamlNode.Style style =
        switch (kind(event.getTag())) {
          case "" -> written;
          // `!` alone and `!!str` make a text of anything.
          case "!", "!!str", "!!binary", "!!timestamp" ->
              written == YamlNode.Style.PLAIN ? YamlNode.Style.SINGLE_QUOTED : written;
          case "!!int", "!!float", "!!bool", "!!null" -> YamlNode.Style.PLAIN;
          default -> {
            unsupported(event.getTag(), event);
            yield written;
          }
        };
    return new YamlNode.Scalar(event.getValue(), style, range(event, event));
  }

  private static YamlNode.Style style(ScalarStyle style) {
    return switch (style) {
      case PLAIN, JSON_SCALAR_STYLE -> YamlNode.Style.PLAIN;
      case SINGLE_QUOTED -> YamlNode.Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> YamlNode.Style.DOUBLE_QUOTED;
      case LITERAL -> YamlNode.Style.LITERAL;
      case FOLDED -> YamlNode.Style.FOLDED;
    };
  }

  /// Reads over a collection that lies too deep, without recursion.
  private Optional<YamlNode> skipDeep(Event start) {
    report(Diagnostic.Kind.LIMIT, "YAML nested deeper than " + MAX_DEPTH, start);
    int open = 1;
    while (open > 0) {
      if (open > MAX_SKIPPED) {
        // Each level makes the scanner slower for all that follows.
        throw new YAMLException("it is nested deeper than " + MAX_SKIPPED);
      }
      switch (events.next()) {
        case MappingStartEvent _, SequenceStartEvent _ -> open++;
        case MappingEndEvent _, SequenceEndEvent _ -> open--;
        default -> {}
      }
    }
    return Optional.empty();
  }

  private void refuseTag(@Nullable String tag, String wanted, Event event) {
    if (!kind(tag).isEmpty() && !kind(tag).equals(wanted)) {
      unsupported(tag, event);
    }
  }

  private void unsupported(@Nullable String tag, Event event) {
    report(Diagnostic.Kind.UNSUPPORTED, "the YAML tag `" + tag + "` is not supported", event);
  }

  /// A tag as it is written; empty when there is none.
  private static String kind(@Nullable String tag) {
    return tag == null
        ? ""
        : tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
  }

  private void report(Diagnostic.Kind kind, String message, Event event) {
    diagnostics.add(Diagnostic.of(kind, message, range(event, event)));
  }

  /// A block ends where its last line does, and not where the next one begins.
  private Location.InFile range(Event first, Event last) {
    int start = points.toUnits(first.getStartMark().getIndex());
    int end = points.toUnits(last.getEndMark().getIndex());
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Location.InFile(source, new Span(start, Math.max(start, end)));
  }
}
