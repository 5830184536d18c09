package dev.keylint.fix;

import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Looks up in the text of one file what a change is about; each language has its own way.
interface Editing {
  /// The value that is written there becomes another one.
  ///
  /// @param old what it is, where that is known
  Attempt write(Span value, Optional<Value> old, Value wanted);

  /// An object, or the body of a declaration, gets a member, in objects that are made as needed.
  Attempt add(Span owner, List<String> path, Value wanted);

  /// A member goes away.
  Attempt remove(Span member);

  /// Within what is written there, each `from` becomes `to`.
  Attempt exchange(Span value, String from, String to);

  /// The api-version of the resource that is declared there.
  Attempt version(Span declaration, String wanted);
}
