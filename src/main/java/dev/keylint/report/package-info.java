/// Findings, diagnostics and coverage as people and machines want them.
@NullMarked
package dev.keylint.report;

import org.jspecify.annotations.NullMarked;
