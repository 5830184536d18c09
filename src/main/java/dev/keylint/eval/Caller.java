package dev.keylint.eval;

import dev.keylint.template.Declaration;

/// The module call or nested deployment by which a template is deployed, and where that stands.
record Caller(Site site, Declaration declaration) {}
