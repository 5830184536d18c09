package dev.keylint.lower.azd;

import dev.keylint.template.Expr;
import java.util.Optional;

/// What azd makes of the value that a file gives a parameter.
sealed interface AzdResult {
  /// Why azd refuses a text for an array or object.
  String NO_JSON = "is no JSON";

  /// A value.
  record Value(Expr value) implements AzdResult {}

  /// A text that only the deployment knows, which azd reads as JSON then, and may refuse.
  ///
  /// @param otherwise what counts if that is null
  record Json(Expr text, Expr otherwise) implements AzdResult {}

  /// None: the template's default counts, or azd asks.
  ///
  /// @param why what is wrong with a text, as a clause; empty when nothing is there
  record NotGiven(String why) implements AzdResult {}

  /// Azd breaks off.
  ///
  /// @param why as a sentence without a subject: "is no JSON"
  /// @param meant the value that the author means, where that is plain
  record Refused(String why, Optional<Expr> meant) implements AzdResult {
    Refused(String why) {
      this(why, Optional.empty());
    }
  }
}
