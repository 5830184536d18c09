package dev.keylint.module;

import java.util.Map;

/// A scheme and its parameters; their names are lower case, and of two equal ones the first counts.
record ParsedChallenge(String scheme, Map<String, String> parameters) {}
