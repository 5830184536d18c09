/// Files under the scan root, and where a referenced module comes from.
@NullMarked
package dev.keylint.module;

import org.jspecify.annotations.NullMarked;
