/// The functions of templates that need nothing but their arguments.
@NullMarked
package dev.keylint.eval.function;

import org.jspecify.annotations.NullMarked;
