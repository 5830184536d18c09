package dev.keylint.graph.policy;

import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;

/// A token that a policy keeps in a variable and that no `Authorization` header carries.
///
/// @param policy the policy or fragment that asks for it
/// @param variable the name of the variable
/// @param unsent whether nothing else sends it either, such as a policy that is not here
/// @param at where it is asked for
public record UnsentToken(Resource policy, String variable, Answer unsent, Location at) {}
