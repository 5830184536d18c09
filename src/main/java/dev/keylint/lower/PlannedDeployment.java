package dev.keylint.lower;

import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import java.util.Optional;

/// A root template with one of its parameter files, or without any.
public record PlannedDeployment(Template template, Optional<ParameterFile> parameters) {}
