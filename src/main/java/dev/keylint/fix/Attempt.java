package dev.keylint.fix;

import java.util.List;

/// What came of looking for the text that a change is about.
sealed interface Attempt {
  /// These splices make the change, none of them if it is made already.
  record Made(List<Splice> splices) implements Attempt {
    public Made {
      splices = List.copyOf(splices);
    }
  }

  /// The change can't be made; why, as a phrase in the reader's words.
  record Refused(String why) implements Attempt {}

  static Attempt of(Splice... splices) {
    return new Made(List.of(splices));
  }

  static Attempt refused(String why) {
    return new Refused(why);
  }
}
