/// Which files of a scan are deployed, with which parameters, and their templates: each file is
/// read once and lowered once.
@NullMarked
package dev.keylint.plan;

import org.jspecify.annotations.NullMarked;
