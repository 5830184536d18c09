package dev.keylint.fix;

import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Adds expressions where values are added: a text that nobody writes holds their place.
final class Placeholder {
  private static final String HERE = "\uE000";
  static final Value VALUE = NewValues.text(HERE);

  private Placeholder() {}

  static Attempt add(Editing editing, Span owner, List<String> path, String code) {
    return filled(editing.add(owner, path, VALUE), editing, code);
  }

  /// Writes an expression over the whole of a value.
  static Attempt write(Editing editing, Span place, Optional<Value> old, String code) {
    Attempt attempt = filled(editing.write(place, old, VALUE), editing, code);
    boolean whole =
        !(attempt instanceof Attempt.Made(List<Splice> splices))
            || splices.stream().noneMatch(it -> it.text().contains(HERE));
    return whole ? attempt : Attempt.refused("it is a part of what is written");
  }

  /// The same splices with the code in the place of the text.
  static Attempt filled(Attempt attempt, Editing editing, String code) {
    return attempt instanceof Attempt.Made(List<Splice> splices)
        ? new Attempt.Made(
            splices.stream()
                .map(it ->
                    new Splice(it.start(), it.end(), filled(it.text(), editing.language(), code)))
                .toList())
        : attempt;
  }

  /// The same text of a language with the code in the place of the value.
  static String filled(String text, Written language, String code) {
    return text.replace(language.text(HERE), language == Written.JSON ? language.text(code) : code);
  }
}
