package dev.keylint.fix;

import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Looks up in the text of one file what a change is about; each language has its own way.
interface Editing {
  /// The characters of the file.
  String text();

  /// How values are written in it.
  Written language();

  /// What is edited in its declarations.
  Declarations declarations();

  /// The value that is written there becomes another one.
  ///
  /// @param old what it is, where that is known
  Attempt write(Span value, Optional<Value> old, Value wanted);

  /// The parameters of the file that what is written there is made of.
  List<String> inputs(Span value);

  /// Where the call of a module gives a parameter its value.
  Optional<Span> argument(Span call, String parameter);

  /// An object, or the body of a declaration, gets a member, in objects that are made as needed.
  Attempt add(Span owner, List<String> path, Value wanted);

  /// A member goes away.
  Attempt remove(Span member);

  /// Within what is written there, each `from` becomes `to`.
  default Attempt exchange(Span value, String from, String to) {
    return Exchanging.in(text(), value, from, to);
  }

  /// Whatever is the value of the member there becomes this code.
  Attempt put(Span member, String code);

  /// Beside a setting another one comes to stand.
  Attempt setting(Span beside, String name, String code);
}
