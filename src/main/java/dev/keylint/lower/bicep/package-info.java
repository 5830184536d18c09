/// Brings Bicep templates and parameter files into the one template form.
@NullMarked
package dev.keylint.lower.bicep;

import org.jspecify.annotations.NullMarked;
