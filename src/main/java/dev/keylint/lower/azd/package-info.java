/// How azd reads a parameter file: which variables it puts in, and what it makes of the texts.
@NullMarked
package dev.keylint.lower.azd;

import org.jspecify.annotations.NullMarked;
