/// One expansion under way: what it is given and may use up, what it finds, how it makes values.
@NullMarked
package dev.keylint.eval.run;

import org.jspecify.annotations.NullMarked;
