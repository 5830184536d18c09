/// Evaluates rules with three values, and knows which of the estate's values decided.
@NullMarked
package dev.keylint.check;

import org.jspecify.annotations.NullMarked;
