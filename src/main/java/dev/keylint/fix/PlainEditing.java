package dev.keylint.fix;

import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Edits what is neither Bicep nor JSON, such as the policies that a template loads: a text in it
/// can become another one.
record PlainEditing(String text) implements Editing {
  private static final String UNKNOWN = "it stands in a file whose language is not edited";

  @Override
  public Written language() {
    // No whole value is ever written into it.
    return Written.BICEP;
  }

  @Override
  public Declarations declarations() {
    return new NoDeclarations(UNKNOWN);
  }

  @Override
  public Attempt write(Span value, Optional<Value> old, Value wanted) {
    if (old.isPresent()
        && old.orElseThrow() instanceof Value.Str(String from, _)
        && wanted instanceof Value.Str(String to, _)
        && to.chars().noneMatch(c -> "<>&\"'".indexOf(c) >= 0)) {
      List<Span> places = Exchanging.places(text, value, from);
      if (places.size() == 1) {
        return Attempt.of(Splice.replace(places.getFirst(), to));
      }
    }
    return Attempt.refused(UNKNOWN);
  }

  @Override
  public List<String> inputs(Span value) {
    return List.of();
  }

  @Override
  public Optional<Span> argument(Span call, String parameter) {
    return Optional.empty();
  }

  @Override
  public Attempt add(Span owner, List<String> path, Value wanted) {
    return Attempt.refused(UNKNOWN);
  }

  @Override
  public Attempt remove(Span member) {
    return Attempt.refused(UNKNOWN);
  }

  @Override
  public Attempt put(Span member, String code) {
    return Attempt.refused(UNKNOWN);
  }

  @Override
  public Attempt setting(Span beside, String name, String code) {
    return Attempt.refused(UNKNOWN);
  }
}
