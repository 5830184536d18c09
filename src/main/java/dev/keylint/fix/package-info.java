/// Edits of source text that cure findings and keep its formatting and comments.
@NullMarked
package dev.keylint.fix;

import org.jspecify.annotations.NullMarked;
