package dev.keylint.fix;

import dev.keylint.text.Phrase;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What came of looking for the text that a change is about.
sealed interface Attempt {
  /// These splices make the change, none of them if it is made already.
  record Made(List<Splice> splices) implements Attempt {
    public Made {
      splices = List.copyOf(splices);
    }
  }

  /// The change can't be made; why, as a phrase in the reader's words.
  record Refused(Phrase why) implements Attempt {}

  static Attempt of(Splice... splices) {
    return new Made(List.of(splices));
  }

  /// All of these changes, or none of them.
  static Attempt each(List<Span> places, Function<Span, Attempt> change) {
    List<Splice> splices = new ArrayList<>();
    for (Span place : places) {
      switch (change.apply(place)) {
        case Refused refused -> {
          return refused;
        }
        case Made(List<Splice> more) -> splices.addAll(more);
      }
    }
    return new Made(splices);
  }

  static Attempt refused(String why) {
    return refused(Phrase.of(why));
  }

  static Attempt refused(Phrase why) {
    return new Refused(why);
  }
}
