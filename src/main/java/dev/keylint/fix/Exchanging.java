package dev.keylint.fix;

import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Exchanges words within a piece of text, whatever its language.
final class Exchanging {
  private Exchanging() {}

  static Attempt in(String text, Span place, String from, String to) {
    List<Splice> splices = new ArrayList<>();
    String piece = text.substring(place.start(), place.end());
    for (int at = piece.indexOf(from); at >= 0; at = piece.indexOf(from, at + from.length())) {
      int start = place.start() + at;
      splices.add(new Splice(start, start + from.length(), to));
    }
    return splices.isEmpty()
        ? Attempt.refused("`" + from + "` is not written there")
        : new Attempt.Made(splices);
  }

  /// The places of a text within a piece of another one, whatever the case of its letters.
  static List<Span> places(String text, Span within, String wanted) {
    List<Span> places = new ArrayList<>();
    int last = within.end() - wanted.length();
    for (int at = within.start(); at <= last && !wanted.isEmpty(); at++) {
      if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
        places.add(new Span(at, at + wanted.length()));
        at += wanted.length() - 1;
      }
    }
    return places;
  }
}
