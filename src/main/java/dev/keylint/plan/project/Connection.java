package dev.keylint.plan.project;

import dev.keylint.yaml.YamlNode;
import java.util.Optional;

/// A connection of a Foundry project that azd makes of a service with `host: azure.ai.connection`.
///
/// @param name the service
/// @param project the service that is the project; empty when there is not just one
/// @param written what is said of it
public record Connection(String name, Optional<String> project, YamlNode.Mapping written) {}
