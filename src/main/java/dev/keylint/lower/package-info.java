/// What the front ends share when they bring files into the one template form: what a file may ask
/// of others, and the forms that both languages give.
@NullMarked
package dev.keylint.lower;

import org.jspecify.annotations.NullMarked;
