package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.List;

/// A function that the template defines; its body sees its own parameters, and the variables of the
/// template.
public record UserFunction(
    String namespace, String name, List<String> parameters, Expr body, Location at) {
  public UserFunction {
    parameters = List.copyOf(parameters);
  }
}
