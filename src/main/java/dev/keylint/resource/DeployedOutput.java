package dev.keylint.resource;

import dev.keylint.text.Location;
import dev.keylint.value.Value;

/// An output of a template.
///
/// @param deployment the way to the template
public record DeployedOutput(
    String name, Value value, boolean secure, Location at, DeploymentPath deployment) {}
