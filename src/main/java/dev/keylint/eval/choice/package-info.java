/// What unknown values are once parameters that have none have values.
@NullMarked
package dev.keylint.eval.choice;

import org.jspecify.annotations.NullMarked;
