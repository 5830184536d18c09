/// What an expression evaluates to, with its origin.
@NullMarked
package dev.keylint.value;

import org.jspecify.annotations.NullMarked;
