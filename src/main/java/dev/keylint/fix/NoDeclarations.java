package dev.keylint.fix;

import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.List;

/// Those of a file that declares nothing.
///
/// @param why nothing is edited in it, as a phrase
record NoDeclarations(String why) implements Declarations {
  @Override
  public Attempt standard(Span parameter, Value wanted) {
    return Attempt.refused(why);
  }

  @Override
  public Attempt secure(Span declaration) {
    return Attempt.refused(why);
  }

  @Override
  public Coded code(Span declaration, String path) {
    return new Coded.Refused(why);
  }

  @Override
  public Coded name(Span declaration, Span place) {
    return new Coded.Refused(why);
  }

  @Override
  public Coded role(String guid) {
    return new Coded.Refused(why);
  }

  @Override
  public Attempt assign(Assignment wanted) {
    return Attempt.refused(why);
  }

  @Override
  public Attempt guid(Span declaration) {
    return Attempt.refused(why);
  }

  @Override
  public Attempt logs(Span declaration) {
    return Attempt.refused(why);
  }

  @Override
  public Attempt zones(Span list, List<String> names) {
    return Attempt.refused(why);
  }

  @Override
  public Attempt version(Span declaration, String wanted) {
    return Attempt.refused(why);
  }
}
