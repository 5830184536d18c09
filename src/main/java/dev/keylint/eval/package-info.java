/// From templates to resources: parameters, variables, functions, loops, conditions, modules.
@NullMarked
package dev.keylint.eval;

import org.jspecify.annotations.NullMarked;
