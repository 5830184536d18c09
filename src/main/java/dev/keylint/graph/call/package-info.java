/// What is called, and the signs of calls and keys in the bodies of resources.
@NullMarked
package dev.keylint.graph.call;

import org.jspecify.annotations.NullMarked;
