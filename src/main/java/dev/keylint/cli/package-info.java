/// Commands, wiring and exit codes; alone knows the process, the environment and the clock.
@NullMarked
package dev.keylint.cli;

import org.jspecify.annotations.NullMarked;
