/// The one form that Bicep and ARM templates are brought into.
@NullMarked
package dev.keylint.template;

import org.jspecify.annotations.NullMarked;
