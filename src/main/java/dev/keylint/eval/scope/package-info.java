/// What a deployment deploys to, and the ids of resources there.
@NullMarked
package dev.keylint.eval.scope;

import org.jspecify.annotations.NullMarked;
