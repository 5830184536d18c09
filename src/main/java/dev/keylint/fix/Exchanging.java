package dev.keylint.fix;

import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Exchanges words within a piece of text, whatever its language and the case of the letters.
final class Exchanging {
  private Exchanging() {}

  static Attempt in(String text, Span place, String from, String to) {
    List<Splice> splices =
        places(text, place, from).stream().map(it -> Splice.replace(it, to)).toList();
    return splices.isEmpty()
        ? Attempt.refused("it is computed by `" + OneLine.of(text, place) + "`")
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
