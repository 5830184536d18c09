package dev.keylint.lower;

import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Template;
import java.util.List;

/// A template that stands as data in the body of a resource.
///
/// @param arguments what the expressions around it that stand in it come to: each is a parameter
///   that the template does not write itself
public record Embedded(Template template, List<Argument> arguments) {
  public Embedded {
    arguments = List.copyOf(arguments);
  }
}
