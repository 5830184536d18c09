/// Small inputs of both languages with what Azure makes of them.
@NullMarked
package dev.keylint.vectors;

import org.jspecify.annotations.NullMarked;
