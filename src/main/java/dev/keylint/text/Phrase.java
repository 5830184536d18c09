package dev.keylint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A part of a sentence that names places, which may be somewhere else by the time it is said.
public record Phrase(List<Part> parts) {
  public Phrase {
    parts = List.copyOf(parts);
  }

  /// A piece of a phrase.
  public sealed interface Part {
    /// What is said as it is.
    record Words(String text) implements Part {}

    /// A place with its line and column.
    record At(Location place) implements Part {}

    /// A place with its line only.
    record OnLine(Location.InFile place) implements Part {}
  }

  public static Phrase of(String words) {
    return new Phrase(List.of(new Part.Words(words)));
  }

  /// Places, with commas between them.
  public static Phrase list(List<? extends Part> places) {
    List<Part> parts = new ArrayList<>();
    for (Part place : places) {
      if (!parts.isEmpty()) {
        parts.add(new Part.Words(", "));
      }
      parts.add(place);
    }
    return new Phrase(parts);
  }

  public Phrase and(String words) {
    return and(of(words));
  }

  public Phrase and(Location place) {
    return and(new Phrase(List.of(new Part.At(place))));
  }

  public Phrase and(Phrase more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(more.parts);
    return new Phrase(all);
  }

  /// The text.
  ///
  /// @param now where each place is
  public String text(UnaryOperator<Location> now) {
    return parts.stream()
        .map(it ->
            switch (it) {
              case Part.Words(String words) -> words;
              case Part.At(Location place) -> now.apply(place).toString();
              case Part.OnLine(Location.InFile place) ->
                  now.apply(place) instanceof Location.InFile at
                      ? at.source().path() + ":" + at.start().line()
                      : place.toString();
            })
        .collect(Collectors.joining());
  }

  /// The text with all places as they were.
  @Override
  public String toString() {
    return text(UnaryOperator.identity());
  }
}
