package dev.keylint.plan;

import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import java.util.Optional;

/// A deployment as supposed.
public record SupposedDeployment(Template template, Optional<ParameterFile> parameters) {}
