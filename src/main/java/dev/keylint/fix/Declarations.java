package dev.keylint.fix;

import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.List;

/// Edits of what a file declares, and what its declarations are called; each language has its own
/// way.
interface Declarations {
  /// The parameter that is declared there gets this default.
  Attempt standard(Span parameter, Value wanted);

  /// The parameter or output that is declared there keeps its value out of the history.
  Attempt secure(Span declaration);

  /// How the file says what a resource that it declares has.
  Coded code(Span declaration, String path);

  /// What is written as the name of the resource that is declared there; refused where that says
  /// nothing at the place in question.
  Coded name(Span declaration, Span place);

  /// How the file says the id of a role that Azure has.
  Coded role(String guid);

  /// A role assignment comes to stand behind the resources of its ends.
  Attempt assign(Assignment wanted);

  /// The role assignment that is declared there gets a name that is made of its ends.
  Attempt guid(Span declaration);

  /// The logs of the resource that is declared there go to the workspace that the file declares.
  Attempt logs(Span declaration);

  /// DNS zones that the file declares come into the list of configurations that stands there.
  Attempt zones(Span list, List<String> names);

  /// The api-version of the resource that is declared there.
  Attempt version(Span declaration, String wanted);
}
