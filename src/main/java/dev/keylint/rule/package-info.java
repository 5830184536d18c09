/// A rule, its checked expressions, and the two ways to read it: from `rule.yaml` and packed.
@NullMarked
package dev.keylint.rule;

import org.jspecify.annotations.NullMarked;
