/// From Azure to a snapshot, and from a snapshot to resources.
@NullMarked
package dev.keylint.live;

import org.jspecify.annotations.NullMarked;
