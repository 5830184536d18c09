/// From expressions to values, whatever deployment they stand in: operators, loops, lambdas, texts.
@NullMarked
package dev.keylint.eval.expression;

import org.jspecify.annotations.NullMarked;
