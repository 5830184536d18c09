/// Resources as they will be, or are, in Azure.
@NullMarked
package dev.keylint.resource;

import org.jspecify.annotations.NullMarked;
