/// Bicep: characters to tokens, tokens to a syntax tree; nothing is evaluated here.
@NullMarked
package dev.keylint.bicep;

import org.jspecify.annotations.NullMarked;
