package dev.keylint.eval.scope;

import dev.keylint.eval.expression.Concatenations;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The segments of the names of resources, also where they were taken out of another resource's
/// name.
public final class NameSegments {
  private NameSegments() {}

  /// The name cut at its literal slashes.
  static List<Value> of(Value name, Location at, Run run) {
    List<Value> pieces =
        name instanceof Value.Unknown(Term.Concat(List<Value> parts), _, _) ? parts : List.of(name);
    List<Value> segments = new ArrayList<>();
    List<Value> current = new ArrayList<>();
    boolean slash = false;
    for (Value piece : pieces) {
      if (!(piece instanceof Value.Str(String text, _))) {
        current.add(piece);
        continue;
      }
      String[] texts = text.split("/", -1);
      for (int i = 0; i < texts.length; i++) {
        if (i > 0) {
          slash = true;
          segments.add(segment(current, at, run));
          current = new ArrayList<>();
        }
        if (!texts[i].isEmpty()) {
          current.add(Terms.text(texts[i], at));
        }
      }
    }
    segments.add(segment(current, at, run));
    return slash ? segments : List.of(name);
  }

  private static Value segment(List<Value> parts, Location at, Run run) {
    return parts.size() == 1 ? parts.getFirst() : Concatenations.join(parts, at, run);
  }

  /// A resource's name with what was taken out of an owner's name put back: `a/b/c` for
  /// `split('a/b', '/')[0]/split('a/b', '/')[1]/c`, as compilers write the names of children.
  public static Value restored(Value name, Location at, Run run) {
    List<Value> segments = of(name, at, run);
    List<Value> restored = restored(segments, at, run);
    if (segments.size() < 2 || restored.equals(segments)) {
      return name;
    }
    List<Value> parts = new ArrayList<>();
    for (Value segment : restored) {
      if (!parts.isEmpty()) {
        parts.add(Terms.text("/", at));
      }
      parts.add(segment);
    }
    return Concatenations.join(parts, at, run);
  }

  /// Segments, with `split('a/b', '/')[i]` in place `i` undone where the text shows its slashes:
  /// what stands between them in a name has none itself.
  static List<Value> restored(List<Value> segments, Location at, Run run) {
    List<Value> restored = new ArrayList<>(segments);
    for (int i = 0; i < segments.size(); i++) {
      Optional<Value> whole = splitAt(segments.get(i), i);
      List<Value> parts = whole.map(name -> of(name, at, run)).orElse(List.of());
      if (parts.size() > Math.max(i, 1)) {
        restored.set(i, parts.get(i));
      }
    }
    return restored;
  }

  /// The name of which the segments are `split(name, '/')[0]`, `split(name, '/')[1]`, …, as
  /// compilers write them.
  static Optional<Value> wholeName(List<Value> segments) {
    Optional<Value> whole = Optional.empty();
    for (int i = 0; i < segments.size(); i++) {
      Optional<Value> name = splitAt(segments.get(i), i);
      boolean same =
          name.isPresent()
              && (i == 0 || Values.same(name.orElseThrow(), whole.orElseThrow()) == Truth.TRUE);
      if (!same) {
        return Optional.empty();
      }
      whole = name;
    }
    return whole;
  }

  private static Optional<Value> splitAt(Value segment, int index) {
    return segment instanceof Value.Unknown(Term.Access(Value base, List<Value> path), _, _)
            && path.size() == 1
            && path.getFirst() instanceof Value.Int(long at, _)
            && at == index
            && base instanceof Value.Unknown(Term.Call(String function, List<Value> split), _, _)
            && function.equals("split")
            && split.size() == 2
            && split.getLast() instanceof Value.Str(String slash, _)
            && slash.equals("/")
        ? Optional.of(split.getFirst())
        : Optional.empty();
  }
}
