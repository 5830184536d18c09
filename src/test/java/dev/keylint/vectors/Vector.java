package dev.keylint.vectors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files, and what is expected of deploying them.
///
/// @param name the expression, or the name of the block
/// @param files by path; `main.bicep` or `main.json` is deployed
record Vector(String name, Map<String, String> files, List<Expectation> expected) {
  Vector {
    files = new LinkedHashMap<>(files);
    expected = List.copyOf(expected);
  }

  /// What has to come out.
  sealed interface Expectation {
    /// An output has this value: JSON, or behind `$` a normal form.
    record Output(String name, String value) implements Expectation {}

    /// A member of the body of the resource of this name has this value.
    record Member(String resource, String path, String value) implements Expectation {}

    /// These resources are deployed, `type name`, sorted.
    record Resources(String list) implements Expectation {}

    /// A diagnostic says this; without such an expectation nothing may be incomplete.
    record Said(String text) implements Expectation {}
  }
}
