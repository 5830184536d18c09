/// JSON as Azure's tools accept it, with the place of every key and value, and a plain writer.
@NullMarked
package dev.keylint.json;

import org.jspecify.annotations.NullMarked;
