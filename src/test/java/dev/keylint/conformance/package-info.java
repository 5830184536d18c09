/// The official compiler as referee: what it wrote beside its sources, compared with what keylint
/// makes of them.
@NullMarked
package dev.keylint.conformance;

import org.jspecify.annotations.NullMarked;
