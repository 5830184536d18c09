/// Makes the pages of the rules.
@NullMarked
package dev.keylint.docs;

import org.jspecify.annotations.NullMarked;
