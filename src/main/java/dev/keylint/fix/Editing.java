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

  /// The parameter that is declared there gets this default.
  Attempt standard(Span parameter, Value wanted);

  /// The parameter or output that is declared there keeps its value out of the history.
  Attempt secure(Span declaration);

  /// How the file says what a resource that it declares has.
  Coded code(Span declaration, String path);

  /// Whatever is the value of the member there becomes this code.
  Attempt put(Span member, String code);

  /// Beside a setting another one comes to stand.
  Attempt setting(Span beside, String name, String code);

  /// A role assignment comes to stand behind the resources of its ends.
  Attempt assign(Assignment wanted);

  /// The api-version of the resource that is declared there.
  Attempt version(Span declaration, String wanted);
}
