package dev.keylint.eval;

import dev.keylint.eval.run.Surroundings;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.template.ByVariable;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a template is deployed.
///
/// @param surroundings what it deploys to, and the deployment's name
/// @param depth how many deployments are around it
/// @param presence whether and how often it is deployed
/// @param given values for its parameters, by name in lower case
/// @param byVariables by which environment variables values are what they are, by the places of
///   these
/// @param caller by which declaration it is deployed; empty for a root
record Setting(
    Surroundings surroundings,
    int depth,
    Presence presence,
    DeploymentPath path,
    Map<String, Given> given,
    Map<Location, List<ByVariable>> byVariables,
    Optional<Caller> caller) {}
