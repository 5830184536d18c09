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
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/// Builds the tree from the events of one stream and says what it had to leave out.
final class TreeBuilder {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_SKIPPED = 1_000;

  private final Source source;
  private final CodePoints points;
  private final Iterator<Event> events;
  private final List<Diagnostic> diagnostics;

  TreeBuilder(
      Source source, CodePoints points, Iterator<Event> events, List<Diagnostic> diagnostics) {
    this.source = source;
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
    return switch (event) {
      case ScalarEvent scalar -> {
        refuseTag(scalar.getTag(), scalar);
        yield Optional.of(scalar(scalar));
      }
      case MappingStartEvent start -> {
        refuseTag(start.getTag(), start);
        yield depth >= MAX_DEPTH ? skipDeep(start) : Optional.of(mapping(start, depth));
      }
      case SequenceStartEvent start -> {
        refuseTag(start.getTag(), start);
        yield depth >= MAX_DEPTH ? skipDeep(start) : Optional.of(sequence(start, depth));
      }
      case AliasEvent alias -> {
        report(
            Diagnostic.Kind.UNSUPPORTED,
            "the YAML alias `*" + alias.getAnchor() + "` is not supported",
            alias);
        yield Optional.empty();
      }
      default -> throw new IllegalStateException("no node starts with " + event);
    };
  }

  private YamlNode.Mapping mapping(MappingStartEvent start, int depth) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Event event = events.next();
    while (!(event instanceof MappingEndEvent)) {
      Event keyEvent = event;
      Optional<YamlNode> key = node(keyEvent, depth + 1);
      Optional<YamlNode> value = node(events.next(), depth + 1);
      if (!(key.orElse(null) instanceof YamlNode.Scalar name)) {
        report(
            Diagnostic.Kind.UNSUPPORTED,
            "a YAML key that is not a text is not supported",
            keyEvent);
      } else if (!seen.add(name.text())) {
        report(Diagnostic.Kind.SEMANTIC, "the key `" + name.text() + "` comes twice", keyEvent);
      } else if (value.isPresent()) {
        entries.add(new YamlNode.Entry(name, value.orElseThrow()));
      }
      event = events.next();
    }
    return new YamlNode.Mapping(entries, range(start, event));
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
    return new YamlNode.Scalar(
        event.getValue(), style(event.getScalarStyle()), range(event, event));
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

  private void refuseTag(@Nullable String tag, Event event) {
    if (tag != null) {
      report(Diagnostic.Kind.UNSUPPORTED, "the YAML tag `" + tag + "` is not supported", event);
    }
  }

  private void report(Diagnostic.Kind kind, String message, Event event) {
    diagnostics.add(Diagnostic.of(kind, message, range(event, event)));
  }

  private Location.InFile range(Event first, Event last) {
    int start = points.toUnits(first.getStartMark().getIndex());
    int end = points.toUnits(last.getEndMark().getIndex());
    return new Location.InFile(source, new Span(start, Math.max(start, end)));
  }
}
