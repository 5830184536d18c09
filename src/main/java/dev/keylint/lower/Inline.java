package dev.keylint.lower;

import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import java.util.List;

/// The template that is written out in a deployment of a Bicep file.
///
/// @param arguments what is given to it besides what the deployment gives
public record Inline(Content content, List<Argument> arguments) {
  public Inline {
    arguments = List.copyOf(arguments);
  }
}
