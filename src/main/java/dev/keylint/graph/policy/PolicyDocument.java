package dev.keylint.graph.policy;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import java.util.ArrayList;
import java.util.List;

/// The XML of a policy: the property that holds it, and its text.
record PolicyDocument(Property property, PartialText text) {

  /// The place of a part of the text: in the file that it was loaded from, else in the template
  /// where it is written, else the whole property.
  ///
  /// Templates fill in such texts, so offsets say little: the tag before the part is looked for, by
  /// its number among those of its name.
  Location at(PolicyElement.Attribute part) {
    if (!(text.origin().at() instanceof Location.InFile(var source, var span))) {
      return property.at();
    }
    int tag = text.chars().lastIndexOf('<', part.from());
    String start = tag < 0 ? "" : text.chars().substring(tag, nameEnd(tag));
    List<Integer> here = occurrences(text.chars(), start, 0, text.chars().length());
    List<Integer> there = occurrences(source.text(), start, span.start(), span.end());
    int number = here.indexOf(tag);
    if (number < 0 || here.size() != there.size()) {
      return property.at();
    }
    int from = there.get(number);
    int to = number + 1 < there.size() ? there.get(number + 1) : span.end();
    String written = text.chars().substring(part.from(), part.to());
    // In JSON the quotes of the XML are escaped.
    for (String snippet : List.of(written, written.replace("\"", "\\\""))) {
      int found = snippet.isEmpty() ? -1 : source.text().substring(from, to).indexOf(snippet);
      if (found >= 0) {
        return place(source, from + found, snippet.length());
      }
    }
    return place(source, from, start.length());
  }

  private static Location place(Source source, int from, int length) {
    return new Location.InFile(source, new Span(from, from + length));
  }

  private int nameEnd(int tag) {
    int at = tag + 1;
    while (at < text.chars().length()
        && (Character.isLetterOrDigit(text.chars().charAt(at)) || text.chars().charAt(at) == '-')) {
      at++;
    }
    return at;
  }

  private static List<Integer> occurrences(String in, String wanted, int from, int to) {
    List<Integer> found = new ArrayList<>();
    if (wanted.length() > 1) {
      for (int at = in.indexOf(wanted, from);
          at >= 0 && at + wanted.length() <= to;
          at = in.indexOf(wanted, at + 1)) {
        found.add(at);
      }
    }
    return found;
  }
}
