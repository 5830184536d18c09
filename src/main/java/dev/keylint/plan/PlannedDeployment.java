package dev.keylint.plan;

import dev.keylint.module.WorkspaceFile;
import java.util.Optional;

/// A root template with one of its parameter files, or without any; nothing is lowered yet.
public record PlannedDeployment(WorkspaceFile template, Optional<WorkspaceFile> parameters) {}
