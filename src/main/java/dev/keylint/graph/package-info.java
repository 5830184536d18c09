/// The joined picture of identities, workloads, grants and calls: who reaches what, how.
@NullMarked
package dev.keylint.graph;

import org.jspecify.annotations.NullMarked;
