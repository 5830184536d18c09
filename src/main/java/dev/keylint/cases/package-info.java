/// Rules proved with the annotated cases in their own folders.
@NullMarked
package dev.keylint.cases;

import org.jspecify.annotations.NullMarked;
