package dev.keylint.resource;

import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.Optional;

/// A value given to a module.
///
/// @param secure whether the module keeps it out of its history
/// @param declared the parameter that it is for, when the module is here
public record ModuleArgument(
    String name, Value value, Answer secure, Optional<Location> declared, Location at) {
  /// A value given to a module that is not here.
  public ModuleArgument(String name, Value value, Location at) {
    this(
        name,
        value,
        Answer.open(Doubt.notStated("whether parameter `" + name + "` is secure", at)),
        Optional.empty(),
        at);
  }
}
