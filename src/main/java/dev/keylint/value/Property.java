package dev.keylint.value;

import dev.keylint.text.Location;

/// A member of an object: its name as written, the place of the whole member, and its value.
///
/// The place is where a finding about the member points, however far the value has travelled; the
/// value's own origin says where that was written.
public record Property(String name, Location at, Value value) {}
