package dev.keylint.fix;

import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.List;

/// What a call gives a module for one of its parameters.
///
/// @param call the call, in the same file
record Argument(Editing editing, Location call, Span member) {

  /// Whether a text stands in it, whatever the case of its letters.
  boolean says(String text) {
    return !places(text).isEmpty();
  }

  /// The parameters that it is made of.
  List<String> inputs() {
    return editing.inputs(member);
  }

  /// Where a person has to decide whether `from` can become `to`, and what stands there.
  Phrase advice(String from, String to) {
    Span first = places(from).getFirst();
    return Phrase.of("it comes from `" + OneLine.of(editing.text(), member) + "` at ")
        .and(new Location.InFile(Source.of(call.container(), editing.text()), member))
        .and(": change `" + editing.text().substring(first.start(), first.end()))
        .and("` to `" + to + "` there, unless what is called needs the old one for something else");
  }

  private List<Span> places(String text) {
    return Exchanging.places(editing.text(), member, text);
  }
}
