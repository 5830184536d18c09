/// Brings Bicep files, ARM templates and parameter files into the one template form.
@NullMarked
package dev.keylint.lower;

import org.jspecify.annotations.NullMarked;
