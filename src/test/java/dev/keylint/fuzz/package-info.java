/// One entry for each reader of what strangers write. A fuzzer calls it with whatever it makes up
/// (`.ci/fuzz.sh`); `FuzzedInputsTest` calls it with what is kept under `fixtures/fuzz`.
///
/// An entry throws when a reader throws what it does not declare, or when a diagnostic stands
/// outside of its source.
package dev.keylint.fuzz;
