/// YAML text as a tree of nodes that know their places.
@NullMarked
package dev.keylint.yaml;

import org.jspecify.annotations.NullMarked;
