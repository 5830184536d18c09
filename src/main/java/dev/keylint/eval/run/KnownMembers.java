package dev.keylint.eval.run;

import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What is known of the members of an unknown value, such as of the resource that a call of
/// `reference` stands for.
public interface KnownMembers {
  /// Whether the value stands for a resource or module.
  boolean isReference();

  /// A member; empty when nothing is known of one that is named that way.
  Optional<Value> member(Value key, Location at, Run run);

  /// The same one path deeper; empty when nothing is known there.
  Optional<KnownMembers> below(List<Value> path);

  /// A path on which each member may be missing, which is null then; empty when nothing is known.
  Optional<Value> tryPath(List<Value> keys, Location at, Run run);
}
