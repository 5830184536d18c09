package dev.keylint.plan;

import dev.keylint.template.ParameterFile;
import dev.keylint.text.Diagnostic;

/// What a file turned out to be.
public sealed interface Loaded {

  /// A template in either language.
  record Template(dev.keylint.template.Template template) implements Loaded {}

  /// A parameter file in Bicep.
  record Parameters(ParameterFile file) implements Loaded {}

  /// JSON that is no template.
  record Other() implements Loaded {}

  /// A file that could not be read at all.
  record Unreadable(Diagnostic why) implements Loaded {}
}
