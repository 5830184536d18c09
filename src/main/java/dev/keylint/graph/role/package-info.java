/// Roles and what they permit.
@NullMarked
package dev.keylint.graph.role;

import org.jspecify.annotations.NullMarked;
