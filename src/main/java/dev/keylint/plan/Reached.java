package dev.keylint.plan;

import dev.keylint.template.ByVariable;
import dev.keylint.text.CallPath;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an expansion of a deployment came by.
///
/// @param calls those by which templates may be deployed
/// @param turned the declarations whose loops have turns, whatever their conditions say
/// @param made the declarations that may give a resource
/// @param keptOutBy the environment variables by which a condition or loop lets nothing through, or
///   not all turns
public record Reached(
    Set<CallPath> calls,
    Set<CallPath> turned,
    Set<CallPath> made,
    Map<CallPath, List<ByVariable>> keptOutBy) {}
