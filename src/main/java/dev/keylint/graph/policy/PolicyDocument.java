package dev.keylint.graph.policy;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;

/// The XML of a policy: the property that holds it, and its text.
record PolicyDocument(Property property, PartialText text) {

  /// The place of a part of the text: in the file that it was loaded from, else in the template
  /// where it is written, else the whole property.
  Location at(PolicyElement.Attribute part) {
    if (!(text.origin().at() instanceof Location.InFile(var source, var span))) {
      return property.at();
    }
    String snippet = text.chars().substring(part.from(), part.to());
    if (snippet.indexOf(PartialText.HOLE) >= 0 || snippet.isEmpty()) {
      return property.at();
    }
    int number = count(text.chars(), snippet, part.from());
    int found = find(source, span, snippet, number);
    if (found < 0) {
      // In JSON the quotes of the XML are escaped.
      snippet = snippet.replace("\"", "\\\"");
      found = find(source, span, snippet, number);
    }
    return found < 0
        ? property.at()
        : new Location.InFile(source, new Span(found, found + snippet.length()));
  }

  /// The offset of the snippet's occurrence with this number, if the source has it.
  private static int find(Source source, Span span, String snippet, int number) {
    int at = span.start() - 1;
    for (int i = 0; i <= number; i++) {
      at = source.text().indexOf(snippet, at + 1);
      if (at < 0 || at + snippet.length() > span.end()) {
        return -1;
      }
    }
    return at;
  }

  private static int count(String text, String snippet, int before) {
    int count = 0;
    for (int at = text.indexOf(snippet); at >= 0 && at < before; ) {
      count++;
      at = text.indexOf(snippet, at + 1);
    }
    return count;
  }
}
