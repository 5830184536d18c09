package dev.keylint.plan;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Location;
import java.util.Optional;

/// One of several deployments that azd makes in a row, with the outputs of those before as
/// variables.
///
/// @param at where azure.yaml says so
public record Layer(
    String name, WorkspaceFile template, Optional<WorkspaceFile> parameters, Location at) {}
