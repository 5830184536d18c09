package dev.keylint.defects;

/// What came of one defect that was made.
enum Outcome {
  /// A rule that has to find it does.
  FOUND("found"),
  /// Nothing says it.
  MISSED("missed"),
  /// A rule that has to find it says that it can't tell, and why.
  UNDECIDED("undecided"),
  /// The same declaration has the same fault for another reason.
  FOUND_BEFORE("found before"),
  /// No deployment of the repository comes by: what is deployed is the same.
  NOT_REACHED("not reached"),
  /// It is deployed, and nobody here needs what it breaks.
  NOT_NEEDED("not needed");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
