/// Who can call which service, as whom, and whether that works: the access graph and the answers of
/// rules about each call, for people.
@NullMarked
package dev.keylint.access;

import org.jspecify.annotations.NullMarked;
