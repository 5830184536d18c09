/// From `rule.yaml` to checked expressions, and from there to the packed form.
@NullMarked
package dev.keylint.compile;

import org.jspecify.annotations.NullMarked;
