package dev.keylint.lower;

import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import java.util.Optional;

/// A root template with the parameter file that it is deployed with, if there is one.
public record PlannedDeployment(Template template, Optional<ParameterFile> parameters) {}
