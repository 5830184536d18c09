package dev.keylint.text;

import java.util.Locale;

/// Where something stands: in a file, or in the live state of a resource.
public sealed interface Location {

  /// What it is in: the path of a file, or the id of a resource in lower case.
  default String container() {
    return switch (this) {
      case InFile(var source, _) -> source.path();
      case WholeFile(var path) -> path;
      case InAzure(var id, _) -> id.toLowerCase(Locale.ROOT);
    };
  }

  /// Whether the other is the same place, or a part of it in one file.
  default boolean holds(Location other) {
    return equals(other)
        || (this instanceof InFile(var source, var span)
            && other instanceof InFile(var same, var part)
            && source.equals(same)
            && span.start() <= part.start()
            && part.end() <= span.end());
  }

  /// A range of a file.
  record InFile(Source source, Span span) implements Location {
    public Position start() {
      return source.position(span.start());
    }

    public Position end() {
      return source.position(span.end());
    }

    @Override
    public String toString() {
      return source.path() + ":" + start().line() + ":" + start().column();
    }
  }

  /// A property of a resource as Azure returned it: the resource's id and a JSON pointer (RFC 6901)
  /// into its body.
  record InAzure(String resourceId, String pointer) implements Location {
    @Override
    public String toString() {
      return pointer.isEmpty() ? resourceId : resourceId + "#" + pointer;
    }
  }

  /// A file as a whole, for what has no better place.
  record WholeFile(String path) implements Location {
    @Override
    public String toString() {
      return path;
    }
  }
}
