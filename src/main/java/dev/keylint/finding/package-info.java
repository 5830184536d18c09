/// What is reported: answers of rules, their fixes, and how much was seen.
@NullMarked
package dev.keylint.finding;

import org.jspecify.annotations.NullMarked;
