/// Sources, places in them, and what we have to say about them.
@NullMarked
package dev.keylint.text;

import org.jspecify.annotations.NullMarked;
