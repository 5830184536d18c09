/// Brings ARM templates and their parameter files into the one template form.
@NullMarked
package dev.keylint.lower.arm;

import org.jspecify.annotations.NullMarked;
